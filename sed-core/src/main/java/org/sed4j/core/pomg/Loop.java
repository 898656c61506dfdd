package org.sed4j.core.pomg;

import java.util.function.BooleanSupplier;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;

/**
 * The loop that every protocol shares: the only place where players and principal meet.
 *
 * <p>Players act on what is published; where a decision is due the principal is consulted with the joint action about to be
 * played, and its design is enacted; the worlds step; whoever learns sees what followed; ended worlds start anew. This one
 * form serves a tax period's rates, an incentive for this very action, one candidate design per world, and a leader queried
 * inside sub-episodes.
 */
public final class Loop {
    private Loop() {}

    /** Plays {@code steps} steps and tallies what each player got. */
    public static Outcome play(Pomg economy, Players players, Government<? super Pomg> government, int steps) {
        return play(economy, players, government, steps, () -> false);
    }

    /** The same, which ends before {@code steps} steps once it is over: asked after every step. */
    public static Outcome play(
            Pomg economy, Players players, Government<? super Pomg> government, int steps, BooleanSupplier over) {
        Tensors now = economy.now();
        Spaces spaces = economy.spaces();
        IntTensor actions = IntTensor.zeros(economy.batch(), (long) spaces.players() * spaces.heads());
        Tally tally = new Tally(spaces, economy.batch());
        government.begun(economy);
        for (int t = 0; t < steps && (t == 0 || !over.getAsBoolean()); t++) {
            players.act(now, actions);
            if (economy.anyDue()) {
                economy.consult(actions);
                government.decide(economy);
            }
            economy.step(actions);
            tally.add(now);
            players.stepped(now);
            government.stepped(economy);
            economy.reset(now.ended());
        }
        return tally.outcome();
    }
}
