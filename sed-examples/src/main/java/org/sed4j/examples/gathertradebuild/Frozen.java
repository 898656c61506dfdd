package org.sed4j.examples.gathertradebuild;

import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.envs.tax.Phasing;
import org.sed4j.envs.tax.SaezCode;
import org.sed4j.envs.tax.TaxCode;
import org.sed4j.rl.metagradient.MetaGradPrincipal;
import org.sed4j.rl.policygradient.EpisodicFollowers;
import org.sed4j.rl.ppo.PpoFollowers;
import org.sed4j.rl.principal.LiveSearch;
import org.sed4j.rl.principal.PpoPrincipal;

/** Players and planners as they are, learning no more and with every rate open: who is tested. */
final class Frozen {
    private Frozen() {}

    static Followers<Pomg> of(Followers<Pomg> followers) {
        return followers instanceof PpoFollowers learners
                ? learners.frozen()
                : followers instanceof EpisodicFollowers learners ? learners.frozen() : followers;
    }

    static Principal<Pomg> of(Principal<Pomg> principal) {
        if (principal instanceof FreeFirst late) {
            return of(late.then());
        }
        if (principal instanceof PpoPrincipal learned) {
            return learned.frozen();
        }
        if (principal instanceof MetaGradPrincipal learned) {
            return learned.frozen();
        }
        if (principal instanceof LiveSearch search) {
            return search.settled();
        }
        if (principal instanceof SaezCode saez) {
            return saez.frozen();
        }
        if (principal instanceof TaxCode<Pomg> code) {
            return new TaxCode<>(code.schedule(), Phasing.NONE);
        }
        return principal;
    }
}
