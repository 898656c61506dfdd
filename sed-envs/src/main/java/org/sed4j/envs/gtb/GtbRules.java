package org.sed4j.envs.gtb;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.sed4j.core.game.Require;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.tax.Brackets;

/**
 * The rules of a Gather-Trade-Build economy: everything about it that can be chosen, except the tax rates, which are the design.
 *
 * <p>Immutable; {@link #toBuilder} changes one thing. {@link #preset} names settings that were published.
 *
 * @param land where what is
 * @param players n ≥ 1
 * @param placing where players begin, with which payments
 * @param episode steps of an episode, at least 1
 * @param startCoin coin that everybody begins with, at least 0
 * @param building houses
 * @param trading the order books
 * @param gathering walking and gathering
 * @param brackets of a tax period's income, in coin
 * @param period steps of a tax period, at least 1; taxes are taken on its last step, rates set before its first
 * @param evens whether coin is evened out after every step, escrow included: the other extreme to a free market. A player
 *     whose orders hold more than its share is left with less than nothing in its purse
 * @param preferences what players want
 * @param seeing what is seen of the map
 * @param turns who comes first
 * @param objective what the gauge "objective" reads
 */
public record GtbRules(
        Land land,
        int players,
        Placing placing,
        int episode,
        double startCoin,
        Building building,
        Trading trading,
        Gathering gathering,
        Brackets brackets,
        int period,
        boolean evens,
        Preferences preferences,
        Seeing seeing,
        Turns turns,
        PlannerObjective objective) {

    private static final Map<String, Supplier<GtbRules>> PRESETS =
            Map.of("15x15", GtbRules::yang, "25x25", GtbRules::zheng, "uniform", GtbRules::uniform);

    public GtbRules {
        Require.within(players, 1, Short.MAX_VALUE, "players");
        Require.atLeast(episode, 1, "steps of an episode");
        Require.within(startCoin, 0, 1e6, "coin to begin with");
        Require.atLeast(period, 1, "tax period");
        Require.that(
                brackets.formula() == Brackets.Formula.CONTINUOUS
                        && brackets.cuts().get(0) == 0,
                "tax brackets",
                brackets,
                "must begin at 0 and have the continuous formula",
                "brackets of another economy were meant");
        Starts.check(land, players, placing);
    }

    /** Paper 004 on its 15 x 15 map: 100 steps, taxes every 10, 10 coin to begin with. */
    private static GtbRules yang() {
        return new GtbRules(
                Land.of(GtbMaps.pureAndMixed()),
                4,
                Placing.CORNERS,
                100,
                10,
                Building.PAPER,
                Trading.PAPER,
                Gathering.PAPER,
                Brackets.US_FEDERAL,
                10,
                false,
                Preferences.PAPER,
                Seeing.PAPER,
                Turns.RANDOM,
                PlannerObjective.PAPER);
    }

    /** The AI Economist's: 1000 steps, taxes every 100, no coin to begin with, gathering skills, a planner without a map. */
    private static GtbRules zheng() {
        return yang().toBuilder()
                .map(GtbMaps.openQuadrant())
                .episode(1000)
                .period(100)
                .startCoin(0)
                .gathering(new Gathering(Skill.PARETO, 1, 1))
                .seeing(new Seeing(5, false))
                .build();
    }

    /** The same without water, sources scattered anew each episode, players anywhere. */
    private static GtbRules uniform() {
        return zheng().toBuilder()
                .land(Scattered.of(25, 25))
                .placing(Placing.RANDOM)
                .build();
    }

    /**
     * The rules of that name: {@code 15x15} (paper 004), {@code 25x25} (the AI Economist), {@code uniform}.
     *
     * @throws IllegalArgumentException listing the names if there is no such preset
     */
    public static GtbRules preset(String name) {
        Supplier<GtbRules> preset = PRESETS.get(name);
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

    /** Starts from these rules. */
    public GtbRulesBuilder toBuilder() {
        return new GtbRulesBuilder(this);
    }

    /** Water, and sources that never change. */
    GridMap map() {
        return land.map();
    }
}
