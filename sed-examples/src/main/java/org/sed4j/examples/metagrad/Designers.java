package org.sed4j.examples.metagrad;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.baseline.Amd;
import org.sed4j.rl.baseline.DesignerPolicy;
import org.sed4j.rl.baseline.DualRl;
import org.sed4j.rl.baseline.DualRlRule;
import org.sed4j.rl.baseline.FixedDesigner;
import org.sed4j.rl.baseline.GaussianPolicy;
import org.sed4j.rl.baseline.LevelPolicy;
import org.sed4j.rl.metagradient.DesignerDesign;
import org.sed4j.rl.metagradient.DesignerReward;
import org.sed4j.rl.metagradient.IncentiveCost;
import org.sed4j.rl.metagradient.MetaGrad;
import org.sed4j.rl.metagradient.MetaGradRule;
import org.sed4j.rl.metagradient.Quirks;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.IncentiveDesigner;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;

/** Designers as they are configured. */
final class Designers {
    private final Config config;
    private final Game game;

    Designers(Config config, Game game) {
        this.config = config;
        this.game = game;
    }

    IncentiveDesigner designer(Pomg economy, Population population, Seed seed) {
        String method = config.text("designer.method");
        return switch (method) {
            case "metagrad" -> metaGrad(adam("designer.learning_rate"), economy, population, seed);
            case "cost-only" -> metaGrad(StepRule.still(), economy, population, seed);
            case "none", "centralised" -> new FixedDesigner(economy, population, seed);
            case "amd" -> amd(economy, population, seed);
            default -> dualRl(method, economy, population, seed);
        };
    }

    private StepRule adam(String key) {
        return StepRule.adam(config.number(key));
    }

    private MetaGrad metaGrad(StepRule step, Pomg economy, Population population, Seed seed) {
        Optional<ValueRule> value = value("designer");
        IncentiveCost cost = IncentiveCost.valueOf(config.text("designer.cost").toUpperCase(Locale.ROOT));
        List<Integer> hidden = Players.widths(config, "designer.hidden");
        MetaGradRule rule = new MetaGradRule(
                step,
                config.number("designer.discount"),
                config.number("designer.trace_decay"),
                value,
                cost,
                cost == IncentiveCost.NONE ? Optional.empty() : Optional.of(adam("designer.cost_rate")),
                0,
                config.flag("designer.pipelined"),
                quirks());
        DesignerDesign design = new DesignerDesign(
                game.designerLayers(hidden, game.spaces().design().dimension(), false),
                value.map(by -> game.stateLayers(hidden, 1)),
                game.stateNumbers(),
                rule);
        return new MetaGrad(economy, population, design, base(), seed);
    }

    private Quirks quirks() {
        return new Quirks(
                config.flag("quirks.squares_stand_still"),
                config.flag("quirks.sums"),
                config.flag("quirks.unmixed"),
                config.number("quirks.replica_scale"));
    }

    private DualRl dualRl(String method, Pomg economy, Population population, Seed seed) {
        Spaces spaces = game.spaces();
        DesignerPolicy policy = method.equals("dual-rl-continuous")
                ? new GaussianPolicy((DesignSpace.Box) spaces.design())
                : new LevelPolicy(levels(method), spaces.design().dimension());
        Optional<ValueRule> value = value("dual");
        List<Integer> hidden = Players.widths(config, "dual.hidden");
        DualRlRule rule = new DualRlRule(
                adam("dual.learning_rate"),
                config.number("designer.discount"),
                config.number("designer.trace_decay"),
                value,
                config.number("dual.entropy"));
        boolean charged = !config.text("designer.cost").equals("none");
        DesignerReward reward = charged ? base().minus(DesignerReward.sumOf(spaces, game.incentive())) : base();
        return new DualRl(
                economy,
                population,
                game.designerLayers(hidden, policy.outputs(), true),
                value.map(by -> game.stateLayers(hidden, 1)),
                game.stateNumbers(),
                policy,
                rule,
                reward,
                seed);
    }

    private List<Double> levels(String method) {
        double[] own = config.numbers("dual.levels");
        if (own.length > 0) {
            return Arrays.stream(own).boxed().toList();
        }
        return switch (method) {
            case "dual-rl-small" -> LevelPolicy.SMALL;
            case "dual-rl-medium" -> LevelPolicy.MEDIUM;
            default -> LevelPolicy.LARGE;
        };
    }

    private Amd amd(Pomg economy, Population population, Seed seed) {
        Layers layers = game.designerLayers(
                Players.widths(config, "designer.hidden"), game.spaces().players(), true);
        Amd.Rule rule = Amd.Rule.published(config.number("players.learning_rate"));
        return new Amd(economy, population, layers, rule, base(), seed);
    }

    private Optional<ValueRule> value(String section) {
        return config.flag("designer.value")
                ? Optional.of(ValueRule.of(adam(section + ".value_rate"), config.number(section + ".value_target")))
                : Optional.empty();
    }

    private DesignerReward base() {
        return DesignerReward.sumOf(game.spaces(), game.base());
    }
}
