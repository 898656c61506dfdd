package org.sed4j.core.run;

/**
 * A counter-based random stream: a draw is a hash of (key, step, stream, index) and of nothing else.
 *
 * <p>So a draw does not depend on the batch, the slot, the thread or the machine. The engine seats the generator with the
 * world's key and step before it calls the world; key and step are part of the world's state, so a fork that keeps both
 * sees the same noise (common random numbers). {@link #stream} opens one of many independent streams inside a step: give
 * each cause of chance its own, and draws by one cause never shift another's.
 *
 * <p>The hash is SplitMix64's finaliser (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators",
 * OOPSLA), once for (key, step, stream) and once per draw. Not for cryptography. Draws allocate nothing.
 */
public final class Rng {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private long key;
    private long step;
    private long base;
    private long index;

    /** SplitMix64's finaliser: a bijection of 64-bit words whose output bits each depend on every input bit. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    /** Places the generator at the start of stream 0 of (key, step). */
    public void seat(long key, long step) {
        this.key = key;
        this.step = step;
        stream(0);
    }

    /** Opens stream {@code stream} of this key and step, at its first draw. */
    public void stream(int stream) {
        base = mix(key + mix(step * GOLDEN + stream));
        index = 0;
    }

    /** The next 64 random bits. */
    public long nextLong() {
        index++;
        return mix(base + index * GOLDEN);
    }

    /**
     * A number in {0, ..., bound-1}.
     *
     * <p>Multiply-shift on 32 bits: no value's probability is off by more than bound / 2^32.
     *
     * @param bound at least 1
     */
    public int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** A float in [0, 1), on a grid of 2^-24. */
    public float unit() {
        return (nextLong() >>> 40) * 0x1.0p-24f;
    }

    /** A double in [0, 1), on a grid of 2^-53. */
    public double uniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** True with the given probability, to 2^-53. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** A standard normal draw (Box-Muller, two uniforms). For learners and samplers, not for a world's state. */
    public double gaussian() {
        double radius = Math.sqrt(-2 * Math.log(1 - uniform()));
        return radius * Math.cos(2 * Math.PI * uniform());
    }

    /** Puts the values in a uniformly random order (Fisher-Yates). */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int v = values[i];
            values[i] = values[j];
            values[j] = v;
        }
    }
}
