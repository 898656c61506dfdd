package org.sed4j.rl.principal;

import org.apache.commons.math3.random.RandomGenerator;
import org.sed4j.core.run.Rng;

/** Our stream as Commons Math's generator. */
final class Chance implements RandomGenerator {
    private final Rng rng;

    Chance(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void setSeed(int seed) {}

    @Override
    public void setSeed(int[] seed) {}

    @Override
    public void setSeed(long seed) {}

    @Override
    public void nextBytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) rng.nextLong();
        }
    }

    @Override
    public int nextInt() {
        return (int) (rng.nextLong() >>> 32);
    }

    @Override
    public int nextInt(int n) {
        return rng.below(n);
    }

    @Override
    public long nextLong() {
        return rng.nextLong();
    }

    @Override
    public boolean nextBoolean() {
        return rng.nextLong() < 0;
    }

    @Override
    public float nextFloat() {
        return rng.unit();
    }

    @Override
    public double nextDouble() {
        return rng.uniform();
    }

    @Override
    public double nextGaussian() {
        return rng.gaussian();
    }
}
