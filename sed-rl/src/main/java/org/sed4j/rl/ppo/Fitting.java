package org.sed4j.rl.ppo;

import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.rl.network.Inputs;

/** Whether a policy was made for the players of an economy. */
public final class Fitting {
    private Fitting() {}

    /**
     * Requires that a policy sees what players are shown and scores what they may choose.
     *
     * @throws IllegalArgumentException naming both sizes, if it does not
     */
    public static void require(ActorCritic mind, Spaces spaces) {
        Inputs inputs = mind.inputs();
        int scores = mind.family().scores();
        int heads = mind.family().entries();
        boolean sees = inputs.codes().equals(spaces.codes())
                && inputs.numbers() == spaces.numbers().size();
        Require.that(
                sees && scores == spaces.choices() && heads == spaces.heads(),
                "network of the players",
                "sees " + seen(inputs.codes(), inputs.numbers()) + "; scores " + scores + " choices of " + heads
                        + " heads",
                "must fit the economy, which shows "
                        + seen(spaces.codes(), spaces.numbers().size()) + " and has " + spaces.choices()
                        + " choices of " + spaces.heads() + " heads",
                "it was made for another economy: ask its spaces for sizes");
    }

    private static String seen(Spaces.Grid codes, int numbers) {
        return codes.cells() + " cells of " + codes.kinds() + " kinds (" + codes.height() + " x " + codes.width()
                + ") and " + numbers + " numbers";
    }
}
