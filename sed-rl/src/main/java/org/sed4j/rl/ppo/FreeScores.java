package org.sed4j.rl.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.sed4j.rl.network.Adam;

/** Scores that are parameters of their own, the same for every row, with the Adam that moves them; there may be none. */
final class FreeScores {
    private final float[] scores;
    private final Adam adam;

    FreeScores(float[] scores, Adam adam) {
        this.scores = scores;
        this.adam = adam;
    }

    FreeScores copy() {
        return new FreeScores(scores.clone(), adam.copy());
    }

    int count() {
        return scores.length;
    }

    Adam adam() {
        return adam;
    }

    /** Copies them. */
    void copy(float[] into, int at) {
        System.arraycopy(scores, 0, into, at, scores.length);
    }

    /**
     * Adds up their slopes over the rows of a batch.
     *
     * @param from slopes, those of row i from {@code i * stride + first} on
     */
    void pull(float[] from, int stride, int first, int count, float[] gradient, int at) {
        Arrays.fill(gradient, at, at + scores.length, 0);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < scores.length; j++) {
                gradient[at + j] += from[i * stride + first + j];
            }
        }
    }

    /** One step against a gradient, which stands in {@code of} from index {@code at} on. */
    void descend(float[] of, int at, double learningRate) {
        if (scores.length > 0) {
            adam.step(FloatBuffer.wrap(scores), Arrays.copyOfRange(of, at, at + scores.length), learningRate);
        }
    }

    /** Writes the scores alone, without their Adam. */
    void save(DataOutput out) throws IOException {
        for (float score : scores) {
            out.writeFloat(score);
        }
    }

    void load(DataInput in) throws IOException {
        for (int j = 0; j < scores.length; j++) {
            scores[j] = in.readFloat();
        }
    }
}
