package org.sed4j.examples.applepicking;

import static org.sed4j.examples.config.Key.choice;
import static org.sed4j.examples.config.Key.flag;
import static org.sed4j.examples.config.Key.number;
import static org.sed4j.examples.config.Key.numbers;
import static org.sed4j.examples.config.Key.text;
import static org.sed4j.examples.config.Key.whole;
import static org.sed4j.examples.config.Key.wholes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.examples.BackendKey;
import org.sed4j.examples.config.Key;
import org.sed4j.examples.config.Schema;

/**
 * Every number of the apple-picking society, with its range, its meaning and its source.
 *
 * <p>What nobody sets is as in paper 002, appendix A; where the paper is silent, as in the code published with it or as in
 * Melting Pot's Commons Harvest, and the source says which.
 */
public final class ApplePickingSchema {
    private static final String PAPER = "paper 002, appendix A";
    private static final String CODE = "published code d9ef0c3";
    private static final String MELTING_POT = "Melting Pot, commons_harvest__open";
    private static final String OURS = "ours";

    /** The presets, by name; each is a YAML file beside this class. */
    public static final List<String> PRESETS = List.of(
            "laptop",
            "paper-2024",
            "code-d9ef0c3",
            "melting-pot-open",
            "melting-pot-closed",
            "melting-pot-partnership");

    private ApplePickingSchema() {}

