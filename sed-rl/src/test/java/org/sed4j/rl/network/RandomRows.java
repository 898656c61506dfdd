package org.sed4j.rl.network;

import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Rows drawn once: codes uniform over the kinds, numbers standard normal. */
final class RandomRows implements Rows {
    private final Inputs inputs;
    private final byte[] codes;
    private final float[] numbers;

    RandomRows(Inputs inputs, int rows, Seed seed) {
        this.inputs = inputs;
        Rng rng = seed.rng();
        codes = new byte[rows * inputs.codes().cells()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) rng.below(inputs.codes().kinds());
        }
        numbers = new float[rows * inputs.numbers()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) rng.gaussian();
        }
    }

    @Override
    public void fill(int first, int count, byte[] into, float[] intoNumbers) {
        int cells = inputs.codes().cells();
        System.arraycopy(codes, first * cells, into, 0, count * cells);
        System.arraycopy(numbers, first * inputs.numbers(), intoNumbers, 0, count * inputs.numbers());
    }
}
