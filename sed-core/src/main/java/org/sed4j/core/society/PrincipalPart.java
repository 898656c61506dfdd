package org.sed4j.core.society;

import java.util.Optional;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.LateOffice;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;

/** A principal still to be made: what it is called, what it fits, and how it is made for a setting. */
public interface PrincipalPart {

    /** What messages and command lines call it. */
    String name();

    /** Why it cannot govern in that setting, and what would fit, in a sentence or two; empty if it can. */
    default Optional<String> objection(Setting setting) {
        return Optional.empty();
    }

    /** The same, of those whom it would govern too: few principals need to know. */
    default Optional<String> objection(Setting setting, FollowersPart followers) {
        return objection(setting);
    }

    /**
     * Makes it.
     *
     * @param economy that it will govern, not yet reset
     * @param followers whom it will govern: few principals need to know
     * @param seed where its chance comes from
     */
    Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed);

    /** The same, taking office only after so many rounds: see {@link LateOffice}. */
    default PrincipalPart after(int rounds) {
        return rounds == 0 ? this : new LatePart(rounds, this);
    }

    /** A principal that needs no making and fits everywhere. */
    static PrincipalPart of(String name, Principal<Pomg> principal) {
        return new PrincipalPart() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
                return principal;
            }
        };
    }
}
