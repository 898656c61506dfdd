package org.sed4j.rl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class AdamTest {
    private static final int LENGTH = 5003; // several chunks and a rest
    private static final double RATE = 3e-3;
    private static final float TOLERANCE = 2e-6f; // twenty steps of rounding around 1

    @Test
    void steps_areDl4js() {
        float[] start = gaussian(Seed.of(1));
        FloatBuffer ours = FloatBuffer.wrap(start.clone());
        Adam adam = new Adam(LENGTH, 0.9, 0.99, 1e-5);
        INDArray theirs = Nd4j.createFromArray(start);
        AdamUpdater updater = new AdamUpdater(org.nd4j.linalg.learning.config.Adam.builder()
                .beta1(0.9)
                .beta2(0.99)
                .epsilon(1e-5)
                .build());
        updater.setStateViewArray(Nd4j.zeros(DataType.FLOAT, 1, 2L * LENGTH), new long[] {1, LENGTH}, 'c', true);
        for (int step = 0; step < 20; step++) {
            float[] gradient = gaussian(Seed.of(2).at(step));
            adam.step(ours, gradient, RATE);
            INDArray update = Nd4j.createFromArray(gradient).reshape(1, LENGTH);
            updater.getConfig().setLearningRate(RATE);
            updater.applyUpdater(update, step, 0);
            theirs.subi(update.reshape(LENGTH));
        }
        assertThat(adam.steps()).isEqualTo(20);
        assertThat(ours.array()).containsExactly(theirs.toFloatVector(), within(TOLERANCE));
    }

    @Test
    void firstStep_isTheRateAgainstTheSign() {
        FloatBuffer parameters = FloatBuffer.wrap(new float[] {1, 1, 1});
        Adam.of(3).step(parameters, new float[] {5, -0.1f, 0}, 0.25);
        assertThat(parameters.array()).containsExactly(new float[] {0.75f, 1.25f, 1}, within(1e-5f));
    }

    @Test
    void copyAndCheckpoint_goOnToTheBit() throws IOException {
        Adam adam = Adam.of(LENGTH);
        FloatBuffer parameters = FloatBuffer.wrap(gaussian(Seed.of(3)));
        for (int step = 0; step < 3; step++) {
            adam.step(parameters, gaussian(Seed.of(4).at(step)), RATE);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        adam.save(new DataOutputStream(bytes));
        Adam loaded = Adam.of(LENGTH);
        loaded.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        FloatBuffer second = FloatBuffer.wrap(parameters.array().clone());
        FloatBuffer third = FloatBuffer.wrap(parameters.array().clone());
        Adam copy = adam.copy();
        adam.step(parameters, gaussian(Seed.of(5)), RATE);
        copy.step(second, gaussian(Seed.of(5)), RATE);
        loaded.step(third, gaussian(Seed.of(5)), RATE);
        assertThat(second.array()).isEqualTo(parameters.array());
        assertThat(third.array()).isEqualTo(parameters.array());

        assertThatThrownBy(() -> Adam.of(7).load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("parameters of the saved Adam (5003) must be 7");
    }

    @Test
    void clip_scalesToTheGreatestNorm_andReturnsTheNormBefore() {
        float[] gradient = {3, 0, 4, 0, 12};
        assertThat(Adam.clip(gradient, 26)).isEqualTo(13);
        assertThat(gradient).containsExactly(3, 0, 4, 0, 12);
        assertThat(Adam.clip(gradient, 6.5)).isEqualTo(13);
        assertThat(gradient).containsExactly(1.5f, 0, 2, 0, 6);
        assertThat(Adam.clip(new float[] {Float.NaN}, 1)).isNaN();
        assertThatThrownBy(() -> Adam.clip(gradient, 0)).hasMessageContaining("(0.0) must be positive");
    }

    @Test
    void badSettings_areRefused() {
        assertThatThrownBy(() -> new Adam(1, 1, 0.9, 1e-8)).hasMessageContaining("beta1 (1.0) must lie in [0, 1)");
        assertThatThrownBy(() -> new Adam(1, 0.9, -1, 1e-8)).hasMessageContaining("beta2 (-1.0)");
        assertThatThrownBy(() -> new Adam(1, 0.9, 0.9, 0)).hasMessageContaining("epsilon (0.0) must be positive");
        assertThatThrownBy(() -> Adam.of(3).step(FloatBuffer.allocate(3), new float[4], RATE))
                .hasMessageContaining("(3 and 4) must both be 3");
    }

    private static float[] gaussian(Seed seed) {
        Rng rng = seed.rng();
        float[] values = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            values[i] = (float) rng.gaussian();
        }
        return values;
    }
}
