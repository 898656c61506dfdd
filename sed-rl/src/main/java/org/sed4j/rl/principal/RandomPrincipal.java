package org.sed4j.rl.principal;

import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Rng;

/**
 * A principal that sets every entry to a random choice at every decision: the baseline a learned one must beat, and what
 * the published code's principal stays for ever, since its optimiser holds the players' parameters.
 *
 * @param levels its choices, all equally likely, "keep" among them
 */
public record RandomPrincipal(Levels levels) implements Principal<Pomg> {

    @Override
    public RandomPrincipal frozen() {
        return this;
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        Rng rng = mandate.seed().rng();
        return new Government<>() {
            @Override
            public void decide(Pomg economy) {
                int k = levels.entries();
                FloatTensor designs = FloatTensor.zeros(economy.batch(), k);
                for (int b = 0; b < economy.batch(); b++) {
                    for (int j = 0; j < k; j++) {
                        float now = economy.now().design().get(b * k + j);
                        designs.set(b * k + j, levels.apply(rng.below(levels.open()), now));
                    }
                }
                economy.enactWhereDue(designs);
            }
        };
    }
}
