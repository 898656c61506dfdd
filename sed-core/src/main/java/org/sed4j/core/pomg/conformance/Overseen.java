package org.sed4j.core.pomg.conformance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;

/** A principal whose questions to the objective it is charged with are noted; one from another round is refused. */
final class Overseen implements Principal<Pomg> {
    private final Principal<Pomg> inner;
    private boolean asked;
    private int now;

    Overseen(Principal<Pomg> inner) {
        this.inner = inner;
    }

    /** Whether it ever asked what an objective is worth. */
    boolean asked() {
        return asked;
    }

    private Mandate noted(Mandate mandate) {
        now = mandate.round();
        Election election = new Noted(mandate.election(), new Asked(mandate.objective(), mandate.round()));
        return new Mandate(
                mandate.round(),
                election,
                mandate.reports(),
                mandate.feasible(),
                mandate.incumbent(),
                mandate.steps(),
                mandate.trials(),
                mandate.seed());
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        return inner.govern(noted(mandate));
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        inner.learn(noted(mandate), outcome);
    }

    @Override
    public Principal<Pomg> frozen() {
        return inner.frozen();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        inner.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        inner.load(in);
    }

    private record Noted(Election election, Objective objective) implements Election {
        @Override
        public double[] parameters() {
            return election.parameters();
        }

        @Override
        public Map<String, Double> figures() {
            return election.figures();
        }
    }

    /** An objective that notes who asks. */
    private final class Asked implements Objective {
        private final Objective objective;
        private final int round;

        Asked(Objective objective, int round) {
            this.objective = objective;
            this.round = round;
        }

        @Override
        public String name() {
            return objective.name();
        }

        @Override
        public Set<String> measures() {
            return objective.measures();
        }

        @Override
        public Set<String> gauges() {
            return objective.gauges();
        }

        @Override
        public String undefined() {
            return objective.undefined();
        }

        @Override
        public double value(Design design, Account account) {
            if (round != now) {
                throw Conformance.failed(
                        "In round " + now + " it asks what round " + round + "'s objective, " + name() + ", is worth",
                        "it keeps the objective of its first mandate");
            }
            asked = true;
            return objective.value(design, account);
        }
    }
}
