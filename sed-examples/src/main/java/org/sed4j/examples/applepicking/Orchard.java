package org.sed4j.examples.applepicking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.TextFile;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Window;
import org.sed4j.envs.harvest.Collisions;
import org.sed4j.envs.harvest.Ending;
import org.sed4j.envs.harvest.Harvest;
import org.sed4j.envs.harvest.HarvestMaps;
import org.sed4j.envs.harvest.HarvestRules;
import org.sed4j.envs.harvest.HarvestTypes;
import org.sed4j.envs.harvest.Moves;
import org.sed4j.envs.harvest.Preferences;
import org.sed4j.envs.harvest.Regrowth;
import org.sed4j.envs.harvest.Sense;
import org.sed4j.envs.harvest.SocialReward;
import org.sed4j.envs.harvest.Taxation;
import org.sed4j.envs.harvest.Zap;
import org.sed4j.envs.tax.Brackets;

/** The economy that a configuration asks for: Harvest's rules and the players' types. */
final class Orchard {
    /** The column that players vote with, where it is not their selfishness. */
    static final String BALLOT = "ballot";

    private final Config config;

    Orchard(Config config) {
        this.config = config;
    }

    /** What makes the worlds. */
    Supplier<Harvest> worlds(TypeMatrix types) {
        return Harvest.maker(rules(), types);
    }

    HarvestRules rules() {
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

    /** Everybody's type: sigma, beta, and what is voted with. */
    TypeMatrix types(Seed seed) {
        int players = config.integer("world.players");
        double[] sigma;
        double[] beta;
        Rng rng = seed.rng();
        if (config.text("types.draw").equals("given")) {
            sigma = config.numbers("types.selfishness");
            beta = config.numbers("types.trust");
        } else {
            sigma = drawn(players, rng);
            beta = drawn(players, rng);
        }
        double[] ballot = config.text("vote.ballot").equals("separate") ? drawn(players, rng) : sigma;
        TypeMatrix checked = HarvestTypes.of(sigma, beta);
        double[][] rows = new double[players][];
        for (int i = 0; i < players; i++) {
            double[] type = checked.player(i);
            rows[i] = new double[] {type[0], type[1], ballot[i]};
        }
        double own = config.number("vote.principal");
        return TypeMatrix.of(List.of(HarvestTypes.SIGMA, HarvestTypes.BETA, BALLOT), new double[] {own, 0, own}, rows);
    }

    private double[] drawn(int players, Rng rng) {
        double low = config.number("types.low");
        double high = config.number("types.high");
        double[] values = new double[players];
        for (int i = 0; i < players; i++) {
            values[i] = low + (high - low) * rng.uniform();
        }
        return values;
    }
}
