package org.sed4j.examples.applepicking;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.numbers;
import static org.sed4j.core.config.Key.text;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.examples.applepicking.Sources.CODE;
import static org.sed4j.examples.applepicking.Sources.MELTING_POT;
import static org.sed4j.examples.applepicking.Sources.OURS;
import static org.sed4j.examples.applepicking.Sources.PAPER;

import java.util.List;
import org.sed4j.core.config.Key;

/** The keys of the orchard and of who lives there. */
final class WorldKeys {
    private WorldKeys() {}

    static List<Key> world() {
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
}
