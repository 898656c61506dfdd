package org.sed4j.examples.gathertradebuild;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sed4j.core.config.Config;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.envs.gtb.GtbKeys;
import org.sed4j.envs.tax.Phasing;
import org.sed4j.envs.tax.TaxCodes;
import org.sed4j.envs.tax.TaxSchedule;
import org.sed4j.rl.metagradient.DesignerReward;
import org.sed4j.rl.metagradient.IncentiveCost;
import org.sed4j.rl.metagradient.MetaGradRule;
import org.sed4j.rl.metagradient.Quirks;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.LayerMaker;
import org.sed4j.rl.policygradient.Exploration;
import org.sed4j.rl.policygradient.LearningRule;
import org.sed4j.rl.policygradient.PlayerDesign;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;
import org.sed4j.rl.population.Populations;
import org.sed4j.rl.ppo.PpoKeys;
import org.sed4j.rl.principal.Curriculum;
import org.sed4j.rl.principal.LiveSearch;
import org.sed4j.rl.principal.PpoPrincipal;
import org.sed4j.rl.principal.Principals;

/** Who lives in the economy and who sets its rates, as configured. */
final class GtbParts {
    /** Rates 0, 0.05, ..., 1: the released code's. */
    private static final int LEVELS = 21;

    private static final double GAIN_SCALE = 0.1;
    /** Of equality × productivity, by which the planner of metagrad is paid in every step: the published code's. */
    private static final double LEVEL_SCALE = 0.01;

    private final Config config;
    private final int rounds;

    GtbParts(Config config) {
        this.config = config;
        this.rounds = config.integer("run.rounds");
    }

    /** One policy for all, which learns step by step, or from whole episodes by an update that can be differentiated. */
    FollowersPart followers() {
        boolean whole = config.text("tax.method").equals("metagrad") || config.flag("players.whole_episodes");
        return whole
                ? Populations.policyGradient().learners(this::learners).exploring(exploration())
                : Populations.ppo()
                        .network(layers("players"))
                        .horizon(config.integer("world.steps"))
                        .settings(PpoKeys.over(GtbSchema.PPO, "players", config));
    }

    /** Who sets rates, once the rounds without taxes are over. */
    PrincipalPart principal() {
        int free = share("tax.free");
        Phasing phasing = new Phasing(config.number("tax.ramp_start"), share("tax.ramp"));
        return switch (config.text("tax.method")) {
            case "us-federal" -> TaxCodes.of(TaxSchedule.US_FEDERAL, phasing).after(free);
            case "fixed" -> TaxCodes.of(given(), phasing).after(free);
            case "saez" ->
                TaxCodes.saez(GtbKeys.brackets(config), phasing, elasticity()).after(free);
            case "dual-rl" ->
                Principals.ppo()
                        .levels(LEVELS)
                        .network(layers("principal"))
                        .settings(PpoKeys.over(GtbSchema.PPO, "principal", config))
                        .curriculum(new Curriculum(
                                free, share("tax.ramp"), config.number("tax.ramp_start"), Curriculum.Ramp.BOUND))
                        .reward(PpoPrincipal.Reward.PERIOD_CHANGE, GAIN_SCALE)
                        .annealed();
            case "metagrad" ->
                Principals.metaGrad()
                        .networks(tapes("metagrad"), tapes("metagrad"))
                        .rule(planning())
                        .paid(spaces -> DesignerReward.sumOf(spaces, "equality x productivity")
                                .times(LEVEL_SCALE))
                        .after(free);
            case "cma-es" -> Principals.liveSearch(trials()).after(free);
            default -> TaxCodes.freeMarket();
        };
    }

    private TaxSchedule given() {
        return TaxSchedule.of(GtbKeys.brackets(config), config.numbers("tax.rates"));
    }

    /** Each schedule is in force equally long; the first half of that time players have to settle. */
    private LiveSearch.Trials trials() {
        int count = config.integer("tax.search_trials");
        int each = Math.max(1, (rounds - share("tax.free")) / count);
        return new LiveSearch.Trials(count, each, each / 2);
    }

    private OptionalDouble elasticity() {
        double given = config.number("tax.elasticity");
        return given < 0 ? OptionalDouble.empty() : OptionalDouble.of(given);
    }

    private int share(String path) {
        return (int) Math.round(config.number(path) * rounds);
    }

    private PlayerDesign learners(Spaces spaces) {
        Inputs inputs = new Inputs(spaces.codes(), spaces.numbers().size());
        LearningRule rule = new LearningRule(
                StepRule.adam(config.number("players.learning_rate")),
                config.number("players.discount"),
                config.number("players.gae_lambda"),
                Optional.of(value("players")),
                LearningRule.Reduction.MEAN,
                config.number("players.entropy_weight"),
                config.flag("players.normalises"),
                config.integer("players.epochs"),
                config.number("players.clip"),
                Double.POSITIVE_INFINITY);
        return new PlayerDesign(
                tapes("players").of(inputs, Heads.of(spaces.choices(), Heads.POLICY_GAIN)),
                Optional.of(tapes("players").of(inputs, Heads.of(1, Heads.VALUE_GAIN))),
                rule);
    }

    private Exploration exploration() {
        double start = config.number("players.exploration");
        return new Exploration(
                start,
                Math.min(start, config.number("players.exploration_end")),
                Math.max(1, Math.round(config.number("players.exploration_share") * rounds)));
    }

    /** @paper 004, section 6 and appendix on Gather-Trade-Build */
    private MetaGradRule planning() {
        return new MetaGradRule(
                StepRule.adam(config.number("metagrad.learning_rate")),
                config.number("metagrad.discount"),
                config.number("metagrad.gae_lambda"),
                Optional.of(value("metagrad")),
                IncentiveCost.NONE,
                Optional.empty(),
                0,
                true,
                new Quirks(config.flag("metagrad.squares_stand_still"), false, false, 1));
    }

    private ValueRule value(String section) {
        return ValueRule.of(
                StepRule.adam(config.number(section + ".value_rate")), config.number(section + ".value_target"));
    }

    private LayerMaker layers(String section) {
        List<Integer> hidden =
                Arrays.stream(config.integers(section + ".hidden")).boxed().toList();
        return LayerMaker.tanh(hidden);
    }

    /** Between epochs MetaGrad takes differences of gradients, for which floats are too coarse. */
    private LayerMaker tapes(String section) {
        LayerMaker layers = layers(section);
        return config.integer("players.epochs") == 1
                ? (inputs, heads) -> layers.of(inputs, heads).inSingle()
                : layers;
    }
}
