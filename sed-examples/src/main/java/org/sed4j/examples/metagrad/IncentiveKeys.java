package org.sed4j.examples.metagrad;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.numbers;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.core.config.Key.wholes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Key;

/** The keys that both games of incentive design share. What nobody sets is said by the game's preset. */
final class IncentiveKeys {
    private static final String CODE = "published code c4ad680";
    private static final String OURS = "ours";

    private IncentiveKeys() {}

    static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("game", "The economy.");
        sections.put("players", "How the players learn.");
        sections.put("designer", "How incentives are found.");
        sections.put("quirks", "Where the published code departs from the update that players really make.");
        sections.put("dual", "The designer who is an ordinary learner (dual-RL), where it differs.");
        sections.put("run", "How much, how long, and what is measured.");
        return sections;
    }

    static List<Key> players() {
        return List.of(
                choice("players.learner", "reinforce", "actor-critic", "ppo").means("the update"),
                choice("players.sharing", "independent", "shared").means("whether players share parameters"),
                choice("players.optimiser", "sgd", "adam").means("how the policy's parameters move"),
                number("players.learning_rate", 9.56e-5)
                        .above(0)
                        .to(10)
                        .means("of the policy")
                        .source(CODE),
                choice("players.reduction", "sum", "mean").means("of gradients over transitions"),
                number("players.discount", 0.99).from(0).to(1).means("gamma").source(CODE),
                number("players.trace_decay", 1).from(0).to(1).means("lambda; 1 without a value, 0 is TD(0)"),
                number("players.entropy", 0.0166)
                        .from(0)
                        .to(100)
                        .means("bonus on the policy's entropy")
                        .source(CODE),
                flag("players.normalises", false).means("whether advantages are centred and scaled"),
                whole("players.epochs", 1).from(1).to(100).means("steps with one episode (ppo)"),
                number("players.clip", 0.2).above(0).to(10).means("clip range (ppo)"),
                number("players.value_rate", 5.54e-4)
                        .above(0)
                        .to(10)
                        .means("learning rate of the value, Adam")
                        .source(CODE),
                number("players.value_target", 7.93e-3)
                        .above(0)
                        .to(1)
                        .means("share by which the bootstrap follows the value")
                        .source(CODE),
                flag("players.value_first", false).means("whether the value steps before it values the episode"),
                number("players.exploration_start", 0).from(0).to(1).means("epsilon at the start"),
                number("players.exploration_end", 0).from(0).to(1).means("epsilon in the end"),
                whole("players.exploration_episodes", 1000).from(1).means("episodes from one to the other"),
                wholes("players.hidden", 64, 32)
                        .from(1)
                        .to(4096)
                        .means("widths of dense layers")
                        .source(CODE));
    }

    /**
     * @param own the method that only this game has
     */
    static List<Key> designer(String own) {
        return List.of(
                choice(
                                "designer.method",
                                "metagrad",
                                "none",
                                "cost-only",
                                "dual-rl-small",
                                "dual-rl-medium",
                                "dual-rl-large",
                                "dual-rl-continuous",
                                own)
                        .means("who sets incentives; cost-only is metagrad without its gradient of the return"),
                number("designer.bound", 2)
                        .above(0)
                        .to(1_000_000)
                        .means("greatest incentive")
                        .source("paper 004, section 4.1"),
                number("designer.learning_rate", 7.93e-4)
                        .above(0)
                        .to(10)
                        .means("Adam")
                        .source(CODE),
                number("designer.discount", 0.99).from(0).to(1).means("gamma").source(CODE),
                number("designer.trace_decay", 1).from(0).to(1).means("lambda; 1 without a value"),
                flag("designer.value", false).means("whether it has a value function"),
                number("designer.value_rate", 2.4e-5)
                        .above(0)
                        .to(10)
                        .means("learning rate of the value, Adam")
                        .source(CODE),
                number("designer.value_target", 0.114)
                        .above(0)
                        .to(1)
                        .means("as the players'")
                        .source(CODE),
                choice("designer.cost", "none", "paid", "outputs")
                        .means(
                                "what incentives cost the designer: nothing, what is paid (paper), or all outputs (code)"),
                number("designer.cost_rate", 6.03e-5)
                        .above(0)
                        .to(10)
                        .means("Adam's step against the cost")
                        .source(CODE),
                flag("designer.pipelined", true)
                        .means("whether the validation episode is the next one to learn from")
                        .source("paper 004, Algorithm 1"),
                wholes("designer.hidden", 64, 16)
                        .from(1)
                        .to(4096)
                        .means("widths of dense layers")
                        .source(CODE));
    }

    static List<Key> quirks() {
        return List.of(
                flag("quirks.squares_stand_still", false)
                        .means(
                                "whether the derivative through the players' Adam takes its mean of squares as a constant")
                        .source(CODE),
                flag("quirks.sums", false)
                        .means("whether the replica sums gradients that the players average")
                        .source(CODE),
                flag("quirks.unmixed", false)
                        .means("whether the designer's objective leaves out the players' exploration")
                        .source(CODE),
                number("quirks.replica_scale", 1)
                        .above(0)
                        .to(10)
                        .means("how often incentives count in the replica; 2 in the code's Clean Up")
                        .source(CODE));
    }

    static List<Key> dual() {
        return List.of(
                number("dual.learning_rate", 8e-3)
                        .above(0)
                        .to(10)
                        .means("of the policy, Adam")
                        .source(CODE),
                number("dual.entropy", 0.0289)
                        .from(0)
                        .to(100)
                        .means("bonus on the policy's entropy")
                        .source(CODE),
                number("dual.value_rate", 1.72e-5)
                        .above(0)
                        .to(10)
                        .means("learning rate of the value, Adam")
                        .source(CODE),
                number("dual.value_target", 0.846)
                        .above(0)
                        .to(1)
                        .means("as the players'")
                        .source(CODE),
                numbers("dual.levels").from(0).means("levels of an incentive, instead of a method's set"),
                wholes("dual.hidden", 64, 32)
                        .from(1)
                        .to(4096)
                        .means("widths of dense layers")
                        .source(CODE));
    }

    static List<Key> run() {
        return List.of(
                whole("run.seed", 1).means("seed of all chance"),
                whole("run.episodes", 30_000).from(1).means("episodes that players learn from"),
                whole("run.threads", 1)
                        .from(0)
                        .to(4096)
                        .means(
                                "threads that share an update, of which two have work; 0 is all cores. Changes no result")
                        .source(OURS),
                whole("run.evaluate_every", 100)
                        .from(1)
                        .means("episodes between tests")
                        .source(CODE),
                whole("run.evaluation_episodes", 10)
                        .from(1)
                        .to(1000)
                        .means("episodes of a test")
                        .source(CODE),
                whole("run.checkpoint_every", 20)
                        .from(1)
                        .means("tests between checkpoints")
                        .source(OURS),
                whole("run.checkpoints", 2).from(1).means("checkpoints kept").source(OURS),
                whole("run.final_episodes", 100)
                        .from(1)
                        .to(10_000)
                        .means("episodes of the last test")
                        .source("paper 004, section 5"),
                whole("run.replay_episodes", 5)
                        .from(0)
                        .to(1000)
                        .means("filmed episodes; 0 for none")
                        .source(OURS));
    }
}
