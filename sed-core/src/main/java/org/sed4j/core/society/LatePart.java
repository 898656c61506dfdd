package org.sed4j.core.society;

import java.util.Optional;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.LateOffice;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;

/** A principal still to be made that takes office late. */
record LatePart(int rounds, PrincipalPart then) implements PrincipalPart {
    @Override
    public String name() {
        return then.name();
    }

    @Override
    public Optional<String> objection(Setting setting) {
        return then.objection(setting);
    }

    @Override
    public Optional<String> objection(Setting setting, FollowersPart followers) {
        return then.objection(setting, followers);
    }

    @Override
    public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
        return new LateOffice<>(rounds, then.make(setting, economy, followers, seed));
    }
}
