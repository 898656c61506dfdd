package org.sed4j.core.society;

import java.util.Optional;
import org.sed4j.core.game.Followers;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;

/** Followers still to be made: what they are called, what they fit, and how they are made for a setting. */
public interface FollowersPart {

    /** What messages and command lines call them. */
    String name();

    /** Why they cannot live in that setting, and what would fit, in a sentence or two; empty if they can. */
    default Optional<String> objection(Setting setting) {
        return Optional.empty();
    }

    /** Whether what they learn can be differentiated in what they are paid, as paper 004's designers need. */
    default boolean differentiable() {
        return false;
    }

    /**
     * Makes them.
     *
     * @param economy that they will live in, not yet reset
     * @param seed where their chance comes from
     */
    Followers<Pomg> make(Setting setting, Pomg economy, Seed seed);

    /** Followers that need no making and fit everywhere. */
    static FollowersPart of(String name, Followers<Pomg> followers) {
        return new FollowersPart() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
                return followers;
            }
        };
    }
}
