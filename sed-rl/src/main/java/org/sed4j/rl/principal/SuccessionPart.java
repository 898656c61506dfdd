package org.sed4j.rl.principal;

import java.util.Optional;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Setting;

/** Two principals one after the other, still to be made. */
record SuccessionPart(int rounds, int every, PrincipalPart first, PrincipalPart then) implements PrincipalPart {
    @Override
    public String name() {
        return first.name() + ", then " + then.name();
    }

    @Override
    public Optional<String> objection(Setting setting) {
        return first.objection(setting).or(() -> then.objection(setting));
    }

    @Override
    public Optional<String> objection(Setting setting, FollowersPart followers) {
        return first.objection(setting, followers).or(() -> then.objection(setting, followers));
    }

    @Override
    public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
        return new Succession<>(
                rounds,
                every,
                first.make(setting, economy, followers, seed.named("first")),
                then.make(setting, economy, followers, seed.named("then")));
    }
}
