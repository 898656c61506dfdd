package org.sed4j.rl.stackelbergpomdp;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.core.config.Key.wholes;

import java.util.List;
import org.sed4j.core.config.Key;

/** The keys of a leader: what it leads, and how it learns. Where a key may be 0, 0 is "as the preset has it". */
public final class LeaderKeys {
    private static final String CODE = "published code ec4b536";
    private static final String SB3 = "stable-baselines3 1.5, which the published code takes";
    private static final String OURS = "ours";

    private LeaderKeys() {}

    /** Of what is led and how its followers adapt, in the section {@code game}. */
    public static List<Key> game() {
        return List.of(
                choice("game.setting", Settings.all().keySet().toArray(String[]::new))
                        .means("the experiment")
                        .source("paper 003, section 7"),
                choice("game.preset", "tuned", "code", "paper")
                        .means("where the numbers come from that nobody gives")
                        .source(OURS),
                choice("game.followers", "multiplicative", "regret_matching", "swap", "q")
                        .means("how followers adapt")
                        .source("paper 003, section 3.1"),
                number("game.epsilon", 0)
                        .from(0)
                        .to(100)
                        .means("epsilon of the weights, for payoffs over their range; 0 as the preset")
                        .source(CODE),
                whole("game.updates", 0)
                        .from(0)
                        .means("T_eq, complete updates of the followers in an episode; 0 as the preset")
                        .source(CODE),
                whole("game.rewards", 0)
                        .from(0)
                        .means("T_rw, reward sub-episodes of an episode; 0 as the preset")
                        .source(CODE),
                choice("game.readout", "preset", "argmax", "last_mixed", "empirical")
                        .means("what followers play in the reward phase")
                        .source("argmax: " + CODE + "; empirical: paper 003"));
    }

    /** Of how the leader learns, in the section {@code leader}. */
    public static List<Key> leader() {
        return List.of(
                choice("leader.learner", "mappo", "ppo")
                        .means("mappo: a critic that sees the followers; ppo: one that sees what the leader sees")
                        .source("paper 003, section 6"),
                choice("leader.critic", "code", "full")
                        .means("what mappo's critic sees: phase and weights, or types and progress too")
                        .source(CODE),
                choice("leader.policy", "auto", "categorical", "gaussian", "simplex")
                        .means("what the policy emits; auto as the game asks")
                        .source(CODE),
                wholes("leader.hidden", 64, 64)
                        .from(1)
                        .means("widths of the hidden layers of actor and critic, tanh")
                        .source(SB3),
                whole("leader.episodes", 0)
                        .from(0)
                        .means("episodes of an iteration; 0 as the preset")
                        .source(CODE),
                number("leader.learning_rate", 0)
                        .from(0)
                        .to(1)
                        .means("Adam's step size; 0 as the preset")
                        .source(CODE),
                number("leader.gae_lambda", 0)
                        .from(0)
                        .to(1)
                        .means("lambda of generalised advantage estimation; 0 as the preset")
                        .source(SB3),
                number("leader.entropy_weight", 0)
                        .from(0)
                        .means("weight of the entropy in the loss")
                        .source(CODE),
                whole("leader.epochs", 10)
                        .from(1)
                        .to(1000)
                        .means("passes over what was gathered")
                        .source(SB3),
                whole("leader.minibatch", 64)
                        .from(2)
                        .means("rows of a minibatch")
                        .source(SB3),
                flag("leader.authors_epsilon", false)
                        .means(
                                "whether any action is tried at new observations: always in the first iteration, then at 5 %")
                        .source(CODE));
    }
}
