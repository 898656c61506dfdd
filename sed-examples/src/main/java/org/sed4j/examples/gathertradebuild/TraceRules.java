package org.sed4j.examples.gathertradebuild;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sed4j.core.game.Require;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.gtb.Building;
import org.sed4j.envs.gtb.Gathering;
import org.sed4j.envs.gtb.Growth;
import org.sed4j.envs.gtb.GtbMaps;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.gtb.Placing;
import org.sed4j.envs.gtb.PlannerObjective;
import org.sed4j.envs.gtb.Preferences;
import org.sed4j.envs.gtb.Seeing;
import org.sed4j.envs.gtb.Skill;
import org.sed4j.envs.gtb.Trading;
import org.sed4j.envs.gtb.Turns;
import org.sed4j.envs.tax.Brackets;

/** The configuration of a recorded trace, read as rules; what cannot be replayed exactly is refused by name. */
final class TraceRules {
    private static final Map<String, String> FIXED = Map.of(
            "multi_action_mode_agents", "false",
            "multi_action_mode_planner", "true",
            "flatten_observations", "true",
            "flatten_masks", "true",
            "energy_warmup_constant", "0",
            "scenario_name", "layout_from_file/simple_wood_and_stone",
            "fixed_four_skill_and_loc", "true");
    private static final Set<String> READ = Set.of(
            "n_agents",
            "episode_length",
            "dense_log_frequency",
            "energy_cost",
            "energy_warmup_method",
            "isoelastic_eta",
            "planner_reward_type",
            "mixing_weight_gini_vs_coin",
            "starting_agent_coin",
            "env_layout_file",
            "world_size",
            "planner_gets_spatial_info",
            "components",
            "resource_regen_prob",
            "mobile_agent_observation_range",
            "allow_observation_scaling",
            "seed");

    private final JsonNode config;

    private TraceRules(JsonNode config) {
        this.config = config;
    }

    /**
     * The rules of a trace.
     *
     * @param folder where a map that is not shipped is looked for
     * @throws IllegalArgumentException naming an entry that is missing or not replayable
     */
    static GtbRules of(JsonNode trace, Path folder) throws IOException {
        Require.that(
                trace.path("config").isObject() && trace.path("build_payment").isArray(),
                "trace",
                "no \"config\" or no \"build_payment\"",
                "must have both",
                "the file is of another format");
        return new TraceRules(trace.get("config")).rules(trace.get("build_payment"), folder);
    }

    private GtbRules rules(JsonNode payments, Path folder) throws IOException {
        refuseUnknown();
        double regrowth = number(config, "resource_regen_prob", 0.01);
        accept(regrowth == 0 || regrowth == 1, "resource_regen_prob", regrowth, "0 or 1");
        GridMap map = map(folder);
        JsonNode size = config.path("world_size");
        accept(
                size.path(0).asInt() == map.rows() && size.path(1).asInt() == map.columns(),
                "world_size",
                size,
                "[" + map.rows() + ", " + map.columns() + "], the size of map " + map.name());
        return GtbRules.preset("15x15").toBuilder()
                .map(map)
                .growth(new Growth(regrowth, 0, 1))
                .players(config.path("n_agents").asInt())
                .placing(new Placing(Placing.Kind.CORNERS, ranks(payments), List.of()))
                .episode((int) number(config, "episode_length", 1000))
                .startCoin(number(config, "starting_agent_coin", 0))
                .building(building(component("Build")))
                .trading(trading(component("ContinuousDoubleAuction")))
                .gathering(gathering(component("Gather")))
                .brackets(brackets(component("PeriodicBracketTax")))
                .period((int) number(component("PeriodicBracketTax"), "period", 100))
                .preferences(new Preferences(
                        number(config, "isoelastic_eta", 0.23),
                        number(config, "energy_cost", 0.21),
                        0,
                        Preferences.Counting.REWARDING_STEPS))
                .seeing(new Seeing(
                        (int) number(config, "mobile_agent_observation_range", 5),
                        config.path("planner_gets_spatial_info").asBoolean(true)))
                .turns(Turns.BY_NUMBER)
                .objective(objective())
                .build();
    }

