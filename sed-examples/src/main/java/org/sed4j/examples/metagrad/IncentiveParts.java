package org.sed4j.examples.metagrad;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.rl.baseline.Amd;
import org.sed4j.rl.baseline.DesignerPolicy;
import org.sed4j.rl.baseline.DualRlDesign;
import org.sed4j.rl.baseline.DualRlPart;
import org.sed4j.rl.baseline.DualRlRule;
import org.sed4j.rl.baseline.GaussianPolicy;
import org.sed4j.rl.baseline.LevelPolicy;
import org.sed4j.rl.metagradient.DesignerReward;
import org.sed4j.rl.metagradient.IncentiveCost;
import org.sed4j.rl.metagradient.MetaGradRule;
import org.sed4j.rl.metagradient.Quirks;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.LayerMaker;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.Exploration;
import org.sed4j.rl.policygradient.LearningRule;
import org.sed4j.rl.policygradient.PlayerDesign;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;
import org.sed4j.rl.population.GradientPart;
import org.sed4j.rl.population.Populations;
import org.sed4j.rl.principal.Principals;

/** Who pays and who is paid, as configured. */
final class IncentiveParts {
    private final Config config;
    private final Game game;

    IncentiveParts(Config config, Game game) {
        this.config = config;
        this.game = game;
    }

    /** Players who learn after every episode. */
    FollowersPart followers() {
        GradientPart part = config.text("players.sharing").equals("shared")
                ? Populations.policyGradient()
                : Populations.independentPolicyGradient();
        return part.learners(this::players)
                .exploring(new Exploration(
                        config.number("players.exploration_start"),
                        config.number("players.exploration_end"),
                        config.whole("players.exploration_episodes")))
                .wholeEpisodes();
    }

    private PlayerDesign players(Spaces spaces) {
        LearningRule rule = lesson();
        Inputs inputs = new Inputs(spaces.codes(), spaces.numbers().size());
        List<Integer> hidden = widths("players");
        return new PlayerDesign(
                game.networks().of(inputs, hidden, spaces.choices(), true),
                rule.value().map(value -> game.networks().of(inputs, hidden, 1, true)),
                rule);
    }

    private LearningRule lesson() {
        double rate = config.number("players.learning_rate");
        StepRule step = config.text("players.optimiser").equals("adam") ? StepRule.adam(rate) : StepRule.plain(rate);
        String learner = config.text("players.learner");
        Optional<ValueRule> value = learner.equals("reinforce")
                ? Optional.empty()
                : Optional.of(new ValueRule(
                        adam("players.value_rate"),
                        config.number("players.value_target"),
                        config.flag("players.value_first")));
        boolean ppo = learner.equals("ppo");
        return new LearningRule(
                step,
                config.number("players.discount"),
                config.number("players.trace_decay"),
                value,
                LearningRule.Reduction.valueOf(upper("players.reduction")),
                config.number("players.entropy"),
                config.flag("players.normalises"),
                ppo ? config.integer("players.epochs") : 1,
                ppo ? config.number("players.clip") : Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /** Who sets incentives. */
    PrincipalPart principal() {
        String method = config.text("designer.method");
        return switch (method) {
            case "metagrad" -> metaGrad(adam("designer.learning_rate"));
            case "cost-only" -> metaGrad(StepRule.still());
            case "none", "centralised" -> PrincipalPart.of(method, Principal.idle());
            case "amd" ->
                Principals.amd(Amd.Rule.published(config.number("players.learning_rate")))
                        .network(layers("designer", true))
                        .paid(this::base);
            default -> new DualRlPart(spaces -> dualRl(method, spaces), this::net);
        };
    }

    private PrincipalPart metaGrad(StepRule step) {
        IncentiveCost cost = IncentiveCost.valueOf(upper("designer.cost"));
        MetaGradRule rule = new MetaGradRule(
                step,
                config.number("designer.discount"),
                config.number("designer.trace_decay"),
                value("designer"),
                cost,
                cost == IncentiveCost.NONE ? Optional.empty() : Optional.of(adam("designer.cost_rate")),
                0,
                config.flag("designer.pipelined"),
                new Quirks(
                        config.flag("quirks.squares_stand_still"),
                        config.flag("quirks.sums"),
                        config.flag("quirks.unmixed"),
                        config.number("quirks.replica_scale")));
        return Principals.metaGrad()
                .networks(layers("designer", false), layers("designer", true))
                .rule(rule)
                .stateNumbers(game.stateNumbers())
                .paid(this::base);
    }

    private DualRlDesign dualRl(String method, Spaces spaces) {
        DesignerPolicy policy = method.equals("dual-rl-continuous")
                ? new GaussianPolicy((DesignSpace.Box) spaces.design())
                : new LevelPolicy(levels(method), spaces.design().dimension());
        Inputs seen =
                new Inputs(spaces.principalCodes(), spaces.principalNumbers().size());
        Inputs state = new Inputs(spaces.principalCodes(), game.stateNumbers());
        Optional<ValueRule> value = value("dual");
        DualRlRule rule = new DualRlRule(
                adam("dual.learning_rate"),
                config.number("designer.discount"),
                config.number("designer.trace_decay"),
                value,
                config.number("dual.entropy"));
        List<Integer> hidden = widths("dual");
        Layers acting = game.networks().of(seen, hidden, policy.outputs(), true);
        return new DualRlDesign(
                acting,
                value.map(any -> game.networks().of(state, hidden, 1, true)),
                game.stateNumbers(),
                policy,
                rule);
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

    private Optional<ValueRule> value(String section) {
        return config.flag("designer.value")
                ? Optional.of(ValueRule.of(adam(section + ".value_rate"), config.number(section + ".value_target")))
                : Optional.empty();
    }

    private DesignerReward base(Spaces spaces) {
        return DesignerReward.sumOf(spaces, game.base());
    }

    /** Less what incentives cost, if they cost anything. */
    private DesignerReward net(Spaces spaces) {
        boolean charged = !config.text("designer.cost").equals("none");
        return charged ? base(spaces).minus(DesignerReward.sumOf(spaces, game.incentive())) : base(spaces);
    }

    private LayerMaker layers(String section, boolean bias) {
        return (inputs, heads) -> game.networks().of(inputs, widths(section), heads.outputs(), bias);
    }

    private StepRule adam(String key) {
        return StepRule.adam(config.number(key));
    }

    private List<Integer> widths(String section) {
        return Arrays.stream(config.integers(section + ".hidden")).boxed().toList();
    }

    private String upper(String key) {
        return config.text(key).toUpperCase(Locale.ROOT);
    }
}
