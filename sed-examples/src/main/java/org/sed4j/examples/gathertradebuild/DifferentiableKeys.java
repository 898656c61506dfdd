package org.sed4j.examples.gathertradebuild;

import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.wholes;

import java.util.List;
import org.sed4j.core.config.Key;

/** The keys of players whose learning can be differentiated, and of the planner who does. */
final class DifferentiableKeys {
    private static final String PAPER = "paper 004";
    private static final String CODE = "released code of paper 004";
    private static final String OURS = "ours";

    private DifferentiableKeys() {}

    static List<Key> players() {
        return List.of(
                flag("players.whole_episodes", false)
                        .means("whether players learn from a round's episodes at once, in doubles, with a critic of "
                                + "their own and a constant step; under metagrad they always do")
                        .source(PAPER),
                flag("players.normalises", false)
                        .means("whether such players centre and scale advantages")
                        .source(CODE),
                number("players.value_rate", 1e-3)
                        .above(0)
                        .to(1)
                        .means("Adam's step size of such players' critic")
                        .source(OURS),
                number("players.value_target", 0.0126)
                        .above(0)
                        .to(1)
                        .means("share that the critic's bootstrap moves a round")
                        .source(CODE),
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
                        .source(CODE));
    }

    static List<Key> planner() {
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
                        .source(CODE),
                number("metagrad.value_rate", 8.64e-4)
                        .above(0)
                        .to(1)
                        .means("Adam's step size of the planner's critic")
                        .source(CODE),
                number("metagrad.value_target", 0.0158)
                        .above(0)
                        .to(1)
                        .means("share that the critic's bootstrap moves a round")
                        .source(CODE),
                flag("metagrad.squares_stand_still", false)
                        .means("whether Adam's mean of squares is a constant in the derivative")
                        .source(CODE),
                wholes("metagrad.hidden", 64, 64)
                        .from(1)
                        .to(65_536)
                        .means("units of the dense layers")
                        .source(OURS));
    }
}
