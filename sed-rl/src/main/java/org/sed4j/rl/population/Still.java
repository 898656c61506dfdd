package org.sed4j.rl.population;

import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;

/**
 * Followers who act from tables that nobody writes any more.
 *
 * @param heads where choices are made
 * @param acting makes who acts in a round
 */
record Still(ActionHeads heads, Acting acting) implements Followers<Pomg> {

    /** Makes who acts in a round of some worlds. */
    @FunctionalInterface
    interface Acting {
        Players in(int worlds, Seed seed);
    }

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        heads.require(economy.spaces());
        return Loop.play(economy, acting.in(economy.batch(), seed.named("acts")), government, steps);
    }

    @Override
    public Still copy() {
        return this;
    }

    @Override
    public Still frozen() {
        return this;
    }

    @Override
    public boolean learns() {
        return false;
    }
}
