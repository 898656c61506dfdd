package org.sed4j.envs.gtb;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.numbers;
import static org.sed4j.core.config.Key.text;
import static org.sed4j.core.config.Key.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.tax.Brackets;

/** The keys of the economy, and the rules that they make. Books, distances and prices stay as published. */
public final class GtbKeys {
    private static final String PAPER = "paper 004";
    private static final String CODE = "released code of the AI Economist";

    private GtbKeys() {}

    public static List<Key> world() {
        return List.of(
                text("world.map", "15x15")
                        .means("15x15, 25x25, uniform, or the path of a map file")
                        .source(PAPER),
                whole("world.players", 4).from(1).to(1000).means("n").source(PAPER),
                choice("world.placing", "by-map", "corners", "random", "split")
                        .means(
                                "where players begin: corners by skill, random, or split: the most skilled above a row of water;"
                                        + " by-map is random on uniform, else corners")
                        .source(CODE),
                choice("world.turns", "random", "by-number")
                        .means("who comes first where players build and walk")
                        .source(PAPER),
                whole("world.steps", 100)
                        .from(1)
                        .to(100_000)
                        .means("steps of an episode")
                        .source(PAPER),
                whole("world.period", 10)
                        .from(1)
                        .to(100_000)
                        .means("steps of a tax period")
                        .source(PAPER),
                number("world.start_coin", 10)
                        .from(0)
                        .to(1e6)
                        .means("coin to begin with")
                        .source(PAPER),
                choice("world.build_skill", "pareto", "lognormal", "none")
                        .means("how skills are drawn that houses pay by")
                        .source(PAPER),
                number("world.payment", 10)
                        .above(0)
                        .to(1e6)
                        .means("coin for a house of the least skilled")
                        .source(PAPER),
                number("world.most_multiple", 3)
                        .from(1)
                        .to(1e6)
                        .means("how many times as much the most skilled get at most")
                        .source(PAPER),
                choice("world.gather_skill", "none", "pareto", "lognormal")
                        .means("how the chance of a second unit is drawn")
                        .source(PAPER),
                number("world.regrowth", 0.01)
                        .from(0)
                        .to(1)
                        .means("chance a step that an empty source fills again")
                        .source(PAPER),
                number("world.eta", 0.23)
                        .from(0)
                        .to(100)
                        .means("curvature of utility in coin; 1 is the logarithm")
                        .source(PAPER),
                number("world.labor_cost", 0.21)
                        .from(0)
                        .to(1e6)
                        .means("utility that a unit of labour costs")
                        .source(PAPER),
                number("world.labor_warmup", 0)
                        .from(0)
                        .means("K of the phasing in of labour's cost, in steps of mean reward above 0; 0 for none")
                        .source(PAPER),
                whole("world.reach", 5)
                        .from(Seeing.FULL)
                        .to(1000)
                        .means("cells that a player sees in each direction; -1 for the whole map")
                        .source(PAPER),
                flag("world.principal_map", true)
                        .means("whether a learning principal sees the map")
                        .source(PAPER),
                flag("world.evens", false)
                        .means("whether coin is evened out after every step: the other extreme to a free market")
                        .source(CODE));
    }

    /** Where brackets begin. */
    public static Key cuts() {
        double[] starts = Brackets.US_FEDERAL.cuts().stream()
                .limit(Brackets.US_FEDERAL.count())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return numbers("tax.cuts", starts)
                .from(0)
                .means("coin of a period's income at which each bracket begins; the first at 0")
                .source(PAPER);
    }

    /**
     * The rules that a configuration asks for.
     *
     * @throws IllegalArgumentException if the map cannot be read or has no room, or brackets do not increase
     */
    public static GtbRules rules(Config config) {
        return placed(config, base(config))
                .players(config.integer("world.players"))
                .turns(config.text("world.turns").equals("random") ? Turns.RANDOM : Turns.BY_NUMBER)
                .episode(config.integer("world.steps"))
                .period(config.integer("world.period"))
                .startCoin(config.number("world.start_coin"))
                .building(new Building(
                        config.number("world.payment"),
                        config.number("world.most_multiple"),
                        skill(config, "world.build_skill"),
                        Building.PAPER.labor()))
                .gathering(new Gathering(
                        skill(config, "world.gather_skill"),
                        Gathering.PAPER.moveLabor(),
                        Gathering.PAPER.collectLabor()))
                .growth(new Growth(config.number("world.regrowth"), Growth.PAPER.reach(), Growth.PAPER.most()))
                .preferences(new Preferences(
                        config.number("world.eta"),
                        config.number("world.labor_cost"),
                        config.number("world.labor_warmup"),
                        Preferences.PAPER.counting()))
                .seeing(new Seeing(config.integer("world.reach"), config.flag("world.principal_map")))
                .evens(config.flag("world.evens"))
                .brackets(brackets(config))
                .build();
    }

    /** A preset of that name; else paper 004's rules, for a map of one's own. */
    private static GtbRules base(Config config) {
        String map = config.text("world.map");
        return GtbRules.preset(GtbRules.presets().contains(map) ? map : "15x15");
    }

    private static GtbRulesBuilder placed(Config config, GtbRules base) {
        String map = config.text("world.map");
        Land land = GtbRules.presets().contains(map) ? base.land() : Land.of(read(config, Path.of(map)));
        GtbRulesBuilder placed = base.toBuilder().land(land);
        switch (config.text("world.placing")) {
            case "corners" -> placed.placing(Placing.CORNERS);
            case "random" -> placed.placing(Placing.RANDOM);
            case "split" -> placed.placing(Placing.SPLIT).map(GtbMaps.split(drawn(config, land)));
            default -> {} // the map's own
        }
        return placed;
    }

    private static GridMap drawn(Config config, Land land) {
        if (!(land instanceof Land.Drawn)) {
            throw config.refused(
                    "world.placing",
                    "not be split where the map is scattered anew in each episode",
                    "a map that stays the same was meant, such as 25x25");
        }
        return land.map();
    }

    /** The tax brackets that a configuration asks for, the top one open. */
    public static Brackets brackets(Config config) {
        return Brackets.open(config.numbers("tax.cuts"));
    }

    private static GridMap read(Config config, Path file) {
        if (!Files.isRegularFile(file)) {
            throw config.refused(
                    "world.map",
                    "be one of " + String.join(", ", GtbRules.presets()) + " or a file",
                    "the path is relative to another folder");
        }
        try {
            return GtbMaps.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Skill skill(Config config, String path) {
        return Skill.valueOf(config.text(path).toUpperCase(Locale.ROOT));
    }
}
