package org.sed4j.rl.metagradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.NumericalDivergence;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.policygradient.Episodes;
import org.sed4j.rl.policygradient.IncentiveDesigner;
import org.sed4j.rl.policygradient.LearnerState;
import org.sed4j.rl.policygradient.Population;
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
    private final Designer designer;
    private final boolean pipelined;
    private final Government<Pomg> government;

    private Trajectory tau;
    private Trajectory validation;
    private boolean begun;

    /**
     * A designer for players in an economy.
     *
     * @param population plays in the economy's worlds
     * @param reward R^ID without costs
     * @throws IllegalArgumentException if the economy's rewards are not settled, or its designs are not in a bounded box
     */
    public MetaGrad(Pomg economy, Population population, DesignerDesign design, DesignerReward reward, Seed seed) {
        this.population = population;
        this.episodes = new Episodes(economy, population, seed.named("actions"));
        this.designer = new Designer(economy, population, design, reward, seed);
        this.pipelined = design.rule().pipelined();
        this.tau = population.trajectory();
        this.validation = population.trajectory();
        this.government = government();
    }

    @Override
    public Government<Pomg> government() {
        return designer.government();
    }

    /** μ. */
    public IncentiveFunction incentives() {
        return designer.incentives();
    }

    /** η at present, a copy. */
    public double[] eta() {
        return designer.eta();
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
        if (!begun || !pipelined) {
            episodes.play(government, exploration, tau);
            begun = true;
        }
        List<LearnerState> start = population.states();
        population.become(population.updated(start, tau, Population.paid(tau)));
        episodes.play(government, exploration, validation);
        designer.learn(start, tau, validation);
        Trajectory played = validation;
        validation = tau;
        tau = played;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeBoolean(begun);
        population.save(out);
        designer.save(out);
        episodes.save(out);
        tau.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        begun = in.readBoolean();
        population.load(in);
        designer.load(in);
        episodes.load(in);
        tau.load(in);
    }
}
