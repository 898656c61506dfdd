package org.sed4j.examples.gathertradebuild;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;

/**
 * A principal that takes office only after some rounds, in which the initial design stays in force: phase one of the two-phase
 * curriculum. It counts rounds from when it takes office.
 *
 * @param rounds of phase one
 * @param then who governs afterwards
 */
record FreeFirst(int rounds, Principal<Pomg> then) implements Principal<Pomg> {
    @Override
    public Government<Pomg> govern(Mandate mandate) {
        return mandate.round() < rounds ? Government.fixed(mandate.incumbent()) : then.govern(inOffice(mandate));
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        if (mandate.round() >= rounds) {
            then.learn(inOffice(mandate), outcome);
        }
    }

    private Mandate inOffice(Mandate m) {
        return new Mandate(
                m.round() - rounds, m.election(), m.feasible(), m.incumbent(), m.steps(), m.trials(), m.seed());
    }

    @Override
    public void save(DataOutput out) throws IOException {
        then.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        then.load(in);
    }
}
