package org.sed4j.envs.harvest;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.numbers;
import static org.sed4j.core.config.Key.text;
import static org.sed4j.core.config.Key.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.run.TextFile;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Window;
import org.sed4j.envs.tax.Brackets;

/** An orchard as it is configured: the keys, in the sections {@code world} and {@code players}, and the rules that they make. */
public final class HarvestKeys {
    private static final String PAPER = "paper 002, appendix A";
    private static final String CODE = "published code d9ef0c3";
    private static final String MELTING_POT = "Melting Pot, commons_harvest__open";
    private static final String OURS = "ours";

    private final Config config;

    private HarvestKeys(Config config) {
        this.config = config;
    }

    /** Of the map, the apples, moves and the beam, and what is seen of them. */
    public static List<Key> world() {
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

    /** Of what players see beside the map, in the section {@code players}. */
    public static List<Key> seeing() {
        return List.of(
                flag("players.see_rates", true)
                        .means("whether they see the rates in force")
                        .source(OURS),
                flag("players.see_types", true)
                        .means("whether each sees its own sigma and beta")
                        .source(OURS),
                flag("players.see_total", true)
                        .means("whether each sees its apples of this period")
                        .source(OURS),
                flag("players.see_time", true)
                        .means("whether they see how far the period is")
                        .source(OURS),
                flag("players.see_identity", false)
                        .means("whether each sees its number")
                        .source(OURS));
    }

    /**
     * The rules that a configuration asks for, which has these keys, those of types and of the tax, and what players see.
     *
     * @throws IllegalArgumentException naming the key, if the map cannot be read
     */
    public static HarvestRules rules(Config config) {
        return new HarvestKeys(config).rules();
    }

    private HarvestRules rules() {
        return HarvestRules.builder()
                .map(map())
                .tiles(config.integer("world.tile_rows"), config.integer("world.tile_columns"))
                .players(config.integer("world.players"))
                .regrowth(new Regrowth(
                        Arrays.stream(config.numbers("world.regrowth")).boxed().toList(),
                        config.integer("world.regrowth_radius"),
                        config.flag("world.regrow_under_players")))
                .window(new Window(
                        config.integer("world.view_forward"),
                        config.integer("world.view_back"),
                        config.integer("world.view_left"),
                        config.integer("world.view_right")))
                .frames(config.integer("world.frames"))
                .moves(Moves.valueOf(upper("world.moves")))
                .collisions(Collisions.valueOf(upper("world.collisions")))
                .zap(zap())
                .ending(ending())
                .taxation(
                        new Taxation(brackets(), config.integer("tax.period"), config.flag("tax.opens_with_decision")))
                .preferences(config.text("players.reward").equals("mixed") ? Preferences.MIXED : Preferences.OWN)
                .social(SocialReward.valueOf(upper("types.social_reward")))
                .senses(senses())
                .appleReward(config.number("world.apple_reward"))
                .totalsUnit(config.number("world.totals_unit"))
                .build();
    }

    private String upper(String path) {
        return config.text(path).toUpperCase(Locale.ROOT);
    }

    private GridMap map() {
        String name = config.text("world.map");
        return switch (name) {
            case "open" -> HarvestMaps.OPEN;
            case "closed" -> HarvestMaps.CLOSED;
            case "partnership" -> HarvestMaps.PARTNERSHIP;
            case "small" -> HarvestMaps.SMALL;
            default -> read(name);
        };
    }

    private GridMap read(String path) {
        try {
            return HarvestMaps.parse(path, TextFile.read(Path.of(path), 1 << 18));
        } catch (IOException unreadable) {
            throw config.refused(
                    "world.map",
                    "be open, closed, partnership, small, or the path of a readable map",
                    "the path is relative to another folder");
        }
    }

    private Zap zap() {
        return new Zap(
                config.flag("world.zap"),
                config.integer("world.zap_length"),
                config.integer("world.zap_radius"),
                config.integer("world.zap_cooldown"),
                config.integer("world.zap_respawn"),
                config.number("world.zap_cost"),
                config.number("world.zap_penalty"),
                0);
    }

    private Ending ending() {
        if (config.text("world.ending").equals("none")) {
            return Ending.after(Integer.MAX_VALUE); // the ring starts worlds anew after an episode
        }
        return new Ending(
                config.integer("world.ending_first"),
                config.integer("world.ending_interval"),
                config.number("world.ending_chance"),
                config.integer("world.ending_cap"));
    }

    private Brackets brackets() {
        Brackets brackets = Brackets.continuous(config.numbers("tax.brackets"));
        return config.text("tax.formula").equals("integer") ? brackets.with(Brackets.Formula.INTEGER) : brackets;
    }

    private Sense[] senses() {
        List<Sense> senses = new ArrayList<>();
        add(senses, Sense.IDENTITY, config.flag("players.see_identity"));
        add(senses, Sense.TOTAL, config.flag("players.see_total"));
        add(senses, Sense.PHASE, config.flag("players.see_time"));
        add(senses, Sense.RATES, config.flag("players.see_rates"));
        add(senses, Sense.TYPE, config.flag("players.see_types"));
        add(senses, Sense.READY, config.flag("world.zap"));
        return senses.toArray(new Sense[0]);
    }

    private static void add(List<Sense> senses, Sense sense, boolean wanted) {
        if (wanted) {
            senses.add(sense);
        }
    }
}
