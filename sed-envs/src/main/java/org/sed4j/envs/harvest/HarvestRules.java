package org.sed4j.envs.harvest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.sed4j.core.game.Require;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Window;

/**
 * The rules of an apple-picking economy: everything about Harvest that can be chosen, except who plays it (their types) and
 * under which design.
 *
 * <p>Immutable; {@link #toBuilder} changes one thing. {@link #preset} names settings that were published.
 *
 * @param map where what stands; characters of {@link HarvestMaps#LEGEND}
 * @param players n ≥ 1, at most the spawn cells; the first ones begin on the map's inside cells
 * @param regrowth how apples grow back
 * @param window what a player sees; also who counts as visible for the social reward
 * @param frames steps that a player sees at once, the last ones, newest on top; 1 shows the present
 * @param moves what steps are relative to
 * @param collisions who gets a contested cell
 * @param zap the beam
 * @param ending when an episode is cut off
 * @param taxation brackets and periods
 * @param preferences whether players live by their types
 * @param social what the apples of visible others are worth
 * @param senses the numbers that players see, in the order of {@link Sense}
 * @param appleReward reward for an apple, above 0; 1 in paper 002 and in Melting Pot
 * @param totalsUnit what totals are divided by where they are shown as numbers, so that these stay near 1; ours: 10 apples,
 *     the width of the paper's first bracket
 */
public record HarvestRules(
        GridMap map,
        int players,
        Regrowth regrowth,
        Window window,
        int frames,
        Moves moves,
        Collisions collisions,
        Zap zap,
        Ending ending,
        Taxation taxation,
        Preferences preferences,
        SocialReward social,
        List<Sense> senses,
        double appleReward,
        double totalsUnit) {

    private static final Map<String, Supplier<HarvestRules>> PRESETS = Map.of(
            "paper-2024", HarvestPresets::paper,
            "code-d9ef0c3", HarvestPresets::code,
            "melting-pot-open", HarvestPresets::open,
            "melting-pot-closed", HarvestPresets::closed,
            "melting-pot-partnership", HarvestPresets::partnership,
            "laptop", HarvestPresets::laptop);

    private static final int MOST_FRAMES = 64;

    public HarvestRules {
        map.check(HarvestMaps.LEGEND);
        Require.atLeast(players, 1, "players");
        Require.within(frames, 1, MOST_FRAMES, "frames");
        Require.that(
                map.count(HarvestMaps.SPAWN) > 0,
                "spawn cells 'P' of map " + map.name(),
                0,
                "must be at least 1",
                "the map marks no cell where avatars appear");
        int inside = Math.min(players, map.count(HarvestMaps.INSIDE));
        Require.that(
                players - inside <= map.count(HarvestMaps.SPAWN),
                "players",
                players,
                "must be at most " + (map.count(HarvestMaps.SPAWN) + map.count(HarvestMaps.INSIDE))
                        + ", the free cells on which map " + map.name() + " lets avatars begin",
                "the map should be larger or tiled");
        senses = List.copyOf(new TreeSet<>(senses));
        Require.that(
                Double.isFinite(appleReward) && appleReward > 0,
                "reward of an apple",
                appleReward,
                "must be a number above 0",
                "it was given as a cost");
        Require.that(
                Double.isFinite(totalsUnit) && totalsUnit > 0,
                "unit of totals",
                totalsUnit,
                "must be a number above 0",
                "it was left at zero");
    }

    /**
     * The rules of that name: {@code paper-2024}, {@code code-d9ef0c3}, {@code melting-pot-open}, {@code -closed},
     * {@code -partnership}, {@code laptop}.
     *
     * @throws IllegalArgumentException listing the names if there is no such preset
     */
    public static HarvestRules preset(String name) {
        Supplier<HarvestRules> preset = PRESETS.get(name);
        if (preset == null) {
            throw new IllegalArgumentException(
                    "preset (" + name + ") must be one of " + presets() + ".\nMaybe it is spelled otherwise.");
        }
        return preset.get();
    }

    /** The names of the presets, in alphabetical order. */
    public static Set<String> presets() {
        return new TreeSet<>(PRESETS.keySet());
    }

    /** Starts from the rules of paper 002. */
    public static HarvestRulesBuilder builder() {
        return preset("paper-2024").toBuilder();
    }

    /** Starts from these rules. */
    public HarvestRulesBuilder toBuilder() {
        return new HarvestRulesBuilder(this);
    }

    /** How many actions a player has: 8, or 7 without the beam. */
    public int actions() {
        return zap.allowed() ? HarvestAction.values().length : HarvestAction.ZAP_NUMBER;
    }
}
