package org.sed4j.core.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/**
 * Which runs a sweep has: the product of its grids, for each point so many draws of what is drawn, for each of these so many
 * seeds. Immutable; every method gives a changed copy.
 *
 * <pre>{@code
 * SweepPlan plan = SweepPlan.of(Map.of("society.economy", "harvest", "run.rounds", "20"))
 *         .grid("society.vote", "mean", "median", "borda")
 *         .seeds(1, 10);
 * }</pre>
 *
 * @param base settings of every cell
 * @param axes what differs, in the order in which cells are listed; the last one fastest, seeds fastest of all
 * @param draws how often what is drawn is drawn for each point of the grid; 1 where nothing is
 * @param drawnBy seed of the draws
 * @param firstSeed the first of consecutive seeds
 * @param seedCount how many there are
 * @param given axes that apply only where a condition holds, by key: elsewhere the key is left as it is
 * @param unless conditions under which there is no cell
 */
public record SweepPlan(
        Map<String, String> base,
        List<Axis> axes,
        int draws,
        long drawnBy,
        long firstSeed,
        int seedCount,
        Map<String, Condition> given,
        List<Condition> unless) {

    /** More cells than this must be asked for in so many words. */
    public static final int MANY = 10_000;

    public SweepPlan {
        base = Collections.unmodifiableMap(new LinkedHashMap<>(base));
        axes = List.copyOf(axes);
        given = Map.copyOf(given);
        unless = List.copyOf(unless);
        Require.atLeast(draws, 1, "draws of a sweep");
        Require.atLeast(seedCount, 1, "seeds of a sweep");
        Set<String> keys = new HashSet<>(base.keySet());
        for (Axis axis : axes) {
            Require.that(
                    keys.add(axis.key()),
                    "axis",
                    axis.key(),
                    "must be given once, and not in the base too",
                    "it stands in the plan and on the command line");
        }
        for (String key : given.keySet()) {
            Require.that(
                    axes.stream().anyMatch(axis -> axis.key().equals(key)),
                    "given",
                    key,
                    "must name an axis",
                    "it is spelled otherwise there");
        }
        Require.that(!keys.contains("run.seed"), "axis", "run.seed", "must be left to seeds", "seeds were meant");
    }

    /** One cell of a base. */
    public static SweepPlan of(Map<String, String> base) {
        return new SweepPlan(base, List.of(), 1, 1, 1, 1, Map.of(), List.of());
    }

    /** With an axis more. */
    public SweepPlan with(Axis axis) {
        List<Axis> more = new ArrayList<>(axes);
        more.add(axis);
        return new SweepPlan(base, more, draws, drawnBy, firstSeed, seedCount, given, unless);
    }

    /** With a grid more. */
    public SweepPlan grid(String key, String... values) {
        return with(new Axis.Grid(key, List.of(values)));
    }

    /** With a setting of every cell more, or another value of one. */
    public SweepPlan setting(String key, String value) {
        Map<String, String> other = new LinkedHashMap<>(base);
        other.put(key, value);
        return new SweepPlan(other, axes, draws, drawnBy, firstSeed, seedCount, given, unless);
    }

    /** With so many draws, from a seed, for each point of the grid. */
    public SweepPlan draws(int count, long by) {
        return new SweepPlan(base, axes, count, by, firstSeed, seedCount, given, unless);
    }

    /** With so many consecutive seeds. */
    public SweepPlan seeds(long first, int count) {
        return new SweepPlan(base, axes, draws, drawnBy, first, count, given, unless);
    }

    /** With an axis that applies only under a condition. */
    public SweepPlan given(String key, Map<String, String> condition) {
        Map<String, Condition> more = new LinkedHashMap<>(given);
        more.put(key, new Condition(condition));
        return new SweepPlan(base, axes, draws, drawnBy, firstSeed, seedCount, more, unless);
    }

    /** Without the cells that have these settings together. */
    public SweepPlan unless(Map<String, String> condition) {
        List<Condition> more = new ArrayList<>(unless);
        more.add(new Condition(condition));
        return new SweepPlan(base, axes, draws, drawnBy, firstSeed, seedCount, given, more);
    }

    /** How many cells there are at most: before conditions. */
    public long most() {
        long most = (long) draws * seedCount;
        for (Axis axis : axes) {
            most = Math.multiplyExact(most, (long) axis.size());
        }
        return most;
    }

    /**
     * The cells, in order; those that conditions make alike are one.
     *
     * @throws IllegalArgumentException if there is none
     */
    public List<Cell> cells() {
        List<Map<String, String>> arms = new ArrayList<>();
        int[] at = new int[axes.size()];
        long point = 0;
        do {
            for (int draw = 0; draw < draws; draw++) {
                arm(at, Seed.of(drawnBy).at(point * draws + draw).rng(), arms);
            }
            point++;
        } while (next(at));
        List<Cell> cells = new ArrayList<>();
        for (Map<String, String> arm : new java.util.LinkedHashSet<>(arms)) {
            Map<String, String> settings = new LinkedHashMap<>(base);
            settings.putAll(arm);
            for (int s = 0; s < seedCount; s++) {
                cells.add(new Cell(arm, settings, firstSeed + s));
            }
        }
        Require.that(!cells.isEmpty(), "cells of a sweep", 0, "must be at least 1", "unless leaves none");
        return cells;
    }

    private void arm(int[] at, Rng rng, List<Map<String, String>> arms) {
        Map<String, String> arm = new LinkedHashMap<>();
        for (int a = 0; a < at.length; a++) {
            arm.put(axes.get(a).key(), axes.get(a).value(at[a], rng));
        }
        Map<String, String> settings = new LinkedHashMap<>(base);
        settings.putAll(arm);
        given.forEach((key, condition) -> {
            if (!condition.holds(settings)) {
                arm.remove(key);
            }
        });
        if (unless.stream().noneMatch(condition -> condition.holds(settings))) {
            arms.add(arm);
        }
    }

    /** The next point of the grid, the last axis fastest; whether there is one. */
    private boolean next(int[] at) {
        for (int a = at.length - 1; a >= 0; a--) {
            if (++at[a] < axes.get(a).size()) {
                return true;
            }
            at[a] = 0;
        }
        return false;
    }
}
