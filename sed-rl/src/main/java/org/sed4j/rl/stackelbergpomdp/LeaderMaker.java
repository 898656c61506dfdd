package org.sed4j.rl.stackelbergpomdp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.config.Config;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.noregret.Readout;
import org.sed4j.rl.ppo.CentralCritic;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.stackelbergpomdp.PomdpRules.CriticView;

/** From a configuration with {@link LeaderKeys} to the leader that it describes. */
public final class LeaderMaker {
    private final Config config;
    private final Setting setting;
    private final Setting.Preset preset;

    /**
     * @throws IllegalArgumentException if there is no setting of that name
     */
    public LeaderMaker(Config config) {
        this.config = config;
        this.setting = Settings.of(config.text("game.setting"));
        this.preset = Setting.Preset.valueOf(config.text("game.preset").toUpperCase(Locale.ROOT));
    }

    /** What is led. */
    public Setting setting() {
        return setting;
    }

    /** The POMDP. */
    public PomdpRules rules() {
        boolean central = config.text("leader.learner").equals("mappo");
        CriticView view = !central
                ? CriticView.NONE
                : config.text("leader.critic").equals("full") ? CriticView.FULL : CriticView.CODE;
        PomdpRules told = setting.rules(preset, view);
        int updates = config.integer("game.updates");
        int rewards = config.integer("game.rewards");
        String readout = config.text("game.readout");
        return new PomdpRules(
                told.game(),
                followers(told.kind()),
                told.range(),
                updates == 0 ? told.updates() : updates,
                rewards == 0 ? told.rewards() : rewards,
                readout.equals("preset") ? told.readout() : Readout.valueOf(readout.toUpperCase(Locale.ROOT)),
                view);
    }

    private FollowerKind followers(FollowerKind told) {
        double given = config.number("game.epsilon");
        double usual = told instanceof FollowerKind.Multiplicative weights ? weights.epsilon() : given;
        double epsilon = given == 0 ? usual : given;
        return switch (config.text("game.followers")) {
            case "regret_matching" -> new FollowerKind.Matching();
            case "swap" -> new FollowerKind.Swap(epsilon);
            case "q" -> FollowerKind.Q.PUBLISHED;
            default -> new FollowerKind.Multiplicative(epsilon);
        };
    }

    /** What policies emit, checked against the game's space. */
    public LeaderHead head() {
        String policy = config.text("leader.policy");
        LeaderSpace space = setting.game().space();
        LeaderHead.Scale scale = setting.scale(preset);
        return policy.equals("auto")
                ? LeaderHead.of(space, scale)
                : LeaderHead.of(LeaderHead.Kind.valueOf(policy.toUpperCase(Locale.ROOT)), space, scale);
    }

    /** How it learns. */
    public PpoSettings learner() {
        PpoSettings told = setting.learner(preset);
        double rate = config.number("leader.learning_rate");
        double decay = config.number("leader.gae_lambda");
        return new PpoSettings(
                rate == 0 ? told.learningRate() : rate,
                told.adamEpsilon(),
                told.discount(),
                decay == 0 ? told.traceDecay() : decay,
                told.clipRange(),
                told.clipsValue(),
                config.number("leader.entropy_weight"),
                told.valueWeight(),
                told.gradientNorm(),
                config.integer("leader.epochs"),
                config.integer("leader.minibatch"),
                told.normalisesAdvantages(),
                told.stopDivergence());
    }

    /** The leader, before it has learned anything. */
    public LeaderTraining leader(Crew crew) {
        PomdpRules rules = rules();
        LeaderHead head = head();
        PpoSettings settings = learner();
        int given = config.integer("leader.episodes");
        int episodes = given == 0 ? setting.episodes(preset) : given;
        Seed seed = Seed.of(config.whole("run.seed"));
        Inputs seen = Inputs.ofNumbers(rules.game().sees().size());
        Inputs known = Inputs.ofNumbers(
                new StackelbergPomdp(rules).spaces().principalNumbers().size());
        Network actor = network(seen, head.outputs(), Heads.POLICY_GAIN, seed.named("actor"));
        Network critic = network(known, 1, Heads.VALUE_GAIN, seed.named("critic"));
        int rows = Math.max(2 * settings.minibatch(), Math.max(episodes, config.integer("run.evaluate_episodes")));
        CentralCritic mind = CentralCritic.of(actor, critic, head.family(), crew, rows, settings.adamEpsilon());
        LeaderTraining.Habits habits =
                new LeaderTraining.Habits(episodes, crew.threads(), config.flag("leader.authors_epsilon"));
        return new LeaderTraining(rules, mind, head, settings, habits, seed);
    }

    private Network network(Inputs inputs, int outputs, double gain, Seed seed) {
        List<Integer> hidden =
                Arrays.stream(config.integers("leader.hidden")).boxed().toList();
        return Network.of(Architectures.mlp(inputs, hidden, Activation.TANH, outputs, gain), inputs, seed);
    }
}
