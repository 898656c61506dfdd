package org.sed4j.rl.head;

import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.run.Rng;
import org.sed4j.rl.ppo.ActionFamily;

/**
 * Real entries in a box: φ_j = low_j + (high_j - low_j) · sigmoid(u_j) with u_j normal around the network's output.
 *
 * <p>Densities are those of u: the Jacobian of the sigmoid does not depend on the policy, so ratios of densities, and gradients of
 * their logarithms, are the same.
 *
 * @paper 004, section 4.2: dual-RL (c), with a deviation of 1
 */
public final class Squashed implements DesignHead {
    private final DesignSpace.Box box;
    private final ActionFamily family;

    private Squashed(DesignSpace.Box box, ActionFamily family) {
        this.box = DesignHead.bounded(box, "squashed normal draws");
        this.family = family;
    }

    /** With a deviation of each entry that is learned, the same for every view; 1 at first. */
    public static Squashed learned(DesignSpace.Box box) {
        return new Squashed(box, ActionFamily.normal(box.dimension()));
    }

    /** With a deviation of 1 for ever. */
    public static Squashed unit(DesignSpace.Box box) {
        return new Squashed(box, ActionFamily.unitNormal(box.dimension()));
    }

    @Override
    public int entries() {
        return box.dimension();
    }

    @Override
    public ActionFamily family() {
        return family;
    }

    @Override
    public int outputs() {
        return box.dimension();
    }

    @Override
    public void apply(int[] actions, int at, Reach reach, float[] law, int lawAt) {
        for (int j = 0; j < box.dimension(); j++) {
            double share = 1 / (1 + Math.exp(-Float.intBitsToFloat(actions[at + j])));
            law[lawAt + j] = placed(box, j, share, reach);
        }
    }

    /** The value at that share of an entry's range, as far as it may go. */
    static float placed(DesignSpace.Box box, int j, double share, Reach reach) {
        double low = box.low().get(j);
        return within(box, j, low + (box.high().get(j) - low) * share, reach);
    }

    /** A value as far as it may go, and inside the bounds whatever rounding does. */
    static float within(DesignSpace.Box box, int j, double value, Reach reach) {
        double low = box.low().get(j);
        double high = box.high().get(j);
        double set = low + reach.scale() * (value - low);
        return (float) Math.min(Math.max(set, low), low + reach.cap() * (high - low));
    }

    /** Uniform over the box, as far as a sigmoid reaches. */
    @Override
    public void anything(Rng rng, int[] actions, int at) {
        for (int j = 0; j < box.dimension(); j++) {
            double share = Math.min(Math.max(rng.uniform(), 1e-9), 1 - 1e-9);
            actions[at + j] = Float.floatToRawIntBits((float) Math.log(share / (1 - share)));
        }
    }
}
