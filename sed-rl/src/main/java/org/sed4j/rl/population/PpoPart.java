package org.sed4j.rl.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.sed4j.core.game.Followers;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.Setting;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.LayerMaker;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.ppo.IndependentPpo;
import org.sed4j.rl.ppo.PpoFollowers;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.ppo.SharedTrunk;

/**
 * Players who learn by PPO: one policy for all, or one for each. What is not said is CleanRL's: a rollout of about 128 steps
 * that divides the round, a quarter of it a minibatch, its rates; tanh layers of 64 and 64 units.
 *
 * <p>Networks take numbers as the economy shows them: they learn best from numbers near 1.
 *
 * @param independent whether each player has a policy of its own
 * @param layers what a player sees in, a score for each choice and a value out
 * @param given whether these were given as a DL4J configuration, which may be another economy's
 * @param horizon steps of a rollout; 0 for what fits the round
 * @param common whether each player is rewarded with the mean of its world
 * @param anneals whether the learning rate falls in a straight line to 0 over the planned rounds, if any are
 * @param tuning what becomes of PPO's own settings: {@link PpoSettings#defaults} with minibatches of a quarter of the rollout
 */
public record PpoPart(
        boolean independent,
        LayerMaker layers,
        boolean given,
        int horizon,
        boolean common,
        boolean anneals,
        UnaryOperator<PpoSettings> tuning)
        implements FollowersPart {
    private static final int ROLLOUT = 128; // CleanRL's num_steps
    private static final int MINIBATCHES = 4; // CleanRL's num_minibatches
    private static final int LEAST = 32;
    private static final int MOST = 4096; // keeps the executor's memory bounded in large batches

    PpoPart(boolean independent) {
        this(independent, LayerMaker.tanh(List.of(64, 64)), false, 0, false, true, UnaryOperator.identity());
    }

    /** The same with hidden layers of so many units. */
    public PpoPart hidden(Integer... units) {
        return network(LayerMaker.tanh(List.of(units)));
    }

    /** The same with other networks. */
    public PpoPart network(LayerMaker maker) {
        return new PpoPart(independent, maker, false, horizon, common, anneals, tuning);
    }

    /**
     * The same with layers of one's own: what a player sees in, a score for each choice of each head and a value out. Seeds in
     * it are replaced.
     */
    public PpoPart layers(MultiLayerConfiguration configuration) {
        LayerMaker own = (inputs, heads) -> new Layers(configuration);
        return new PpoPart(independent, own, true, horizon, common, anneals, tuning);
    }

    /** The same with rollouts of so many steps, of which a round must be a whole number. */
    public PpoPart horizon(int steps) {
        return new PpoPart(independent, layers, given, steps, common, anneals, tuning);
    }

    /** The same, each player rewarded with the mean of its world. */
    public PpoPart commonRewards() {
        return new PpoPart(independent, layers, given, horizon, true, anneals, tuning);
    }

    /** The same with a learning rate that stays what it is, however many rounds are planned. */
    public PpoPart steady() {
        return new PpoPart(independent, layers, given, horizon, common, false, tuning);
    }

    /** The same with other numbers. */
    public PpoPart settings(PpoSettings numbers) {
        return tuned(any -> numbers);
    }

    /** The same with settings that are made of those it has. */
    public PpoPart tuned(UnaryOperator<PpoSettings> change) {
        return new PpoPart(
                independent, layers, given, horizon, common, anneals, before -> change.apply(tuning.apply(before)));
    }

    @Override
    public String name() {
        return independent ? "independent-ppo" : "ppo";
    }

    @Override
    public Optional<String> objection(Setting setting) {
        Spaces spaces = setting.spaces();
        int steps = setting.schedule().stepsPerRound();
        if (spaces.codes().cells() + spaces.numbers().size() == 0) {
            return Optional.of("players see neither symbols nor numbers, so a network has nothing to learn from;"
                    + " multiplicative weights and best responses need no view");
        }
        if (horizon < 0 || (horizon > 0 && steps % horizon != 0)) {
            return Optional.of("a round of " + steps + " steps is no whole number of rollouts of " + horizon
                    + "; rollouts of " + fitting(steps) + " steps fit");
        }
        return given ? misfit(spaces) : Optional.empty();
    }

    /** Why the layers that were given are not those of these players. */
    private Optional<String> misfit(Spaces spaces) {
        try {
            int outputs = network(spaces, Seed.of(0)).outputs();
            int needed = spaces.choices() + 1;
            return outputs == needed
                    ? Optional.empty()
                    : Optional.of("its layers put out " + outputs + " numbers, players need " + needed
                            + ": a score for each of their " + spaces.choices() + " choices and a value");
        } catch (IllegalArgumentException refused) {
            return Optional.of("" + refused.getMessage());
        }
    }

    /** The divisor of the round's steps that is nearest to CleanRL's rollout, by ratio; the longer of two. */
    private static int fitting(int steps) {
        int best = steps;
        for (int h = steps; h >= 1; h--) {
            best = steps % h == 0 && distance(h) < distance(best) ? h : best;
        }
        return best;
    }

    private static double distance(int steps) {
        return Math.abs(Math.log((double) steps / ROLLOUT));
    }

    @Override
    public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
        Spaces spaces = setting.spaces();
        int steps = setting.schedule().stepsPerRound();
        int own = horizon == 0 ? fitting(steps) : horizon;
        int lanes = setting.worlds() * (independent ? 1 : spaces.players());
        PpoSettings numbers = tuning.apply(PpoSettings.defaults().minibatches(minibatch(lanes * (long) own)));
        PpoFollowers.Habits habits =
                new PpoFollowers.Habits(own, anneals ? setting.rounds() * (steps / own) : 0, common);
        int rows = Math.max(lanes, 2 * numbers.minibatch());
        if (!independent) {
            SharedTrunk mind = mind(setting, numbers, rows, seed);
            return new PpoFollowers(mind, numbers, habits, setting.crew());
        }
        List<SharedTrunk> minds = new ArrayList<>();
        for (int i = 0; i < spaces.players(); i++) {
            minds.add(mind(setting, numbers, rows, seed.named("policy").at(i)));
        }
        return new IndependentPpo(minds, numbers, habits, setting.crew());
    }

    private static int minibatch(long rows) {
        return (int) Math.min(MOST, Math.max(LEAST, rows / MINIBATCHES));
    }

    private SharedTrunk mind(Setting setting, PpoSettings numbers, int rows, Seed seed) {
        Spaces spaces = setting.spaces();
        Network network = network(spaces, seed);
        return SharedTrunk.of(network, spaces.actions(), setting.crew(), rows, numbers.adamEpsilon());
    }

    private Network network(Spaces spaces, Seed seed) {
        Inputs inputs = new Inputs(spaces.codes(), spaces.numbers().size());
        Heads heads = Heads.of(spaces.choices(), Heads.POLICY_GAIN).and(1, Heads.VALUE_GAIN);
        return layers.of(inputs, heads).network(inputs, seed);
    }
}
