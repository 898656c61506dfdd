package org.sed4j.core.pomg;

import org.sed4j.core.run.Rng;

/** A world that does nothing but copy: ranges of every length, element size and overlap, within and between arrays. */
public final class Shelves implements World {
    private static final int SHELF = 96;
    private static final Spaces SPACES =
            Spaces.players(1).actions(2).codes(1, SHELF, 64).numbers("sum").build();

    private final byte[] bytes = new byte[SHELF];
    private final byte[] others = new byte[SHELF];
    private final short[] shorts = new short[SHELF];
    private final char[] chars = new char[SHELF];
    private final int[] ints = new int[SHELF];
    private final long[] longs = new long[SHELF];
    private final float[] floats = new float[SHELF];
    private final double[] doubles = new double[SHELF];
    private int time;

    @Override
    public Spaces spaces() {
        return SPACES;
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
        for (int i = 0; i < SHELF; i++) {
            bytes[i] = (byte) rng.below(64);
            others[i] = (byte) rng.below(64);
            shorts[i] = (short) rng.below(1 << 16);
            chars[i] = (char) rng.below(1 << 16);
            ints[i] = rng.below(Integer.MAX_VALUE);
            longs[i] = (long) rng.below(Integer.MAX_VALUE) << 31;
            floats[i] = (float) rng.uniform();
            doubles[i] = rng.uniform();
        }
    }

    /** Lengths come in turn, so that 97 steps see each; places are drawn, up to 9 elements apart and at times none. */
    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        int length = time % (SHELF + 1);
        int room = SHELF - length;
        int from = rng.below(room + 1);
        int to = Math.max(0, Math.min(room, from + rng.below(19) - 9));
        System.arraycopy(bytes, from, bytes, to, length);
        System.arraycopy(bytes, from, others, to, length);
        System.arraycopy(shorts, from, shorts, to, length);
        System.arraycopy(chars, from, chars, to, length);
        System.arraycopy(ints, from, ints, to, length);
        System.arraycopy(longs, from, longs, to, length);
        System.arraycopy(floats, from, floats, to, length);
        System.arraycopy(doubles, from, doubles, to, length);
        bytes[rng.below(SHELF)] = (byte) rng.below(64);
        ints[rng.below(SHELF)] = time;
        longs[rng.below(SHELF)] = time;
        doubles[rng.below(SHELF)] = time;
        rewards[0] = floats[to % SHELF] + shorts[to % SHELF] + chars[to % SHELF];
        time++;
    }

    @Override
    public void observe(int player, float[] design, View out) {
        System.arraycopy(others, 0, out.codes, 0, SHELF);
        out.numbers[0] = (float) (ints[time % SHELF] + doubles[time % SHELF] + longs[time % SHELF]);
    }

    @Override
    public boolean terminated() {
        return time >= 970;
    }
}