    /** The schema, with the rules that join several keys. */
    public static Schema schema() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("world", "The orchard: map, apples, moves, beam, what is seen.");
        sections.put("types", "Who the players are: selfishness (sigma) and trust (beta).");
        sections.put("tax", "What the principal designs: marginal rates on the apples of a period.");
        sections.put("vote", "How the players' reports become the objective.");
        sections.put("principal", "How the design is found.");
        sections.put("players", "How the players learn.");
        sections.put("networks", "The networks of both.");
        sections.put("run", "How much, how long, on what, and what is kept.");
        List<Key> keys = new ArrayList<>();
        keys.addAll(world());
        keys.addAll(types());
        keys.addAll(tax());
        keys.addAll(VoteKeys.all());
        keys.addAll(principal());
        keys.addAll(players());
        keys.addAll(networks());
        keys.addAll(run());
        return Schema.of("apple-picking", sections, keys, List.of(ApplePickingRules::check));
    }

    private static List<Key> world() {
        return List.of(
                text("world.map", "open")
                        .means("open, closed, partnership, small, or the path of a map in letters")
                        .source(PAPER),
                whole("world.tile_rows", 1)
                        .from(1)
                        .to(1000)
                        .means("copies of the map below each other")
                        .source(OURS),
                whole("world.tile_columns", 1)
                        .from(1)
                        .to(1000)
                        .means("copies of the map beside each other")
                        .source(OURS),
                whole("world.players", 7)
                        .from(1)
                        .to(100_000)
                        .means("players in one world")
                        .source(PAPER),
                numbers("world.regrowth", 0, 0.0025, 0.005, 0.025)
                        .from(0)
                        .to(1)
                        .means(
                                "chance a step that an eaten apple regrows, by live neighbours 0, 1, ...; the last for more")
                        .source(PAPER),
                whole("world.regrowth_radius", 2)
                        .from(0)
                        .to(10)
                        .means("cells; neighbours are those with dr^2 + dc^2 <= radius^2")
                        .source(PAPER),
                flag("world.regrow_under_players", true)
                        .means("whether an apple may regrow under a player, who then eats it")
                        .source(MELTING_POT),
                number("world.totals_unit", 10)
                        .above(0)
                        .means("apples that totals are divided by where players and principal see them as numbers")
                        .source(OURS),
                number("world.apple_reward", 1).from(0).means("reward an apple").source(PAPER),
                choice("world.moves", "relative", "absolute")
                        .means("whether moves follow the player's facing or the map")
                        .source(MELTING_POT),
                choice("world.collisions", "in_turn", "at_once")
                        .means(
                                "whether players move one after the other, in random order, or all at once: then a contested"
                                        + " cell goes to one of them at random, and nobody swaps")
                        .source(MELTING_POT),
                flag("world.zap", false)
                        .means("whether players can fire the beam")
                        .source(CODE),
                whole("world.zap_length", 3).from(1).to(50).means("cells ahead").source(MELTING_POT),
                whole("world.zap_radius", 1)
                        .from(0)
                        .to(50)
                        .means("cells to each side")
                        .source(MELTING_POT),
                whole("world.zap_cooldown", 2)
                        .from(0)
                        .means("steps between shots, less one")
                        .source(MELTING_POT),
                whole("world.zap_respawn", 4)
                        .from(1)
                        .means("steps until a hit player is back")
                        .source(MELTING_POT),
                number("world.zap_cost", 0)
                        .from(0)
                        .means("reward lost by firing")
                        .source(MELTING_POT),
                number("world.zap_penalty", 0)
                        .from(0)
                        .means("reward lost by being hit")
                        .source(MELTING_POT),
                whole("world.view_forward", 9)
                        .from(0)
                        .to(100)
                        .means("cells seen ahead")
                        .source(PAPER),
                whole("world.view_back", 1)
                        .from(0)
                        .to(100)
                        .means("cells seen behind")
                        .source(PAPER),
                whole("world.view_left", 5)
                        .from(0)
                        .to(100)
                        .means("cells seen to the left")
                        .source(PAPER),
                whole("world.view_right", 5)
                        .from(0)
                        .to(100)
                        .means("cells seen to the right")
                        .source(PAPER),
                whole("world.frames", 1)
                        .from(1)
                        .to(64)
                        .means("steps seen at once, the last ones; the published code stacks 4")
                        .source(PAPER),
                choice("world.ending", "none", "random")
                        .means("whether a world may end by chance inside an episode")
                        .source(PAPER),
                whole("world.ending_first", 1000)
                        .from(1)
                        .means("steps before it may end")
                        .source(MELTING_POT),
                whole("world.ending_interval", 100)
                        .from(1)
                        .means("steps between chances to end")
                        .source(MELTING_POT),
                number("world.ending_chance", 0.15)
                        .from(0)
                        .to(1)
                        .means("chance to end, each time")
                        .source(MELTING_POT),
                whole("world.ending_cap", 5000)
                        .from(1)
                        .means("steps after which it ends for certain")
                        .source(MELTING_POT));
    }

    private static List<Key> types() {
        return List.of(
                choice("types.draw", "uniform", "given")
                        .means("whether types are drawn from U[low, high] once, or given in the lists")
                        .source(PAPER),
                number("types.low", 0).from(0).to(1).means("least type drawn").source(PAPER),
                number("types.high", 1)
                        .from(0)
                        .to(1)
                        .means("greatest type drawn")
                        .source(PAPER),
                numbers("types.selfishness").from(0).to(1).means("sigma of each player, if given"),
                numbers("types.trust").from(0).to(1).means("beta of each player, if given"),
                choice("types.social_reward", "sum", "mean", "off")
                        .means("what others' apples in view add to a player's own reward")
                        .source(PAPER));
    }

    private static List<Key> tax() {
        return List.of(
                numbers("tax.brackets", 0, 10, 20, 10_000)
                        .from(0)
                        .means("apples a period; between two of them lies a bracket with its rate")
                        .source(PAPER),
                choice("tax.formula", "continuous", "integer")
                        .means("tax between cut points, or the published code's inclusive whole numbers")
                        .source(PAPER),
                numbers("tax.initial_rates", 0, 0, 0)
                        .from(0)
                        .to(1)
                        .means("phi_0, a rate for each bracket")
                        .source(PAPER),
                whole("tax.period", 50)
                        .from(1)
                        .means("steps from one decision of the principal to the next")
                        .source(PAPER),
                flag("tax.opens_with_decision", false)
                        .means(
                                "whether the principal decides before an episode's first period; if not, phi_0 holds in it")
                        .source(PAPER),
                number("tax.delta", Double.POSITIVE_INFINITY)
                        .above(0)
                        .means("greatest divergence D(phi_0, phi) allowed; .inf is no bound")
                        .source(PAPER),
                choice("tax.divergence", "l1", "l2", "linf")
                        .means("D, measured on rates")
                        .source(OURS),
                choice("tax.annealing", "bound", "transfer", "none")
                        .means("what the ramp scales: the greatest rate that can be set, or the transfers themselves")
                        .source(PAPER),
                number("tax.free", 0)
                        .from(0)
                        .to(1)
                        .means("fraction of the rounds without tax, before the ramp: the curriculum's first phase")
                        .source(CODE),
                number("tax.ramp", 0.02)
                        .from(0)
                        .to(1)
                        .means("fraction of the rounds that the ramp takes")
                        .source(CODE),
                number("tax.ramp_start", 0.1)
                        .from(0)
                        .to(1)
                        .means("where the ramp starts")
                        .source(CODE));
    }

    private static List<Key> principal() {
        List<Key> keys = new ArrayList<>();
        keys.add(choice("principal.kind", "ppo", "random", "fixed")
                .means("learns, draws rates at random, or leaves phi_0 in force")
                .source(PAPER));
        keys.add(flag("principal.learns", true)
                .means("false: its parameters never move, as in the published code")
                .source(PAPER));
        keys.add(whole("principal.levels", 11)
                .from(2)
                .to(1001)
                .means("rates it can choose from, 0 to 1 in even steps")
                .source(CODE));
        keys.add(flag("principal.keep", true)
                .means("whether it may also keep a rate as it is")
                .source(CODE));
        keys.add(choice("principal.reward", "period_change", "step_change")
                .means("change of the cumulative objective a period, or of the objective of a single step")
                .source(PAPER));
        keys.add(number("principal.reward_scale", 0.01)
                .above(0)
                .means("what changes of the objective are multiplied by for learning, so that values stay near 1")
                .source(OURS));
        keys.addAll(LearnerKeys.ppo("principal", 16));
        return keys;
    }

    private static List<Key> players() {
        List<Key> keys = new ArrayList<>();
        keys.add(choice("players.kind", "ppo", "random")
                .means("learn, or act at random")
                .source(PAPER));
        keys.add(choice("players.reward", "mixed", "own", "common")
                .means("mixed by type as in the paper; own apples after tax; everybody's apples")
                .source(PAPER));
        keys.add(flag("players.see_rates", true)
                .means("whether they see the rates in force")
                .source(OURS));
        keys.add(flag("players.see_types", true)
                .means("whether each sees its own sigma and beta")
                .source(OURS));
        keys.add(flag("players.see_total", true)
                .means("whether each sees its apples of this period")
                .source(OURS));
        keys.add(flag("players.see_time", true)
                .means("whether they see how far the period is")
                .source(OURS));
        keys.add(flag("players.see_identity", false)
                .means("whether each sees its number")
                .source(OURS));
        keys.add(whole("players.horizon", 200)
                .from(1)
                .means("steps from one update to the next")
                .source(PAPER));
        keys.addAll(LearnerKeys.ppo("players", 128));
        return keys;
    }

    private static List<Key> networks() {
        return List.of(
                wholes("networks.player_filters")
                        .from(1)
                        .to(4096)
                        .means("filters of the convolutions over the view; none is a plain network"),
                wholes("networks.player_hidden", 64, 64)
                        .from(1)
                        .to(65_536)
                        .means("units of the dense layers")
                        .source(OURS),
                wholes("networks.principal_filters").from(1).to(4096).means("filters of the convolutions over the map"),
                wholes("networks.principal_hidden", 64, 64)
                        .from(1)
                        .to(65_536)
                        .means("units of the dense layers")
                        .source(OURS),
                whole("networks.kernel", 3)
                        .from(1)
                        .to(15)
                        .means("cells across a convolution's window")
                        .source(OURS),
                choice("networks.activation", "tanh", "relu")
                        .means("of every hidden layer")
                        .source(OURS));
    }

    private static List<Key> run() {
        return List.of(
                whole("run.seed", 1).means("what all chance grows from").source(CODE),
                whole("run.worlds", 16)
                        .from(1)
                        .to(10_000_000)
                        .means("B, copies of the world")
                        .source(OURS),
                whole("run.rounds", 1000).from(1).means("votes in all").source(OURS),
                whole("run.steps_per_round", 200).from(1).means("T").source(PAPER),
                whole("run.rounds_per_episode", 5)
                        .from(1)
                        .means("tau; then the worlds start anew. 5 x 200 steps are the paper's episode of 1000")
                        .source(PAPER),
                whole("run.threads", 0)
                        .from(0)
                        .to(4096)
                        .means("threads that share the worlds; 0 is all cores")
                        .source(OURS),
                BackendKey.key(),
                whole("run.checkpoint_every", 10)
                        .from(1)
                        .means("rounds between two checkpoints")
                        .source(OURS),
                whole("run.checkpoints", 2)
                        .from(1)
                        .to(1000)
                        .means("how many are kept")
                        .source(OURS),
                flag("run.evaluate", true)
                        .means("whether the run ends with an episode in new worlds, learned against random and untaxed")
                        .source(OURS),
                flag("run.replay", true)
                        .means("whether the first and the last round are kept for the replay")
                        .source(OURS),
                whole("run.replay_steps", 200)
                        .from(1)
                        .to(10_000)
                        .means("steps of a replay at most")
                        .source(OURS));
    }
}
