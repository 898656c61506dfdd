package org.sed4j.examples.metagrad;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.config.Config;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.policygradient.Exploration;
import org.sed4j.rl.policygradient.LearningRule;
import org.sed4j.rl.policygradient.PlayerDesign;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;

/** Players as they are configured. */
final class Players {
    private final Config config;
    private final Game game;

    Players(Config config, Game game) {
        this.config = config;
        this.game = game;
    }

    Population population(int batch, Seed seed) {
        LearningRule rule = rule();
        List<Integer> hidden = widths(config, "players.hidden");
        PlayerDesign design = new PlayerDesign(
                game.playerLayers(hidden, game.spaces().choices()),
                rule.value().map(value -> game.playerLayers(hidden, 1)),
                rule);
        return config.text("players.sharing").equals("shared")
                ? Population.shared(game.spaces(), batch, game.horizon(), design, seed)
                : Population.independent(game.spaces(), batch, game.horizon(), design, seed);
    }

    Exploration exploration() {
        return new Exploration(
                config.number("players.exploration_start"),
                config.number("players.exploration_end"),
                config.whole("players.exploration_episodes"));
    }

    private LearningRule rule() {
        double rate = config.number("players.learning_rate");
        StepRule step = config.text("players.optimiser").equals("adam") ? StepRule.adam(rate) : StepRule.plain(rate);
        String learner = config.text("players.learner");
        Optional<ValueRule> value = learner.equals("reinforce")
                ? Optional.empty()
                : Optional.of(new ValueRule(
                        StepRule.adam(config.number("players.value_rate")),
                        config.number("players.value_target"),
                        config.flag("players.value_first")));
        boolean ppo = learner.equals("ppo");
        return new LearningRule(
                step,
                config.number("players.discount"),
                config.number("players.trace_decay"),
                value,
                config.text("players.reduction").equals("sum")
                        ? LearningRule.Reduction.SUM
                        : LearningRule.Reduction.MEAN,
                config.number("players.entropy"),
                config.flag("players.normalises"),
                ppo ? config.integer("players.epochs") : 1,
                ppo ? config.number("players.clip") : Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    static List<Integer> widths(Config config, String key) {
        return Arrays.stream(config.integers(key)).boxed().toList();
    }
}
