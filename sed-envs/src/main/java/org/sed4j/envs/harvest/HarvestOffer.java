package org.sed4j.envs.harvest;

import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.World;
import org.sed4j.core.society.EconomyOffer;

/** Apple picking, by name. */
public final class HarvestOffer implements EconomyOffer {
    /** Steps between votes: episodes of 1000 steps, horizon 200 (paper 002, appendix A). */
    private static final int HORIZON = 200;

    @Override
    public String name() {
        return "harvest";
    }

    @Override
    public String about() {
        return "players pick apples that grow back only near others, and are taxed on what they pick (paper 002)";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.choice("economy.preset", presets()).means("published settings of the orchard"),
                Key.whole("economy.players", 0).from(0).to(100_000).means("players; 0 for the preset's"),
                Key.whole("economy.period", 0)
                        .from(0)
                        .to(1_000_000)
                        .means("steps between settlements of the tax; 0 for the preset's"),
                Key.choice("economy.reward", "preset", "mixed", "own")
                        .means("what players want: mixed by type as in paper 002, or own apples after tax"),
                Key.number("economy.experience", 0)
                        .from(0)
                        .to(1)
                        .means("how far a round moves types: trust to those who have enough where the orchard stands,"
                                + " selfishness where it is bare; 0 leaves them"),
                Key.number("economy.enough_income", 10)
                        .above(0)
                        .means("experience: apples after tax in a round that are enough"),
                Key.number("economy.enough_left", 10)
                        .above(0)
                        .means("experience: apples left with which an orchard stands"));
    }

    private static String[] presets() {
        List<String> first = List.of("paper-2024");
        return java.util.stream.Stream.concat(
                        first.stream(), HarvestRules.presets().stream().filter(name -> !first.contains(name)))
                .toArray(String[]::new);
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        HarvestRules rules = rules(config);
        return Harvest.maker(rules, HarvestTypes.same(rules.players(), 0.5, 0.5));
    }

    private static HarvestRules rules(Config config) {
        HarvestRulesBuilder rules = HarvestRules.preset(config.text("economy.preset")).toBuilder();
        if (config.integer("economy.players") > 0) {
            rules = rules.players(config.integer("economy.players"));
        }
        if (config.integer("economy.period") > 0) {
            rules = rules.period(config.integer("economy.period"));
        }
        String reward = config.text("economy.reward");
        if (!reward.equals("preset")) {
            rules = rules.preferences(reward.equals("own") ? Preferences.OWN : Preferences.MIXED);
        }
        return rules.ending(Ending.after(Integer.MAX_VALUE)).build(); // the ring starts worlds anew
    }

    @Override
    public TypeSpace types(Config config, Spaces spaces) {
        TypeSpace drawn = EconomyOffer.super.types(config, spaces);
        double pace = config.number("economy.experience");
        if (pace == 0) {
            return drawn;
        }
        if (spaces.types().isEmpty()) {
            throw config.refused(
                    "economy.experience",
                    "be 0 where players want their own apples only",
                    "economy.reward is own, or the preset's is: players have no types to change");
        }
        return drawn.evolving(
                new Experience(pace, config.number("economy.enough_income"), config.number("economy.enough_left")));
    }

    @Override
    public String basis() {
        return "apples";
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        int episode =
                HarvestRules.preset(config.text("economy.preset")).ending().earliest();
        return episode % HORIZON == 0
                ? new Rounds.Schedule(HORIZON, episode / HORIZON)
                : new Rounds.Schedule(episode / 2, 2); // two votes in an episode that is no multiple of it
    }
}
