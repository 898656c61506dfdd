package org.sed4j.core.pomg.conformance;

import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Rng;

/** Draws joint actions and designs at random, for checks. */
final class Lots {
    /** Where a design space has no bound, designs are drawn up to here. */
    private static final double FAR = 1;

    private Lots() {}

    /**
     * Draws an action for one player, uniformly among what its mask allows.
     *
     * @param mask read from {@code row} on; all is allowed if it is empty
     */
    static void action(Spaces spaces, byte[] mask, int row, Rng rng, int[] actions, int to) {
        int offset = row;
        for (int h = 0; h < spaces.heads(); h++) {
            int choices = spaces.actions().get(h);
            int choice = rng.below(choices);
            for (int tried = 0; mask.length > 0 && mask[offset + choice] == 0 && tried < choices; tried++) {
                choice = (choice + 1) % choices;
            }
            actions[to + h] = choice;
            offset += choices;
        }
    }

    /** Draws a design from the whole of Φ, as near uniformly as its bounds allow. */
    static void design(DesignSpace space, Rng rng, float[] design) {
        if (space instanceof DesignSpace.Box box) {
            for (int j = 0; j < design.length; j++) {
                double low = low(box, j);
                design[j] = (float) (low + rng.uniform() * (high(box, j) - low));
            }
            return;
        }
        double sum = 0;
        for (int j = 0; j < design.length; j++) {
            design[j] = (float) -Math.log(1 - rng.uniform());
            sum += design[j];
        }
        for (int j = 0; j < design.length; j++) {
            design[j] = (float) (design[j] / sum);
        }
    }

    /** The least value that is drawn for an entry. */
    static double low(DesignSpace.Box box, int j) {
        double high = box.high().get(j);
        return Double.isInfinite(box.low().get(j))
                ? Math.min(-FAR, high - FAR)
                : box.low().get(j);
    }

    /** The greatest value that is drawn for an entry. */
    static double high(DesignSpace.Box box, int j) {
        return Double.isInfinite(box.high().get(j))
                ? Math.max(FAR, low(box, j) + FAR)
                : box.high().get(j);
    }
}
