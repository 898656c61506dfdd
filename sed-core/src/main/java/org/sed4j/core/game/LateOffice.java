package org.sed4j.core.game;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * A principal that takes office only after some rounds, in which the law stays as it is: phase one of the two-phase
 * curriculum. It counts rounds from when it takes office.
 *
 * @param rounds of phase one, at least 0
 * @param then who governs afterwards
 * @param <E> the economies it can govern
 * @paper 002, appendix A
 */
public record LateOffice<E extends Economy>(int rounds, Principal<E> then) implements Principal<E> {
    public LateOffice {
        Require.atLeast(rounds, 0, "rounds before a principal takes office");
    }

    @Override
    public Government<E> govern(Mandate mandate) {
        return mandate.round() < rounds
                ? Government.standing()
                : then.govern(mandate.inRound(mandate.round() - rounds));
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        if (mandate.round() >= rounds) {
            then.learn(mandate.inRound(mandate.round() - rounds), outcome);
        }
    }

    @Override
    public Principal<E> frozen() {
        return then.frozen();
    }

    @Override
    public Map<String, Double> figures() {
        return then.figures();
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
