package org.sed4j.rl.population;

import org.sed4j.core.society.FollowersPart;

/** Players by a no-regret rule, still to be made; what is not said is told from the setting. */
public interface RulePart extends FollowersPart {

    /**
     * The same, telling situations apart; by nothing if not said.
     *
     * @param most situations of a player, at least 1
     */
    RulePart context(Context other, int most);

    /** The same, asking so far and so often; one step, in every step, if not said. */
    RulePart foresight(Foresight other);

    /** The same, knowing where the mean reward of a step lies; learned if not said. */
    RulePart payoffs(double low, double high);
}
