package org.sed4j.rl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NonlinearityTest {
    private static final float TANH = 4e-7f; // the bound that Nonlinearity.Tanh states

    @Test
    void tanh_isThatOfTheStandardLibraryToItsBound() {
        int points = 200_001;
        float[] z = new float[points];
        float[] expected = new float[points];
        for (int i = 0; i < points; i++) {
            z[i] = -20 + 40f * i / (points - 1);
            expected[i] = (float) Math.tanh(z[i]);
        }
        new Nonlinearity.Tanh().apply(z, points);
        assertThat(z).containsExactly(expected, within(TANH));
    }

    @Test
    void tanh_ofExtremes_isItsLimit_andOfNaN_isNaN() {
        float[] z = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f, 0, Float.NaN};
        new Nonlinearity.Tanh().apply(z, 5);
        assertThat(z).startsWith(new float[] {z[0], -z[0], z[0], 0});
        assertThat(z[0]).isCloseTo(1, within(TANH));
        assertThat(z[4]).isNaN();
    }

    @Test
    void rectifier_passesSlopesWhereItsValueIsPositive_howeverSmall() {
        float[] y = {1, Float.MIN_VALUE, 1e-30f, 0, -0.0f, 1e30f};
        float[] d = {2, 2, 2, 2, 2, 2};
        new Nonlinearity.Rectifier(0).multiply(y, d, 6);
        assertThat(d).containsExactly(2, 2, 2, 0, 0, 2);
    }

    @Test
    void softmax_ofLargeSums_isFinite() {
        float[] z = {1000, 1000, -1000, 3, 3, 3};
        new Nonlinearity.Softmax(3).apply(z, 6);
        assertThat(z).containsExactly(new float[] {0.5f, 0.5f, 0, 1 / 3f, 1 / 3f, 1 / 3f}, within(1e-6f));
    }
}
