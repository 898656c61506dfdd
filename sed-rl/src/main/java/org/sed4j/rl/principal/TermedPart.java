package org.sed4j.rl.principal;

import java.util.Optional;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Setting;

/** A termed leader, still to be made. */
record TermedPart(Termed.Phases phases, PrincipalPart inner) implements PrincipalPart {
    @Override
    public String name() {
        return "stackelberg-pomdp(" + inner.name() + ")";
    }

    @Override
    public Optional<String> objection(Setting setting) {
        return inner.objection(setting);
    }

    @Override
    public Optional<String> objection(Setting setting, FollowersPart followers) {
        return inner.objection(setting, followers);
    }

    @Override
    public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
        return new Termed<>(phases, inner.make(setting, economy, followers, seed));
    }
}
