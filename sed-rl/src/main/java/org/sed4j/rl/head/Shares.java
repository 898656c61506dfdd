package org.sed4j.rl.head;

import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.rl.ppo.ActionFamily;

/**
 * Draws that are shares already, with no mass beyond the bounds: Beta draws for a box, a Dirichlet draw for a simplex.
 *
 * <p>Source: Chou, Maturana and Scherer (2017), "Improving stochastic policy gradients in continuous control with deep
 * reinforcement learning using the Beta distribution", ICML; a Beta draw is the first share of a Dirichlet draw of two.
 */
public final class Shares implements DesignHead {
    private final DesignSpace.@Nullable Box box;
    private final int entries;
    private final ActionFamily family;

    private Shares(DesignSpace.@Nullable Box box, int entries, ActionFamily family) {
        this.box = box;
        this.entries = entries;
        this.family = family;
    }

    /** φ_j = low_j + (high_j - low_j) · x_j, x_j drawn from a Beta distribution. */
    public static Shares beta(DesignSpace.Box box) {
        DesignHead.bounded(box, "Beta draws");
        return new Shares(box, box.dimension(), ActionFamily.dirichlet(box.dimension(), 2));
    }

    /** φ drawn from a Dirichlet distribution on the simplex of that many entries. */
    public static Shares dirichlet(int entries) {
        Require.atLeast(entries, 2, "entries of a simplex that a principal designs");
        return new Shares(null, entries, ActionFamily.dirichlet(1, entries));
    }

    @Override
    public int entries() {
        return entries;
    }

    @Override
    public ActionFamily family() {
        return family;
    }

    @Override
    public void apply(int[] actions, int at, Reach reach, float[] law, int lawAt) {
        if (box != null) {
            for (int j = 0; j < entries; j++) {
                law[lawAt + j] = Squashed.placed(box, j, Float.intBitsToFloat(actions[at + 2 * j]), reach);
            }
            return;
        }
        Require.that(
                reach.isFull(),
                "ramp of a principal on a simplex",
                reach,
                "must be none",
                "a curriculum opens a box from its low bounds; a simplex has none");
        double sum = 0;
        for (int j = 0; j < entries; j++) {
            sum += Float.intBitsToFloat(actions[at + j]);
        }
        for (int j = 0; j < entries; j++) {
            law[lawAt + j] = (float) (Float.intBitsToFloat(actions[at + j]) / sum);
        }
    }

    /** Uniform over the box or the simplex: spacings of exponential draws. */
    @Override
    public void anything(Rng rng, int[] actions, int at) {
        int groups = box == null ? 1 : entries;
        int size = family.entries() / groups;
        for (int g = 0; g < groups; g++) {
            double[] draws = new double[size];
            double sum = 0;
            for (int i = 0; i < size; i++) {
                draws[i] = -Math.log(1 - rng.uniform()) + Float.MIN_NORMAL;
                sum += draws[i];
            }
            for (int i = 0; i < size; i++) {
                actions[at + g * size + i] = Float.floatToRawIntBits((float) (draws[i] / sum));
            }
        }
    }
}
