package org.sed4j.examples.applepicking;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.core.config.Key.wholes;
import static org.sed4j.examples.applepicking.Sources.OURS;
import static org.sed4j.examples.applepicking.Sources.PAPER;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.config.Key;

/** The keys of how players learn, and of the networks of players and principal. */
final class PlayerKeys {
    private PlayerKeys() {}

    static List<Key> players() {
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
