package org.sed4j.rl.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.metagradient.DesignerReward;
import org.sed4j.rl.metagradient.IncentiveFunction;
import org.sed4j.rl.metagradient.IncentiveGovernment;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.policygradient.Doubles;
import org.sed4j.rl.policygradient.Episodes;
import org.sed4j.rl.policygradient.IncentiveDesigner;
import org.sed4j.rl.policygradient.Moments;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.Samples;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.Trajectory;

/**
 * Adaptive mechanism design: a planner who pays each player p_i and looks one of its gradient steps ahead, step by step.
 *
 * <p>At every step it ascends α Σ_i ‖∇log π_i(a_i|s)‖² p_i V - c ‖p‖, V the step's sum of rewards without incentives, α the
 * players' learning rate. Deviation: the steps of an episode are learned from in order after it, not during it, so incentives
 * within an episode stand still.
 *
 * <p>Source: Baumann, Graepel and Shawe-Taylor (2020), "Adaptive mechanism design: learning to promote cooperation", IJCNN, as
 * paper 004 extends it to episodes of several steps.
 *
 * @paper 004, appendix C
 */
public final class Amd implements IncentiveDesigner {
    private final Population population;
    private final Episodes episodes;
    private final IncentiveFunction incentives;
    private final Rule rule;
    private final DesignerReward reward;
    private final Samples decisions;
    private final Government<Pomg> government;
    private final Trajectory tau;
    private final int n;
    private double[] eta;
    private Moments moments;

    /**
     * How the planner learns.
     *
     * @param step how its parameters move
     * @param playerRate α, the players' learning rate as the planner knows it, above 0
     * @param costWeight c, at least 0
     * @param gradientNorm greatest norm of a gradient, above 0
     */
    public record Rule(StepRule step, double playerRate, double costWeight, double gradientNorm) {
        public Rule {
            Require.that(playerRate > 0, "players' learning rate", playerRate, "must be positive", "a sign was lost");
            Require.within(costWeight, 0, Double.MAX_VALUE, "weight of the cost");
            Require.that(gradientNorm > 0, "gradient norm", gradientNorm, "must be positive", "0 was meant as \"off\"");
        }

        /** Paper 004's numbers. */
        public static Rule published(double playerRate) {
            return new Rule(StepRule.adam(2.74e-5), playerRate, 4.24e-4, 10);
        }
    }

    /**
     * @param layers from the principal's view to one output for each player
     * @param reward V of a step
     * @throws IllegalArgumentException if the design is not one entry for each player
     */
    public Amd(Pomg economy, Population population, Layers layers, Rule rule, DesignerReward reward, Seed seed) {
        this.n = economy.spaces().players();
        Require.that(
                economy.spaces().design().dimension() == n,
                "entries of the design",
                economy.spaces().design().dimension(),
                "must be one for each of " + n + " players",
                "incentives are paid by action; this planner pays players");
        int rows = population.batch() * population.slots();
        this.population = population;
        this.episodes = new Episodes(economy, population, seed.named("actions"));
        this.incentives = new IncentiveFunction(economy.spaces(), layers, rows, seed.named("incentives"));
        this.rule = rule;
        this.reward = reward;
        this.decisions =
                Samples.ofPrincipal(economy.spaces().principalNumbers().size(), population.batch(), population.slots());
        this.government = government(economy);
        this.tau = population.trajectory();
        this.eta = incentives.initial();
        this.moments = rule.step().start(eta.length);
        incentives.become(eta);
    }

    private Government<Pomg> government(Pomg economy) {
        return new IncentiveGovernment(incentives, economy.spaces());
    }

    @Override
    public void iterate(double exploration) {
        episodes.play(government, exploration, tau);
        Rows rows = decisions.take(tau);
        for (int row = 0; row < decisions.count(); row++) {
            learn(rows, row);
        }
        incentives.become(eta);
        population.become(population.updated(population.states(), tau, Population.paid(tau)));
    }

    private void learn(Rows rows, int row) {
        int slot = decisions.slot(row);
        int world = decisions.lane(row);
        double[] paid = new double[n];
        incentives.designs(eta, (first, count, codes, numbers) -> rows.fill(row, 1, codes, numbers), 1, paid);
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
        population.save(out);
        episodes.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        eta = Doubles.read(in);
        moments = Moments.load(in);
        population.load(in);
        episodes.load(in);
        incentives.become(eta);
    }

    @Override
    public Government<Pomg> government() {
        return new IncentiveGovernment(incentives, population.spaces());
    }

    @Override
    public Trajectory latest() {
        return tau;
    }
}
