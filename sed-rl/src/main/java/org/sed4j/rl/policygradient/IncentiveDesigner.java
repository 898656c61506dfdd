package org.sed4j.rl.policygradient;

import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Checkpointed;

/**
 * A designer of incentives who learns beside a population, iteration by iteration.
 *
 * <p>Saved between iterations: the designer, its population and the worlds that they play in.
 */
public interface IncentiveDesigner extends Checkpointed {

    /**
     * Plays, and lets players and designer learn.
     *
     * @param exploration ε of the players in episodes that are played
     */
    void iterate(double exploration);

    /** Who governs as the designer does at present and goes on to do; a new one for every economy that it governs. */
    Government<Pomg> government();

    /** The episode that was played last. */
    Trajectory latest();
}
