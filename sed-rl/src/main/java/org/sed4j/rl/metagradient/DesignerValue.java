package org.sed4j.rl.metagradient;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.policygradient.Estimates;
import org.sed4j.rl.policygradient.LearnerState;
import org.sed4j.rl.policygradient.Moments;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.Samples;
import org.sed4j.rl.policygradient.Trajectory;
import org.sed4j.rl.policygradient.ValueFunction;
import org.sed4j.rl.policygradient.ValueRule;

/** The weights w of a designer's score: returns to go of its reward, or generalised advantages over a learned value. */
public final class DesignerValue {
    private static final double[] NOTHING = {};

    private final DesignerReward reward;
    private final Samples states;
    private final Estimates estimates;
    private final @Nullable ValueFunction function;
    private final double[] rewards;
    private final double[] values;
    private final double[] advantages;
    private LearnerState state;

    /**
     * @param layers from the principal's codes and first {@code stateNumbers} numbers to one value; none for returns to go
     * @param rule how the value learns; present exactly if the layers are
     * @param stateNumbers how many of the principal's numbers, from the first, tell the state and not the coming actions
     * @param discount γ in [0, 1]
     * @param traceDecay λ in [0, 1]
     */
    public DesignerValue(
            Optional<Layers> layers,
            Optional<ValueRule> rule,
            int stateNumbers,
            double discount,
            double traceDecay,
            DesignerReward reward,
            Population population,
            Seed seed) {
        Spaces spaces = population.spaces();
        int batch = population.batch();
        int rows = batch * (population.slots() + 1);
        this.reward = reward;
        this.states = Samples.ofPrincipal(stateNumbers, batch, population.slots());
        this.estimates = new Estimates(discount, traceDecay, false);
        this.rewards = new double[rows];
        this.values = new double[rows];
        this.advantages = new double[rows];
        this.state = new LearnerState(NOTHING, Moments.none(), NOTHING, Moments.none(), NOTHING);
        if (layers.isPresent()) {
            ValueRule how = rule.orElseThrow();
            Network network = layers.get().network(new Inputs(spaces.principalCodes(), stateNumbers), seed);
            function = new ValueFunction(network, how, discount, rows);
            double[] phi = network.parameterValues();
            state = new LearnerState(NOTHING, Moments.none(), phi, how.step().start(phi.length), phi);
        } else {
            function = null;
        }
    }

    /** Learns to value an episode's states. */
    public void fit(Trajectory episode) {
        if (function != null) {
            Rows rows = take(episode);
            state = function.fit(state, rows, states, rewards);
        }
    }

    private Rows take(Trajectory episode) {
        Rows rows = states.take(episode);
        for (int row = 0; row < states.count(); row++) {
            rewards[row] = reward.at(episode, states.slot(row), states.lane(row));
        }
        return rows;
    }

    /**
     * w of an episode.
     *
     * @param weights [T · B] by slot and world, written where the episode has steps
     */
    public void weigh(Trajectory episode, double[] weights) {
        Rows rows = take(episode);
        if (function != null) {
            int all = states.count() + states.lanes();
            System.arraycopy(function.values(state.value(), rows, states), 0, values, 0, all);
        }
        estimates.estimate(states, rewards, values, advantages);
        for (int row = 0; row < states.count(); row++) {
            weights[states.slot(row) * episode.batch() + states.lane(row)] = advantages[row];
        }
    }
}
