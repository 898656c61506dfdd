package org.sed4j.rl.principal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.game.Economy;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Seed;

/**
 * A leader that is paid only once followers have adapted to it: the Stackelberg POMDP in the ring, around any principal that
 * learns.
 *
 * <p>A term of office is some rounds in which followers adapt to the leader's policy, and then some that pay it. Throughout a term
 * the leader's chance is the same: what it draws at a step of a round is one function of what it sees, so that followers adapt to
 * the very policy that is then judged. It learns after the rounds that pay, and counts terms as its rounds. Whether followers
 * begin every term anew, as in the paper, or go on, is theirs to say: {@code Restarting} begins anew.
 *
 * @paper 003, section 5. Deviation: it learns from the rewarded rounds alone; in the paper decisions that meet adapting followers
 *     are transitions of reward 0, whose actions are the same ones
 * @param <E> the economies it can govern
 */
public final class Termed<E extends Economy> implements Principal<E> {
    private final Phases phases;
    private final Principal<E> inner;
    private long lived;
    private long chance;

    /**
     * The rounds of a term.
     *
     * @param adapt in which followers adapt and nobody is paid, at least 0
     * @param reward that pay, at least 1
     */
    public record Phases(int adapt, int reward) {
        public Phases {
            Require.atLeast(adapt, 0, "rounds in which followers adapt");
            Require.atLeast(reward, 1, "rounds that pay the leader");
        }

        /** Rounds of a term. */
        public int all() {
            return adapt + reward;
        }
    }

    /** That leader, paid by those phases. */
    public Termed(Phases phases, Principal<E> inner) {
        this.phases = phases;
        this.inner = inner;
    }

    @Override
    public Government<E> govern(Mandate mandate) {
        if (lived % phases.all() == 0) {
            chance = mandate.seed().key();
        }
        return inner.govern(termed(mandate, new Seed(chance)));
    }

    private Mandate termed(Mandate mandate, Seed seed) {
        return new Mandate(
                (int) (lived / phases.all()),
                mandate.election(),
                mandate.reports(),
                mandate.feasible(),
                mandate.incumbent(),
                mandate.steps(),
                mandate.trials(),
                seed);
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        if (lived % phases.all() >= phases.adapt()) {
            inner.learn(termed(mandate, mandate.seed()), outcome);
        }
        lived++;
    }

    /** The leader as it is, which governs every round alike. */
    @Override
    public Principal<E> frozen() {
        return inner.frozen();
    }

    /** Who leads. */
    public Principal<E> inner() {
        return inner;
    }

    @Override
    public Map<String, Double> figures() {
        Map<String, Double> named = new LinkedHashMap<>();
        long term = lived / phases.all();
        named.put("term", (double) term);
        named.putAll(inner.figures());
        return named;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(lived);
        out.writeLong(chance);
        inner.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        lived = in.readLong();
        chance = in.readLong();
        inner.load(in);
    }
}
