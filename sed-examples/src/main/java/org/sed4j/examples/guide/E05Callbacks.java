package org.sed4j.examples.guide;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;

/** Somebody who looks on: votes, every step with what players did, and what each round came to. */
public final class E05Callbacks implements Witness<Pomg> {
    private final List<String> lines = new ArrayList<>();
    private long gifts;

    /** What was seen, in order. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void voted(Vote vote, Election election) {
        lines.add("round " + vote.round() + " asks for " + election.objective().name());
    }

    @Override
    public void stepped(Pomg economy) {
        for (int row = 0; row < economy.actions().length(); row++) {
            gifts += economy.actions().get(row);
        }
    }

    @Override
    public void ended(Round round) {
        lines.add("welfare " + round.welfare() + " after " + gifts + " coins given so far");
    }
}
