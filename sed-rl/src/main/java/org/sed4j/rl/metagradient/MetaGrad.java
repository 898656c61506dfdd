package org.sed4j.rl.metagradient;

import java.util.List;
import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.NumericalDivergence;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.policygradient.Episodes;
import org.sed4j.rl.policygradient.IncentiveDesigner;
import org.sed4j.rl.policygradient.LearnerState;
import org.sed4j.rl.policygradient.Moments;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.Trajectory;

/**
 * Meta-gradient incentive design: players learn from every episode, and the designer from how the next one went.
 *
 * <p>One {@link #iterate}: players update θ to θ' with τ, as it was paid; they play the validation episode τ̂ with θ'; the
 * designer ascends the {@link MetaGradient} on τ and τ̂; τ̂ becomes the next τ. Incentives in τ lag η by one step of the designer,
 * so that the replica's θ' (incentives anew, at the present η) and the players' differ by the product of two learning rates;
 * without pipelining, τ is played afresh and they are the same.
 *
 * @paper 004, Algorithm 1
 */
public final class MetaGrad implements IncentiveDesigner {
    private final Population population;
    private final Episodes episodes;
    private final IncentiveFunction incentives;
    private final MetaGradient gradient;
    private final MetaGradRule rule;
    private final DesignerValue value;
    private final double[] weights;
    private final Government<Pomg> government;

    private double[] eta;
    private Moments moments;
    private Moments costMoments;
    private Trajectory tau;
    private Trajectory validation;
    private boolean begun;
    private long iteration;

    /**
     * A designer for players in an economy.
     *
     * @param population plays in the economy's worlds
     * @param reward R^ID without costs
     * @throws IllegalArgumentException if the economy's rewards are not settled, or its designs are not in a bounded box
     */
    public MetaGrad(Pomg economy, Population population, DesignerDesign design, DesignerReward reward, Seed seed) {
        this.population = population;
        this.rule = design.rule();
        this.episodes = new Episodes(economy, population, seed.named("actions"));
        int rows = population.batch() * population.slots();
        Payments payments = Payments.of(economy);
        this.incentives = new IncentiveFunction(economy.spaces(), design.incentives(), rows, seed.named("incentives"));
        this.gradient = new MetaGradient(incentives, payments, population, rule);
        this.value = new DesignerValue(
                design.value(),
                rule.value(),
                design.stateNumbers(),
                rule.discount(),
                rule.traceDecay(),
                reward,
                population,
                seed.named("designer's value"));
        this.weights = new double[rows];
        this.eta = incentives.initial();
        this.moments = rule.step().start(eta.length);
        this.costMoments = rule.costStep()
                .map(step -> step.start(incentives.initial().length))
                .orElse(Moments.none());
        this.tau = population.trajectory();
        this.validation = population.trajectory();
        this.government = government();
        incentives.become(eta);
    }

    @Override
    public Government<Pomg> government() {
        return new IncentiveGovernment(incentives, population.spaces());
    }

    /** μ. */
    public IncentiveFunction incentives() {
        return incentives;
    }

    /** η at present, a copy. */
    public double[] eta() {
        return eta.clone();
    }

    @Override
    public Trajectory latest() {
        return tau;
    }

    /**
     * One iteration.
     *
     * @param exploration ε of the players in episodes that it plays
     * @throws NumericalDivergence if a gradient is not finite
     */
    @Override
    public void iterate(double exploration) {
        if (!begun || !rule.pipelined()) {
            episodes.play(government, exploration, tau);
            begun = true;
        }
        List<LearnerState> start = population.states();
        population.become(population.updated(start, tau, Population.paid(tau)));
        episodes.play(government, exploration, validation);
        learn(start);
        Trajectory played = validation;
        validation = tau;
        tau = played;
        iteration++;
    }

    private void learn(List<LearnerState> start) {
        value.fit(tau);
        value.weigh(validation, weights);
        MetaGradient.Result result = gradient.gradient(eta, start, tau, validation, weights);
        NumericalDivergence.finite(iteration, "designer's score", result.score());
        double[] ascent = result.scoreGradient();
        double[] next = eta.clone();
        if (rule.costStep().isPresent()) {
            StepRule against = rule.costStep().get();
            costMoments = against.step(next, negative(result.costGradient()), costMoments);
        } else {
            for (int i = 0; i < ascent.length; i++) {
                ascent[i] -= rule.costWeight() * result.costGradient()[i];
            }
        }
        moments = rule.step().step(next, ascent, moments);
        eta = next;
        incentives.become(eta);
    }

    private static double[] negative(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = -x[i];
        }
        return y;
    }
}
