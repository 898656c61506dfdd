package org.sed4j.rl.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.metagradient.Context;
import org.sed4j.rl.metagradient.DesignerReward;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.Episodes;
import org.sed4j.rl.policygradient.IncentiveDesigner;
import org.sed4j.rl.policygradient.Population;
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
    private final AmdPlanner planner;
    private final DesignerReward reward;
    private final Government<Pomg> government;
    private final Trajectory tau;

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
        this.population = population;
        this.episodes = new Episodes(economy, population, seed.named("actions"));
        this.planner = new AmdPlanner(economy.spaces(), 0, population, layers, rule, seed);
        this.reward = reward;
        this.government = planner.government(Context.NONE);
        this.tau = population.trajectory();
    }

    @Override
    public void iterate(double exploration) {
        episodes.play(government, exploration, tau);
        planner.learn(tau, reward, Context.NONE);
        population.become(population.updated(population.states(), tau, Population.paid(tau)));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        planner.save(out);
        population.save(out);
        episodes.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        planner.load(in);
        population.load(in);
        episodes.load(in);
    }

    @Override
    public Government<Pomg> government() {
        return planner.government(Context.NONE);
    }

    @Override
    public Trajectory latest() {
        return tau;
    }
}
