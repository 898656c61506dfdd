package org.sed4j.rl.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.NumericalDivergence;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.metagradient.DesignerReward;
import org.sed4j.rl.metagradient.DesignerValue;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.network.Tape;
import org.sed4j.rl.policygradient.Doubles;
import org.sed4j.rl.policygradient.EpisodicFollowers;
import org.sed4j.rl.policygradient.Moments;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.Samples;
import org.sed4j.rl.policygradient.Trajectory;

/**
 * Dual-RL: a designer who is an ordinary policy-gradient learner, beside the players and at their time scale.
 *
 * <p>It draws a design wherever one is due, and ascends Σ_t w_t ∇log π(draw_t | view_t) with w the return to go or generalised
 * advantages of its reward; players learn from the same episode. It sees nothing of how players learn.
 *
 * @paper 004, section 4.2
 */
public final class DualRl implements Principal<Pomg> {
    private final EpisodicFollowers followers;
    private final Population population;
    private final Network network;
    private final DesignerPolicy policy;
    private final DualRlRule rule;
    private final DesignerValue value;
    private final Tape acting;
    private final Tape learning;
    private final Samples decisions;

    private final double[] weights;
    private final double[] cotangents;
    /** [T · B · memory]: what was drawn in the episode. */
    private final double[] drawn;

    private double[] eta;
    private Moments moments;
    private long rounds;

    /**
     * @param followers whom it governs, who learn from the same episodes
     * @param layers from the principal's view to the outputs that the policy draws from; and of its value function, present exactly
     *     if the rule has one
     * @param rule how it learns
     * @param reward what it maximises, costs of incentives taken off already
     */
    public DualRl(Spaces spaces, EpisodicFollowers followers, DualRlDesign design, DesignerReward reward, Seed seed) {
        this.followers = followers;
        this.population = followers.population();
        this.policy = design.policy();
        this.rule = design.rule();
        int rows = population.batch() * population.slots();
        this.network = design.layers()
                .network(
                        new Inputs(
                                spaces.principalCodes(),
                                spaces.principalNumbers().size()),
                        seed.named("policy"));
        Require.that(
                network.outputs() == policy.outputs()
                        && policy.entries() == spaces.design().dimension(),
                "outputs and entries of a designer's policy",
                network.outputs() + " and " + policy.entries(),
                "must be " + policy.outputs() + " and " + spaces.design().dimension(),
                "layers and policy were made for different designs");
        this.value = new DesignerValue(
                design.value(),
                rule.value(),
                new DesignerValue.Sight(design.stateNumbers(), 0),
                rule.discount(),
                rule.traceDecay(),
                reward,
                population,
                seed.named("value"));
        this.acting = network.tape(rows);
        this.learning = network.tape(rows);
        this.decisions = Samples.ofPrincipal(spaces.principalNumbers().size(), population.batch(), population.slots());
        this.weights = new double[rows];
        this.cotangents = new double[rows * policy.outputs()];
        this.drawn = new double[rows * policy.memory()];
        this.eta = network.parameterValues();
        this.moments = rule.step().start(eta.length);
        acting.bind(eta);
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        return new DrawnDesigns(policy, acting, mandate.seed(), drawn);
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        Trajectory tau = followers.latest();
        value.weigh(tau, weights);
        value.fit(tau);
        learn(tau);
        rounds++;
    }

    /** Draws by this policy as it is now, and does not learn. */
    @Override
    public Principal<Pomg> frozen() {
        Tape still = network.tape(weights.length);
        still.bind(eta);
        return new Still(policy, still);
    }

    private record Still(DesignerPolicy policy, Tape network) implements Principal<Pomg> {
        @Override
        public Government<Pomg> govern(Mandate mandate) {
            return new DrawnDesigns(policy, network, mandate.seed(), new double[0]);
        }

        @Override
        public Principal<Pomg> frozen() {
            return this;
        }
    }

    private void learn(Trajectory tau) {
        Rows rows = decisions.take(tau);
        learning.bind(eta);
        double[] z = learning.evaluate(rows, decisions.count());
        Arrays.fill(cotangents, 0);
        for (int row = 0; row < decisions.count(); row++) {
            int place = decisions.slot(row) * population.batch() + decisions.lane(row);
            if (tau.due(decisions.slot(row), decisions.lane(row))) {
                policy.differentiate(
                        z,
                        row * policy.outputs(),
                        drawn,
                        place * policy.memory(),
                        NumericalDivergence.finite(rounds, "designer's advantage", weights[place]),
                        rule.entropyBonus(),
                        cotangents);
            }
        }
        double[] ascent = new double[eta.length];
        learning.pullback(cotangents, ascent);
        double[] next = eta.clone();
        moments = rule.step().step(next, ascent, moments);
        eta = next;
        acting.bind(eta);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(rounds);
        Doubles.write(eta, out);
        moments.save(out);
        value.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        rounds = in.readLong();
        eta = Doubles.read(in);
        moments = Moments.load(in);
        value.load(in);
        acting.bind(eta);
    }
}
