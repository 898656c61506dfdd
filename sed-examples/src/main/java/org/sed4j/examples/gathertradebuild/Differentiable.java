package org.sed4j.examples.gathertradebuild;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.config.Config;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.metagradient.DesignerDesign;
import org.sed4j.rl.metagradient.DesignerReward;
import org.sed4j.rl.metagradient.DesignerTask;
import org.sed4j.rl.metagradient.IncentiveCost;
import org.sed4j.rl.metagradient.MetaGradPrincipal;
import org.sed4j.rl.metagradient.MetaGradRule;
import org.sed4j.rl.metagradient.Quirks;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.EpisodicFollowers;
import org.sed4j.rl.policygradient.Exploration;
import org.sed4j.rl.policygradient.LearningRule;
import org.sed4j.rl.policygradient.PlayerDesign;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;

/**
 * Players whose learning can be differentiated, and the planner who does: MetaGrad's, as configured.
 *
 * <p>Players share parameters and learn by PPO from all episodes of a round at once. The planner is paid the
 * level of equality × productivity in every step, as the published code's is.
 *
 * @paper 004, section 6 and appendix on Gather-Trade-Build
 */
final class Differentiable {
    /** Of equality × productivity: the published code's. */
    private static final double REWARD_SCALE = 0.01;

    private final Config config;
    private final Spaces spaces;
    private final int rounds;

    Differentiable(Config config, Spaces spaces) {
        this.config = config;
        this.spaces = spaces;
        this.rounds = config.integer("run.rounds");
    }

    EpisodicFollowers followers(Seed seed) {
        Inputs inputs = new Inputs(spaces.codes(), spaces.numbers().size());
        PlayerDesign design = new PlayerDesign(
                layers("players", inputs, spaces.choices(), Heads.POLICY_GAIN),
                Optional.of(layers("players", inputs, 1, Heads.VALUE_GAIN)),
                new LearningRule(
                        StepRule.adam(config.number("players.learning_rate")),
                        config.number("players.discount"),
                        config.number("players.gae_lambda"),
                        Optional.of(value("players.value_rate", "players.value_target")),
                        LearningRule.Reduction.MEAN,
                        config.number("players.entropy_weight"),
                        config.flag("players.normalises"),
                        config.integer("players.epochs"),
                        config.number("players.clip"),
                        Double.POSITIVE_INFINITY));
        Exploration exploration = new Exploration(
                config.number("players.exploration"),
                Math.min(config.number("players.exploration"), config.number("players.exploration_end")),
                Math.max(1, Math.round(config.number("players.exploration_share") * rounds)));
        return new EpisodicFollowers(
                (batch, slots) -> Population.shared(spaces, batch, slots, design, seed),
                config.integer("run.worlds"),
                config.integer("world.steps"),
                exploration);
    }

    MetaGradPrincipal planner(Pomg economy, EpisodicFollowers followers, Seed seed) {
        int numbers = spaces.principalNumbers().size();
        Inputs inputs = new Inputs(spaces.principalCodes(), numbers);
        MetaGradRule rule = new MetaGradRule(
                StepRule.adam(config.number("metagrad.learning_rate")),
                config.number("metagrad.discount"),
                config.number("metagrad.gae_lambda"),
                Optional.of(value("metagrad.value_rate", "metagrad.value_target")),
                IncentiveCost.NONE,
                Optional.empty(),
                0,
                true,
                new Quirks(config.flag("metagrad.squares_stand_still"), false, false, 1));
        DesignerDesign design = new DesignerDesign(
                layers("metagrad", inputs, spaces.design().dimension(), Heads.POLICY_GAIN),
                Optional.of(layers("metagrad", inputs, 1, Heads.VALUE_GAIN)),
                numbers,
                rule);
        DesignerReward welfare =
                DesignerReward.sumOf(spaces, "equality x productivity").times(REWARD_SCALE);
        return new MetaGradPrincipal(economy, followers, design, DesignerTask.of(welfare), seed);
    }

    private ValueRule value(String rate, String target) {
        return ValueRule.of(StepRule.adam(config.number(rate)), config.number(target));
    }

    private Layers layers(String whose, Inputs inputs, int outputs, double gain) {
        List<Integer> hidden =
                Arrays.stream(config.integers(whose + ".hidden")).boxed().toList();
        Layers layers = new Layers(Architectures.mlp(inputs, hidden, Activation.TANH, outputs, gain));
        // between epochs MetaGrad takes differences of gradients, for which floats are too coarse
        return config.integer("players.epochs") == 1 ? layers.inSingle() : layers;
    }
}
