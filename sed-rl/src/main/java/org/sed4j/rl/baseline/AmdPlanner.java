package org.sed4j.rl.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.metagradient.Context;
import org.sed4j.rl.metagradient.DesignerReward;
import org.sed4j.rl.metagradient.IncentiveFunction;
import org.sed4j.rl.metagradient.IncentiveGovernment;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.policygradient.Doubles;
import org.sed4j.rl.policygradient.Moments;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.Samples;
import org.sed4j.rl.policygradient.Trajectory;

/** The planner of adaptive mechanism design: what it pays, and its step for every step of an episode, in order. */
final class AmdPlanner implements Checkpointed {
    private final Population population;
    private final IncentiveFunction incentives;
    private final Amd.Rule rule;
    private final Samples decisions;
    private final int n;
    private double[] eta;
    private Moments moments;

    AmdPlanner(Spaces spaces, int parameters, Population population, Layers layers, Amd.Rule rule, Seed seed) {
        this.n = spaces.players();
        Require.that(
                spaces.design().dimension() == n,
                "entries of the design",
                spaces.design().dimension(),
                "must be one for each of " + n + " players",
                "incentives are paid by action; this planner pays players");
        int rows = population.batch() * population.slots();
        this.population = population;
        this.incentives = new IncentiveFunction(spaces, parameters, layers, rows, seed.named("incentives"));
        this.rule = rule;
        this.decisions = Samples.ofPrincipal(spaces.principalNumbers().size(), population.batch(), population.slots());
        this.eta = incentives.initial();
        this.moments = rule.step().start(eta.length);
        incentives.become(eta);
    }

    Government<Pomg> government(Context context) {
        return new IncentiveGovernment(incentives, population.spaces(), context);
    }

    /** What it pays at present, whatever becomes of it. */
    IncentiveFunction still() {
        return incentives.at(eta);
    }

    /** A step for every step of an episode. */
    void learn(Trajectory tau, DesignerReward reward, Context context) {
        Rows rows = context.after(
                decisions.take(tau), population.spaces().principalNumbers().size());
        for (int row = 0; row < decisions.count(); row++) {
            learn(tau, reward, rows, row);
        }
        incentives.become(eta);
    }

    private void learn(Trajectory tau, DesignerReward reward, Rows rows, int row) {
        int slot = decisions.slot(row);
        int world = decisions.lane(row);
        double[] paid = new double[n];
        incentives.designs(eta, rows.from(row), 1, paid);
        double worth = reward.at(tau, slot, world);
        double norm = norm(paid);
        double[] by = new double[n];
        for (int i = 0; i < n; i++) {
            double score = population.squaredScore(tau, slot, world * n + i);
            by[i] = rule.playerRate() * score * worth - (norm > 0 ? rule.costWeight() * paid[i] / norm : 0);
        }
        double[] ascent = new double[eta.length];
        incentives.pullback(by, 1, ascent);
        double size = norm(ascent);
        for (int i = 0; i < ascent.length && size > rule.gradientNorm(); i++) {
            ascent[i] *= rule.gradientNorm() / size;
        }
        double[] next = eta.clone();
        moments = rule.step().step(next, ascent, moments);
        eta = next;
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        Doubles.write(eta, out);
        moments.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        eta = Doubles.read(in);
        moments = Moments.load(in);
        incentives.become(eta);
    }
}
