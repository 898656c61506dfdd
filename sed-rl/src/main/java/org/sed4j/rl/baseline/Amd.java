package org.sed4j.rl.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.metagradient.Context;
import org.sed4j.rl.metagradient.DesignerTask;
import org.sed4j.rl.metagradient.IncentiveFunction;
import org.sed4j.rl.metagradient.IncentiveGovernment;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.EpisodicFollowers;
import org.sed4j.rl.policygradient.StepRule;

/**
 * Adaptive mechanism design: a planner who pays each player p_i and looks one of its gradient steps ahead, step by step.
 *
 * <p>At every step it ascends α Σ_i ‖∇log π_i(a_i|s)‖² p_i V - c ‖p‖, V what the step is worth to it (what the elected objective
 * gained by it, say), α the players' learning rate. Deviation: the steps of a round are learned from in order after it, not during
 * it, so incentives within a round stand still. It pulls no design into Φ̂ in thought: under a finite δ its steps are those of what
 * it asked for.
 *
 * <p>Source: Baumann, Graepel and Shawe-Taylor (2020), "Adaptive mechanism design: learning to promote cooperation", IJCNN, as
 * paper 004 extends it to episodes of several steps.
 *
 * @paper 004, appendix C
 */
public final class Amd implements Principal<Pomg> {
    private final EpisodicFollowers followers;
    private final AmdPlanner planner;
    private final DesignerTask task;
    private final Spaces spaces;

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
     * @param layers from the principal's view, and the elected objective's parameters if the task looks at them, to one output for
     *     each player
     * @throws IllegalArgumentException if the design is not one entry for each player
     */
    public Amd(Spaces spaces, EpisodicFollowers followers, DesignerTask task, Layers layers, Rule rule, Seed seed) {
        this.spaces = spaces;
        this.followers = followers;
        this.task = task;
        this.planner = new AmdPlanner(spaces, task.parameters(), followers.population(), layers, rule, seed);
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        return planner.government(Context.of(mandate, task.parameters()));
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        task.elected().ifPresent(reward -> reward.judgeBy(mandate.objective()));
        planner.learn(followers.latest(), task.reward(), Context.of(mandate, task.parameters()));
    }

    @Override
    public Principal<Pomg> frozen() {
        return new Still(planner.still(), spaces, task.parameters());
    }

    private record Still(IncentiveFunction incentives, Spaces spaces, int parameters) implements Principal<Pomg> {
        @Override
        public Government<Pomg> govern(Mandate mandate) {
            return new IncentiveGovernment(incentives, spaces, Context.of(mandate, parameters));
        }

        @Override
        public Principal<Pomg> frozen() {
            return this;
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        planner.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        planner.load(in);
    }
}