    private void refuseUnknown() {
        Set<String> names = new TreeSet<>();
        config.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String fixed = FIXED.get(name);
            accept(
                    fixed == null || config.get(name).asText().equals(fixed),
                    name,
                    config.get(name),
                    fixed == null ? "" : fixed);
            accept(fixed != null || READ.contains(name), name, config.get(name), "left out");
        }
        accept(config.path("fixed_four_skill_and_loc").asBoolean(), "fixed_four_skill_and_loc", "absent", "true");
        List<String> order = new ArrayList<>();
        config.path("components").forEach(c -> order.add(c.fieldNames().next()));
        accept(
                order.equals(List.of("Build", "ContinuousDoubleAuction", "Gather", "PeriodicBracketTax")),
                "components",
                order,
                "Build, ContinuousDoubleAuction, Gather, PeriodicBracketTax");
    }

    private GridMap map(Path folder) throws IOException {
        String file = config.path("env_layout_file").asText();
        String name = file.replaceFirst("\\.txt$", "");
        for (GridMap shipped : List.of(GtbMaps.pureAndMixed(), GtbMaps.openQuadrant())) {
            if (shipped.name().equals(name)) {
                return shipped;
            }
        }
        Path beside = folder.resolve(file);
        accept(Files.exists(beside), "env_layout_file", file, "shipped, or beside the trace");
        return GtbMaps.read(beside);
    }

    private static List<Integer> ranks(JsonNode payments) {
        return IntStream.range(0, payments.size())
                .mapToObj(i -> (int) IntStream.range(0, payments.size())
                        .filter(j ->
                                payments.get(j).asDouble() < payments.get(i).asDouble())
                        .count())
                .toList();
    }

    private JsonNode component(String name) {
        for (JsonNode each : config.get("components")) {
            if (each.has(name)) {
                return each.get(name);
            }
        }
        throw new IllegalArgumentException(name + " must be one of the trace's components.");
    }

    private static Building building(JsonNode build) {
        String skill = build.path("skill_dist").asText("none");
        accept(skill.equals("pareto"), "Build.skill_dist", skill, "pareto");
        return new Building(
                number(build, "payment", 10),
                number(build, "payment_max_skill_multiplier", 1),
                Skill.PARETO,
                number(build, "build_labor", 10));
    }

    private static Trading trading(JsonNode auction) {
        int duration = (int) number(auction, "order_duration", 50);
        return new Trading(
                (int) number(auction, "max_bid_ask", 10),
                (int) number(auction, "max_num_orders", duration),
                duration,
                number(auction, "order_labor", 0.25));
    }

    private static Gathering gathering(JsonNode gather) {
        String skill = gather.path("skill_dist").asText("none");
        accept(skill.equals("none"), "Gather.skill_dist", skill, "none");
        return new Gathering(Skill.NONE, number(gather, "move_labor", 1), number(gather, "collect_labor", 1));
    }

    private static Brackets brackets(JsonNode tax) {
        int count = (int) number(tax, "n_brackets", 5);
        double top = number(tax, "top_bracket_cutoff", 100);
        String spacing = tax.path("bracket_spacing").asText("us-federal");
        double scale = number(tax, "usd_scaling", 1000);
        accept(scale == 1000, "PeriodicBracketTax.usd_scaling", scale, "1000");
        return switch (spacing) {
            case "us-federal" -> Brackets.US_FEDERAL;
            case "linear" -> Brackets.linear(count, top);
            case "log" -> Brackets.doubling(count, top);
            default -> {
                accept(false, "PeriodicBracketTax.bracket_spacing", spacing, "us-federal, linear or log");
                yield Brackets.US_FEDERAL;
            }
        };
    }

    private PlannerObjective objective() {
        String name = config.path("planner_reward_type").asText("coin_eq_times_productivity");
        return switch (name) {
            case "coin_eq_times_productivity" ->
                new PlannerObjective(
                        PlannerObjective.Kind.EQUALITY_TIMES_MEAN, 1 - number(config, "mixing_weight_gini_vs_coin", 0));
            case "inv_income_weighted_coin_endowments" -> new PlannerObjective(PlannerObjective.Kind.WEIGHTED_COIN, 1);
            case "inv_income_weighted_utility" -> new PlannerObjective(PlannerObjective.Kind.WEIGHTED_UTILITY, 1);
            default -> {
                accept(false, "planner_reward_type", name, "one of the reference's three");
                yield PlannerObjective.PAPER;
            }
        };
    }

    static double number(JsonNode object, String name, double otherwise) {
        JsonNode value = object.path(name);
        return value.isNumber() ? value.asDouble() : otherwise;
    }

    static void accept(boolean holds, String name, Object value, String wanted) {
        Require.that(
                holds,
                "entry \"" + name + "\" of the trace",
                value,
                "must be " + wanted,
                "the trace was recorded with another configuration, which cannot be replayed exactly");
    }
}
