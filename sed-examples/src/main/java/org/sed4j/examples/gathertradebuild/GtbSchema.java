package org.sed4j.examples.gathertradebuild;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.numbers;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.core.config.Key.wholes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Schema;
import org.sed4j.core.society.RunKeys;
import org.sed4j.envs.gtb.GtbKeys;
import org.sed4j.rl.ppo.PpoKeys;
import org.sed4j.rl.ppo.PpoSettings;

/** Every number of the Gather-Trade-Build study, with its range, its meaning and its source. */
public final class GtbSchema {
    private static final String PAPER = "paper 004";
    private static final String CODE = "released code of the AI Economist";
    private static final String CODE_004 = "released code of paper 004";
    private static final String OURS = "ours";

    /** PPO's numbers of the players if nobody says; the norm of gradients and lambda are the released code's. */
    static final PpoSettings PPO =
            new PpoSettings(1e-3, 1e-5, 0.99, 0.98, 0.2, false, 0.01, 0.5, 10, 3, 3200, true, Double.POSITIVE_INFINITY);

    /** The presets, by name; each is a YAML file beside this class. */
    public static final List<String> PRESETS = List.of("paper-004", "paper-004-metagrad", "ai-economist", "quick");

    /** Options of the command that set a key. */
    public static final Map<String, String> SHORTCUTS = shortcuts();

    private GtbSchema() {}

    private static Map<String, String> shortcuts() {
        Map<String, String> shortcuts = new LinkedHashMap<>();
        shortcuts.put("--map", "world.map");
        shortcuts.put("--method", "tax.method");
        return shortcuts;
    }

    /** The schema. */
    public static Schema schema() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("world", "The economy: map, players, episode.");
        sections.put("tax", "Who sets the tax rates, and how taxation is phased in.");
        sections.put("players", "How the players learn: PPO, one policy for all.");
        sections.put("principal", "How a learning principal learns: PPO.");
        sections.put("metagrad", "How the planner of metagrad learns.");
        sections.put("run", "How much, how long, on what, and what is kept.");
        List<Key> keys = new ArrayList<>();
        keys.addAll(GtbKeys.world());
        keys.addAll(tax());
        keys.addAll(ppo("players", PPO));
        keys.addAll(wholeEpisodes());
        keys.addAll(ppo("principal", PPO.entropyBonus(0.02).minibatches(160).discount(1)));
        keys.addAll(planner());
        keys.addAll(RunKeys.all(313, 64, 1, 50)); // 313 x 64 are 20,032 episodes
        keys.addAll(run());
        return Schema.of("gather-trade-build", sections, keys, List.of());
    }

    private static List<Key> tax() {
        return List.of(
                choice("tax.method", "free-market", "us-federal", "fixed", "saez", "dual-rl", "metagrad", "cma-es")
                        .means("who sets the rates: free-market, us-federal, fixed, saez, dual-rl, metagrad or cma-es")
                        .source(PAPER),
                GtbKeys.cuts(),
                numbers("tax.rates")
                        .from(0)
                        .to(1)
                        .means("the rates of fixed, lowest bracket first")
                        .source(OURS),
                number("tax.free", 0)
                        .from(0)
                        .to(1)
                        .means("share of the rounds without taxes, before the method takes office")
                        .source(OURS),
                number("tax.ramp", 0.04)
                        .from(0)
                        .to(1)
                        .means("share of the rounds over which the highest rate allowed grows to 1 (8,000 of 200,000)")
                        .source(PAPER),
                number("tax.ramp_start", 0.1)
                        .from(0)
                        .to(1)
                        .means("highest rate allowed when it begins to grow")
                        .source(PAPER),
                number("tax.elasticity", -1)
                        .from(-1)
                        .means("elasticity of income that saez takes as known; -1 to estimate it")
                        .source(CODE),
                whole("tax.search_trials", 150)
                        .from(1)
                        .to(100_000)
                        .means("schedules that cma-es tries one after the other, each in force equally long")
                        .source(OURS));
    }

    private static List<Key> ppo(String section, PpoSettings usual) {
        List<Key> keys = new ArrayList<>();
        for (Key key : PpoKeys.all(section, usual, OURS)) {
            boolean told = List.of("discount", "gae_lambda").contains(key.name());
            keys.add(told ? key.source(PAPER) : key);
        }
        keys.add(wholes(section + ".hidden", 64, 64)
                .from(1)
                .to(65_536)
                .means("units of the dense layers")
                .source(OURS));
        return keys;
    }

    /** Of players whose learning can be differentiated. */
    private static List<Key> wholeEpisodes() {
        return List.of(
                flag("players.whole_episodes", false)
                        .means("whether players learn from a round's episodes at once, in doubles, with a critic of "
                                + "their own and a constant step; under metagrad they always do")
                        .source(PAPER),
                flag("players.normalises", false)
                        .means("whether such players centre and scale advantages")
                        .source(CODE_004),
                number("players.value_rate", 1e-3)
                        .above(0)
                        .to(1)
                        .means("Adam's step size of such players' critic")
                        .source(OURS),
                number("players.value_target", 0.0126)
                        .above(0)
                        .to(1)
                        .means("share that the critic's bootstrap moves a round")
                        .source(CODE_004),
                number("players.exploration", 0)
                        .from(0)
                        .to(1)
                        .means("share of such players' actions that are uniform, in the first round")
                        .source(OURS),
                number("players.exploration_end", 0)
                        .from(0)
                        .to(1)
                        .means("the same once it has fallen")
                        .source(OURS),
                number("players.exploration_share", 0.025)
                        .from(0)
                        .to(1)
                        .means("share of the rounds over which it falls (5,000 of 200,000)")
                        .source(CODE_004));
    }

    /** Of the planner who differentiates it. */
    private static List<Key> planner() {
        return List.of(
                number("metagrad.learning_rate", 1e-3)
                        .above(0)
                        .to(1)
                        .means("Adam's step size of the rates' network")
                        .source(OURS),
                number("metagrad.discount", 0.99)
                        .from(0)
                        .to(1)
                        .means("gamma, a step")
                        .source(PAPER),
                number("metagrad.gae_lambda", 0.98)
                        .from(0)
                        .to(1)
                        .means("lambda of the planner's advantages, a decision")
                        .source(CODE_004),
                number("metagrad.value_rate", 8.64e-4)
                        .above(0)
                        .to(1)
                        .means("Adam's step size of the planner's critic")
                        .source(CODE_004),
                number("metagrad.value_target", 0.0158)
                        .above(0)
                        .to(1)
                        .means("share that the critic's bootstrap moves a round")
                        .source(CODE_004),
                flag("metagrad.squares_stand_still", false)
                        .means("whether Adam's mean of squares is a constant in the derivative")
                        .source(CODE_004),
                wholes("metagrad.hidden", 64, 64)
                        .from(1)
                        .to(65_536)
                        .means("units of the dense layers")
                        .source(OURS));
    }

    private static List<Key> run() {
        return List.of(
                whole("run.test_worlds", 100)
                        .from(1)
                        .to(1_000_000)
                        .means("episodes of the test at the end, nobody learning")
                        .source(PAPER),
                whole("run.replay_steps", 200)
                        .from(0)
                        .to(10_000)
                        .means("steps of the replay at most; 0 for none")
                        .source(OURS));
    }
}
