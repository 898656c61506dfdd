package org.sed4j.rl.ppo;

import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Rows;

/**
 * Draws actions from a policy, row by row.
 *
 * <p>The draw of row i at step t is a hash of (seed, t, i): it depends neither on threads nor on other rows.
 */
public final class Sampler {
    private static final int ROWS_PER_TASK = 512;

    private final ActorCritic mind;
    private final ActionFamily family;
    private final Crew crew;
    private final float[] outputs;
    private final Rng[] rngs;

    /** A sampler for up to {@code maxRows} rows at a time. */
    public Sampler(ActorCritic mind, Crew crew, int maxRows) {
        this.mind = mind;
        this.family = mind.family();
        this.crew = crew;
        this.outputs = new float[maxRows * (family.scores() + 1)];
        this.rngs = new Rng[tasks(maxRows)];
        for (int i = 0; i < rngs.length; i++) {
            rngs[i] = new Rng();
        }
    }

    private static int tasks(int rows) {
        return (rows + ROWS_PER_TASK - 1) / ROWS_PER_TASK;
    }

    /** How actions are taken from the policy. */
    public enum Manner {
        /** Drawn with the policy's probabilities. */
        DRAWN,
        /** The likeliest. */
        GREEDY
    }

    /**
     * Chooses for {@code count} rows.
     *
     * @param masks [count, K]
     * @param actions [count, H], written
     * @param logProbability [count], written
     * @param value [count], written
     */
    public void choose(
            Rows rows,
            int count,
            byte[] masks,
            Seed seed,
            long step,
            Manner manner,
            int[] actions,
            float[] logProbability,
            float[] value) {
        mind.evaluate(rows, count, outputs);
        crew.run(tasks(count), task -> {
            int end = Math.min(count, (task + 1) * ROWS_PER_TASK);
            for (int row = task * ROWS_PER_TASK; row < end; row++) {
                chooseRow(row, masks, seed, step, manner, actions, logProbability, value, rngs[task]);
            }
        });
    }

    private void chooseRow(
            int row,
            byte[] masks,
            Seed seed,
            long step,
            Manner manner,
            int[] actions,
            float[] logProbability,
            float[] value,
            Rng rng) {
        int k = family.scores();
        int h = family.entries();
        int at = row * (k + 1);
        value[row] = outputs[at + k];
        family.normalise(outputs, at, masks, row * k);
        if (manner == Manner.GREEDY) {
            logProbability[row] = family.greedy(outputs, at, actions, row * h);
        } else {
            rng.seat(seed.key(), step);
            rng.stream(row);
            logProbability[row] = family.draw(outputs, at, rng, actions, row * h);
        }
    }

    /** Writes the values of {@code count} rows. */
    public void value(Rows rows, int count, float[] value) {
        mind.evaluate(rows, count, outputs);
        int width = family.scores() + 1;
        for (int row = 0; row < count; row++) {
            value[row] = outputs[row * width + width - 1];
        }
    }
}
