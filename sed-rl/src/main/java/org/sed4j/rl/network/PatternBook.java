package org.sed4j.rl.network;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The different patterns that up to eight cells side by side have shown, numbered as they came.
 *
 * <p>What agents see of a map repeats itself: eight cells of apple picking's window show about a hundred patterns in a minibatch
 * of two thousand rows. A pattern is one long, so that looking it up costs less than reading its cells one by one.
 */
final class PatternBook {
    /** Cells of a pattern at most. */
    static final int CELLS = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** 2^64 / golden ratio: its products' high bits differ where keys differ in few. */
    private static final long SCATTER = 0x9E37_79B9_7F4A_7C15L;

    private final int cells;
    private final int kinds;
    private final long mask;
    private final byte[] checked = new byte[CELLS];
    private long[] patterns = new long[16];
    private int count;
    /** Numbers, by place; -1 where there is none. Always at most half full. */
    private int[] places = new int[64];

    private int shift = Long.SIZE - 6;

    PatternBook(int cells, int kinds) {
        this.cells = cells;
        this.kinds = kinds;
        this.mask = -1L >>> Long.SIZE - Byte.SIZE * cells;
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

    /**
     * The number of the pattern that stands at a place of {@code codes}, which goes on for eight bytes or more.
     *
     * @throws IllegalArgumentException if a code is none of the kinds
     */
    int number(byte[] codes, int at) {
        long pattern = (long) LONGS.get(codes, at) & mask;
        int place = (int) (pattern * SCATTER >>> shift);
        for (int number = places[place]; number >= 0; number = places[place]) {
            if (patterns[number] == pattern) {
                return number;
            }
            place = place + 1 & places.length - 1;
        }
        return enter(pattern, place);
    }

    private int enter(long pattern, int place) {
        for (int q = 0; q < cells; q++) {
            checked[q] = (byte) (pattern >>> Byte.SIZE * q);
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
            int place = (int) (patterns[number] * SCATTER >>> shift);
            while (places[place] >= 0) {
                place = place + 1 & places.length - 1;
            }
            places[place] = number;
        }
    }

    /** What cell {@code q} of a pattern shows. */
    int code(int number, int q) {
        return (int) (patterns[number] >>> Byte.SIZE * q) & 0xFF;
    }
}
