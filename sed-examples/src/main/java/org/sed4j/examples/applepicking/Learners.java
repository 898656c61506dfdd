package org.sed4j.examples.applepicking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.head.Levels;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.ppo.PpoFollowers;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.ppo.SharedTrunk;
import org.sed4j.rl.principal.Curriculum;
import org.sed4j.rl.principal.Office;
import org.sed4j.rl.principal.PpoPrincipal;
import org.sed4j.rl.principal.RandomPrincipal;

/** The principal and the followers that a configuration asks for. */
final class Learners {
    private final Config config;
    private final Crew crew;

    Learners(Config config, Crew crew) {
        this.config = config;
        this.crew = crew;
    }

    Followers<Pomg> followers(Pomg economy, Seed seed) {
        if (config.text("players.kind").equals("random")) {
            return new RandomFollowers();
        }
        Spaces spaces = economy.spaces();
        Inputs inputs = new Inputs(spaces.codes(), spaces.numbers().size());
        int lanes = economy.batch() * spaces.players();
        SharedTrunk mind = mind("player", inputs, spaces.actions(), settings("players"), lanes, seed);
        boolean anneals = config.flag("players.anneal_learning_rate");
        long updates = config.whole("run.rounds")
                * (config.integer("run.steps_per_round") / config.integer("players.horizon"));
        PpoFollowers.Habits habits = new PpoFollowers.Habits(
                config.integer("players.horizon"),
                anneals ? updates : 0,
                config.text("players.reward").equals("common"));
        return new PpoFollowers(mind, settings("players"), habits, crew);
    }

    Principal<Pomg> principal(Pomg economy, Seed seed) {
        return switch (config.text("principal.kind")) {
            case "fixed" -> fixed();
            case "random" -> random(economy);
            default -> learned(economy, levels(economy), seed);
        };
    }

    Principal<Pomg> fixed() {
        return Principal.fixed(Design.of(config.numbers("tax.initial_rates")));
    }

    Principal<Pomg> random(Pomg economy) {
        return new RandomPrincipal(levels(economy));
    }

    private Levels levels(Pomg economy) {
        DesignSpace.Box space = (DesignSpace.Box) economy.spaces().design();
        return Levels.even(space, config.integer("principal.levels"), config.flag("principal.keep"));
    }

    private PpoPrincipal learned(Pomg economy, Levels levels, Seed seed) {
        Office office = Office.of(levels, economy.spaces(), 1);
        PpoSettings settings = settings("principal");
        SharedTrunk mind = mind("principal", office.inputs(), levels.heads(), settings, economy.batch(), seed);
        long rounds = config.whole("run.rounds");
        PpoPrincipal.Reward reward = config.text("principal.reward").equals("step_change")
                ? PpoPrincipal.Reward.STEP_CHANGE
                : PpoPrincipal.Reward.PERIOD_CHANGE;
        PpoPrincipal.Settings how = new PpoPrincipal.Settings(
                curriculum(),
                reward,
                config.number("principal.reward_scale"),
                config.flag("principal.anneal_learning_rate") ? rounds : 0,
                config.flag("principal.learns"));
        return new PpoPrincipal(mind, office, settings, how, crew);
    }

    /** The two phases: without tax, then with a ramp. */
    Curriculum curriculum() {
        double rounds = config.whole("run.rounds");
        int free = (int) Math.round(config.number("tax.free") * rounds);
        int ramp = (int) Math.round(config.number("tax.ramp") * rounds);
        double start = config.number("tax.ramp_start");
        return switch (config.text("tax.annealing")) {
            case "none" -> new Curriculum(free, 0, 1, Curriculum.Ramp.BOUND);
            case "transfer" -> new Curriculum(free, ramp, start, Curriculum.Ramp.SCALE);
            default -> new Curriculum(free, ramp, start, Curriculum.Ramp.BOUND);
        };
    }

    private SharedTrunk mind(
            String whose, Inputs inputs, List<Integer> heads, PpoSettings settings, int lanes, Seed seed) {
        int scores = heads.stream().mapToInt(Integer::intValue).sum();
        Heads outputs = Heads.of(scores, Heads.POLICY_GAIN).and(1, Heads.VALUE_GAIN);
        Network network = Network.of(architecture(whose, inputs, outputs), inputs, seed);
        int rows = Math.max(lanes, 2 * settings.minibatch());
        return SharedTrunk.of(network, heads, crew, rows, settings.adamEpsilon());
    }

    private MultiLayerConfiguration architecture(String whose, Inputs inputs, Heads outputs) {
        List<Integer> hidden = list("networks." + whose + "_hidden");
        List<Integer> filters = list("networks." + whose + "_filters");
        Activation activation =
                Activation.valueOf(config.text("networks.activation").toUpperCase(Locale.ROOT));
        if (filters.isEmpty()) {
            return Architectures.mlp(inputs, hidden, activation, outputs);
        }
        return Architectures.convolutional(
                inputs, filters.get(0), config.integer("networks.kernel"), 1, hidden, activation, outputs);
    }

    private List<Integer> list(String path) {
        return Arrays.stream(config.integers(path)).boxed().toList();
    }

    private PpoSettings settings(String section) {
        String in = section + ".";
        return new PpoSettings(
                config.number(in + "learning_rate"),
                config.number(in + "adam_epsilon"),
                config.number(in + "discount"),
                config.number(in + "gae_lambda"),
                config.number(in + "clip"),
                config.flag(in + "clip_value"),
                config.number(in + "entropy_weight"),
                config.number(in + "value_weight"),
                config.number(in + "gradient_norm"),
                config.integer(in + "epochs"),
                config.integer(in + "minibatch"),
                config.flag(in + "normalise_advantages"),
                config.number(in + "target_kl"));
    }
}
