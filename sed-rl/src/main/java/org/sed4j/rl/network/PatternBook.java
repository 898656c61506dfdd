package org.sed4j.rl.network;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The different patterns that up to four cells side by side have shown, numbered as they came.
 *
 * <p>What agents see of a map repeats itself: four cells of apple picking's window show about a hundred patterns in a minibatch
 * of two thousand rows; of three to eight, four came out fastest. A pattern is one int, so that looking it up costs less than
 * reading its cells one by one.
 */
final class PatternBook {
    /** Cells of a pattern at most. */
    static final int CELLS = Integer.BYTES;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** 2^32 / golden ratio: its products' high bits differ where keys differ in few. */
    private static final int SCATTER = 0x9E37_79B9;

    private final int cells;
    private final int kinds;
    private final int mask;
    private final byte[] checked = new byte[CELLS];
    private int[] patterns = new int[16];
    private int count;
    /** Numbers, by place; -1 where there is none. Always at most half full. */
    private int[] places = new int[64];

    private int shift = Integer.SIZE - 6;

    PatternBook(int cells, int kinds) {
        this.cells = cells;
        this.kinds = kinds;
        this.mask = -1 >>> (Integer.SIZE - Byte.SIZE * cells);
        Arrays.fill(places, -1);
    }

    /** How many patterns it holds. */
    int count() {
        return count;
    }

    /** Forgets all patterns. */
    void forget() {
        count = 0;
        Arrays.fill(places, -1);
    }

    /** Reads the pattern that stands at a place of {@code codes}, which go on for four bytes or more. */
    int read(byte[] codes, int at) {
        return (int) INTS.get(codes, at) & mask;
    }

    /**
     * The number of a pattern.
     *
     * @throws IllegalArgumentException if a code is none of the kinds
     */
    int number(int pattern) {
        int place = (pattern * SCATTER) >>> shift;
        for (int number = places[place]; number >= 0; number = places[place]) {
            if (patterns[number] == pattern) {
                return number;
            }
            place = place + 1 & places.length - 1;
        }
        return enter(pattern, place);
    }

    private int enter(int pattern, int place) {
        for (int q = 0; q < cells; q++) {
            checked[q] = (byte) (pattern >>> (Byte.SIZE * q));
        }
        Expansion.requireKinds(checked, cells, kinds);
        if (count == patterns.length) {
            patterns = Arrays.copyOf(patterns, 2 * count);
        }
        patterns[count] = pattern;
        places[place] = count++;
        if (2 * count > places.length) {
            widen();
        }
        return count - 1;
    }

    private void widen() {
        places = new int[2 * places.length];
        shift--;
        Arrays.fill(places, -1);
        for (int number = 0; number < count; number++) {
            int place = (patterns[number] * SCATTER) >>> shift;
            while (places[place] >= 0) {
                place = place + 1 & places.length - 1;
            }
            places[place] = number;
        }
    }

    /** What cell {@code q} of a pattern shows. */
    int code(int number, int q) {
        return (patterns[number] >>> (Byte.SIZE * q)) & 0xFF;
    }
}
