package org.sed4j.examples.applepicking;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.numbers;
import static org.sed4j.core.config.Key.text;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.core.config.Key.wholes;
import static org.sed4j.examples.applepicking.Sources.CODE;
import static org.sed4j.examples.applepicking.Sources.OURS;
import static org.sed4j.examples.applepicking.Sources.PAPER;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.config.Key;
import org.sed4j.envs.harvest.HarvestKeys;
import org.sed4j.rl.ppo.PpoKeys;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.voting.LibraryVotes;

/** The keys of the tax code, of the vote, and of who learns how. */
final class AppleKeys {
    private AppleKeys() {}

    /** Of who the players are. */
    static List<Key> types() {
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

    static List<Key> tax() {
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

    /** Of the vote: what is the orchard's own, then what any vote of sed-voting has. */
    static List<Key> vote() {
        List<Key> keys = new ArrayList<>(List.of(
                text("vote.rule", "mean")
                        .means("f, from reports to eta: fixed, threshold, a continuous rule (mean, median, "
                                + "uniform-phantom, ...), or any rule that sed vote --list names, over a grid of eta")
                        .source(PAPER),
                choice("vote.ballot", "selfishness", "separate")
                        .means("what is voted on: sigma, or values drawn apart from it")
                        .source(PAPER),
                number("vote.principal", 0)
                        .from(0)
                        .to(1)
                        .means("the principal's own ballot, which a rule or a tie policy may look at")
                        .source(OURS),
                number("vote.threshold", 0.5)
                        .from(0)
                        .to(1)
                        .means("mean ballot above which the threshold rule turns egalitarian")
                        .source(CODE),
                number("vote.eta", 1)
                        .from(0)
                        .to(1)
                        .means("eta of the fixed rule")
                        .source(OURS),
                choice("vote.objective", "eta_mix", "utilitarian", "egalitarian", "nash", "equality_productivity")
                        .means("the family voted in: eta total + (1 - eta) minimum, or one objective whatever the vote")
                        .source(PAPER),
                choice("vote.basis", "apples", "income", "reward")
                        .means("of what: apples, apples after tax, or the mixed private rewards")
                        .source(PAPER)));
        new LibraryVotes().keys().forEach(key -> keys.add(key.source(OURS)));
        keys.add(flag("vote.record", true)
                .means("whether each election is kept with its ballots in elections.jsonl")
                .source(OURS));
        return keys;
    }

    static List<Key> principal() {
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
        keys.addAll(ppo("principal", 16));
        return keys;
    }

    static List<Key> players() {
        List<Key> keys = new ArrayList<>();
        keys.add(choice("players.kind", "ppo", "random")
                .means("learn, or act at random")
                .source(PAPER));
        keys.add(choice("players.reward", "mixed", "own", "common")
                .means("mixed by type as in the paper; own apples after tax; everybody's apples")
                .source(PAPER));
        keys.addAll(HarvestKeys.seeing());
        keys.add(whole("players.horizon", 200)
                .from(1)
                .means("steps from one update to the next")
                .source(PAPER));
        keys.addAll(ppo("players", 128));
        return keys;
    }

    /** The paper gives none of PPO's numbers, the published code all. */
    private static List<Key> ppo(String section, int minibatch) {
        List<Key> keys =
                new ArrayList<>(PpoKeys.all(section, PpoSettings.defaults().minibatches(minibatch), CODE));
        keys.add(
                1,
                flag(section + ".anneal_learning_rate", true)
                        .means("whether it falls linearly to 0 over the run")
                        .source(CODE));
        return keys;
    }

    static List<Key> networks() {
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
}
