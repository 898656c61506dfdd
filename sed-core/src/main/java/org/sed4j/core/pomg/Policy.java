package org.sed4j.core.pomg;

import org.sed4j.core.run.Rng;

/** How one player acts on what it sees: a trained network, a rule of thumb, a script of a user's. */
@FunctionalInterface
public interface Policy {

    /**
     * Chooses.
     *
     * @param view what the player sees; not to be kept
     * @param mask 1 for each allowed choice, head after head; all ones in an economy without masks
     * @param rng chance of this player in this step
     * @return one choice for each head
     */
    int[] act(View view, byte[] mask, Rng rng);
}
