package org.sed4j.core.society;

import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Crew;

/**
 * What the parts of a society are made for.
 *
 * @param spaces shapes and names of the economy
 * @param settles whether its rewards are settled from ledgers, so that they can be differentiated in the design
 * @param asks whether its worlds ever ask a principal, {@link org.sed4j.core.pomg.World#due}; if not, it is designed when a round
 *     begins
 * @param game S = (Φ, P, φ_0, D, δ, Θ, O, f)
 * @param schedule T and τ
 * @param worlds B
 * @param rounds how many rounds are planned, for what is annealed over them; 0 if nobody knows
 * @param crew threads that learners share
 */
public record Setting(
        Spaces spaces,
        boolean settles,
        boolean asks,
        DesignGame<Pomg> game,
        Rounds.Schedule schedule,
        int worlds,
        long rounds,
        Crew crew) {}
