package org.sed4j.rl.ppo;

import java.util.Arrays;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Rows;

/**
 * The different rows among a batch, so that a network is asked once about each: row i of the batch is row {@link #of}(i) of
 * the different ones.
 *
 * <p>An actor that sees little sees the same again and again: a constant in a game of one move, a message of a few. Equality
 * is of bits. The different rows are numbered as they first appear, so the result depends on the batch alone.
 */
final class DistinctRows {
    private final int cells;
    private final int floats;
    private final byte[] codes;
    private final float[] numbers;
    private final int[] index;
    private final int[] table;
    private final int[] hashes;
    private int count;
    private final Rows rows;

    DistinctRows(Inputs inputs, int maxRows) {
        this.cells = inputs.codes().cells();
        this.floats = inputs.numbers();
        this.codes = new byte[maxRows * cells];
        this.numbers = new float[maxRows * floats];
        this.rows = Rows.of(codes, cells, numbers, floats);
        this.index = new int[maxRows];
        this.hashes = new int[maxRows];
        this.table = new int[Integer.highestOneBit(Math.max(1, maxRows)) * 4];
    }

    /** Takes up a batch: rows of {@code width} numbers each, of which the first ones are this reader's. */
    void take(byte[] allCodes, float[] allNumbers, int width, int rowsOfBatch) {
        Arrays.fill(table, -1);
        count = 0;
        for (int i = 0; i < rowsOfBatch; i++) {
            index[i] = place(allCodes, i * cells, allNumbers, i * width);
        }
    }

    private int place(byte[] fromCodes, int codeAt, float[] fromNumbers, int numberAt) {
        int hash = 1;
        for (int j = 0; j < cells; j++) {
            hash = 31 * hash + fromCodes[codeAt + j];
        }
        for (int j = 0; j < floats; j++) {
            hash = 31 * hash + Float.floatToRawIntBits(fromNumbers[numberAt + j]);
        }
        int mask = table.length - 1;
        int slot = (((hash ^ (hash >>> 15)) * 0x9E37_79B9) >>> 7) & mask;
        while (table[slot] >= 0) {
            int row = table[slot];
            if (hashes[row] == hash && equal(row, fromCodes, codeAt, fromNumbers, numberAt)) {
                return row;
            }
            slot = slot + 1 & mask;
        }
        table[slot] = count;
        hashes[count] = hash;
        System.arraycopy(fromCodes, codeAt, codes, count * cells, cells);
        System.arraycopy(fromNumbers, numberAt, numbers, count * floats, floats);
        return count++;
    }

    private boolean equal(int row, byte[] fromCodes, int codeAt, float[] fromNumbers, int numberAt) {
        for (int j = 0; j < floats; j++) {
            if (Float.floatToRawIntBits(numbers[row * floats + j])
                    != Float.floatToRawIntBits(fromNumbers[numberAt + j])) {
                return false;
            }
        }
        return Arrays.equals(codes, row * cells, (row + 1) * cells, fromCodes, codeAt, codeAt + cells);
    }

    /** How many different rows there are. */
    int count() {
        return count;
    }

    /** Which of them row i of the batch is. */
    int of(int i) {
        return index[i];
    }

    /** The different rows, as network input. */
    Rows rows() {
        return rows;
    }
}
