package org.sed4j.examples.gathertradebuild;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;

/**
 * A principal that searches anew only every few rounds; its design stays in force in between, and is where the next search
 * begins.
 */
final class Sessions implements Principal<Pomg> {
    private final int every;
    private final Principal<Pomg> search;
    private final Design start;
    private double[] enacted = {};

    /**
     * Sessions of a search.
     *
     * @param start where the first one begins
     */
    Sessions(int every, Principal<Pomg> search, Design start) {
        this.every = every;
        this.search = search;
        this.start = start;
    }

    @Override
    public Government<Pomg> govern(Mandate m) {
        Design incumbent = enacted.length == 0 ? start : Design.of(enacted);
        if (m.round() % every == 0 || enacted.length == 0) {
            Mandate session =
                    new Mandate(m.round(), m.election(), m.feasible(), incumbent, m.steps(), m.trials(), m.seed());
            incumbent = search.govern(session).design();
            enacted = incumbent.toArray();
        }
        return Government.fixed(incumbent);
    }

    /** The same design for ever. */
    Principal<Pomg> frozen() {
        return Principal.fixed(enacted.length == 0 ? start : Design.of(enacted));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(enacted.length);
        for (double rate : enacted) {
            out.writeDouble(rate);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        enacted = new double[in.readInt()];
        for (int j = 0; j < enacted.length; j++) {
            enacted[j] = in.readDouble();
        }
    }
}
