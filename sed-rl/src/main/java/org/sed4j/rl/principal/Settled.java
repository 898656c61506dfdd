package org.sed4j.rl.principal;

import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Reparameterizations;
import org.sed4j.core.pomg.Pomg;

/** R(ξ), or the start if nothing was tried yet. */
record Settled(Design start, double[] xi) implements Principal<Pomg> {
    @Override
    public Government<Pomg> govern(Mandate mandate) {
        return Government.fixed(
                xi.length == 0
                        ? start
                        : Reparameterizations.of(mandate.feasible()).apply(xi));
    }

    @Override
    public Principal<Pomg> frozen() {
        return this;
    }
}
