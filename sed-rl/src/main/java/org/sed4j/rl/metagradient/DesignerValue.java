package org.sed4j.rl.metagradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Checkpointed;
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

/**
 * The weights w of a designer's score: returns to go of its reward, or generalised advantages over a learned value.
 *
 * <p>A value is one of a state in which the designer decides, for that is when it looks: its transitions are its decisions, each
 * paid the discounted rewards up to the next one, and what players do in between weighs the decision's advantage. Where a
 * decision is due in every step, that is the usual form.
 */
public final class DesignerValue implements Checkpointed {
    private static final double[] NOTHING = {};

    private final DesignerReward reward;
    private final Sight sight;
    private final Samples states;
    private final double discount;
    private final Estimates estimates;
    private final @Nullable ValueFunction function;
    private final double[] rewards;
    private final double[] values;
    private final double[] advantages;
    private LearnerState state;

    /**
     * @param layers from the principal's codes and first {@code stateNumbers} numbers to one value; none for returns to go
     * @param rule how the value learns; present exactly if the layers are
     * @param sight what the value sees in numbers
     * @param discount γ in [0, 1]
     * @param traceDecay λ in [0, 1]
     */
    public DesignerValue(
            Optional<Layers> layers,
            Optional<ValueRule> rule,
            Sight sight,
            double discount,
            double traceDecay,
            DesignerReward reward,
            Population population,
            Seed seed) {
        Spaces spaces = population.spaces();
        int batch = population.batch();
        int rows = batch * (population.slots() + 1);
        this.reward = reward;
        this.sight = sight;
        int stateNumbers = sight.stateNumbers();
        this.states = layers.isPresent()
                ? Samples.ofDecisions(stateNumbers, batch, population.slots())
                : Samples.ofPrincipal(stateNumbers, batch, population.slots());
        this.discount = discount;
        this.estimates = new Estimates(discount, traceDecay, false);
        this.rewards = new double[rows];
        this.values = new double[states.mostRows()];
        this.advantages = new double[rows];
        this.state = new LearnerState(NOTHING, Moments.none(), NOTHING, Moments.none(), NOTHING);
        if (layers.isPresent()) {
            ValueRule how = rule.orElseThrow();
            Network network =
                    layers.get().network(new Inputs(spaces.principalCodes(), stateNumbers + sight.parameters()), seed);
            function = new ValueFunction(network, how, discount, rows);
            double[] phi = network.parameterValues();
            state = new LearnerState(NOTHING, Moments.none(), phi, how.step().start(phi.length), phi);
        } else {
            function = null;
        }
    }

    /**
     * What a value of states sees in numbers, beside the principal's codes.
     *
     * @param stateNumbers how many of the principal's numbers, from the first, tell the state and not the coming actions
     * @param parameters how many parameters of the elected objective come after them
     */
    public record Sight(int stateNumbers, int parameters) {}

    /** Learns to value an episode's states. */
    public void fit(Trajectory episode) {
        fit(episode, Context.NONE);
    }

    void fit(Trajectory episode, Context context) {
        if (function != null) {
            Rows rows = take(episode, context);
            state = function.fit(state, rows, states, rewards);
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        state.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        state = LearnerState.load(in);
    }

    private Rows take(Trajectory episode, Context context) {
        Rows rows = context.after(states.take(episode), sight.stateNumbers());
        for (int row = 0; row < states.count(); row++) {
            double sum = 0;
            for (int l = states.span(row) - 1; l >= 0; l--) {
                sum = reward.at(episode, states.slot(row) + l, states.lane(row)) + discount * sum;
            }
            rewards[row] = sum;
        }
        return rows;
    }

    /**
     * w of an episode.
     *
     * @param weights [T · B] by slot and world, overwritten
     */
    public void weigh(Trajectory episode, double[] weights) {
        weigh(episode, Context.NONE, weights);
    }

    void weigh(Trajectory episode, Context context, double[] weights) {
        Rows rows = take(episode, context);
        if (function != null) {
            System.arraycopy(function.values(state.value(), rows, states), 0, values, 0, states.rows());
        }
        estimates.estimate(states, rewards, values, advantages);
        Arrays.fill(weights, 0); // for steps before a world's first decision
        for (int row = 0; row < states.count(); row++) {
            for (int l = 0; l < states.span(row); l++) {
                weights[(states.slot(row) + l) * episode.batch() + states.lane(row)] = advantages[row];
            }
        }
    }
}
