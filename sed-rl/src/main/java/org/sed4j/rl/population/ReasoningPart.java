package org.sed4j.rl.population;

import java.util.Optional;
import org.sed4j.core.game.Followers;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.Setting;

/**
 * Players of bounded rationality, still to be made.
 *
 * @param name theirs
 * @param reasoning how they choose
 */
record ReasoningPart(String name, Reasoning reasoning) implements FollowersPart {
    /** World steps that a step may take. */
    private static final long MOST = 1 << 22;

    @Override
    public Optional<String> objection(Setting setting) {
        long cost = (long) setting.worlds()
                * setting.spaces().players()
                * setting.spaces().choices()
                * reasoning.depth();
        return cost <= MOST
                ? Optional.empty()
                : Optional.of("a step asks " + setting.worlds() + " worlds x "
                        + setting.spaces().players() + " players x "
                        + setting.spaces().choices() + " choices x " + reasoning.depth() + " levels, " + cost
                        + " world steps, more than " + MOST
                        + "; fewer worlds, or players who learn from play alone (ppo, tabular-q) fit");
    }

    @Override
    public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
        return new ReasoningFollowers(setting.spaces(), reasoning);
    }
}
