package org.sed4j.examples.gathertradebuild;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.tax.TaxSchedule;

/** Episodes of players who draw uniformly from their masks, and what comes of them, episode by episode. */
final class RandomPlay {
    /** What is measured of an episode, in the order of the reference's table. */
    static final List<String> FIGURES = List.of(
            "sum of coin",
            "equality",
            "welfare at the end",
            "trades",
            "builds",
            "gather events",
            "labour per player",
            "return per player",
            "tax collected",
            "sum of equality x productivity");

    private static final int BATCH = 50;

    private final Pomg economy;
    private final GtbRules rules;
    private final Planner planner;
    private final Rng rng;
    private final int measures;
    private final double[][] sums;
    private final Map<String, SummaryStatistics> figures = new LinkedHashMap<>();

    /** Who sets the rates. */
    enum Planner {
        /** Nobody: no taxes. */
        FREE,
        /** The US federal rates. */
        US_FEDERAL,
        /** Each rate kept or set to one of 0, 0.05, ..., 1, all 22 equally likely; rates begin an episode at 0. */
        RANDOM
    }

    private RandomPlay(Pomg economy, GtbRules rules, Planner planner, Rng rng) {
        this.economy = economy;
        this.rules = rules;
        this.planner = planner;
        this.rng = rng;
        this.measures = economy.spaces().measures().size();
        this.sums = new double[economy.batch()][FIGURES.size()];
        FIGURES.forEach(name -> figures.put(name, new SummaryStatistics()));
    }

    /**
     * Plays.
     *
     * @param episodes rounded up to a multiple of 50
     * @return by figure, over the episodes
     */
    static Map<String, SummaryStatistics> play(GtbRules rules, Planner planner, int episodes, Seed seed) {
        try (Pomg economy = Worlds.of(GatherTradeBuild.maker(rules))
                .batch(BATCH)
                .seed(seed.named("worlds"))
                .build()) {
            RandomPlay play = new RandomPlay(
                    economy, rules, planner, seed.named("actions").rng());
            economy.reset();
            for (int played = 0; played < episodes; played += BATCH) {
                play.episode();
            }
            return play.figures;
        }
    }

    private void episode() {
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        IntTensor actions = IntTensor.zeros(BATCH, rules.players());
        for (int t = 0; t < rules.episode(); t++) {
            draw(economy, rng, actions);
            if (economy.anyDue()) {
                economy.consult(actions);
                economy.enactWhereDue(rates(t));
            }
            economy.step(actions);
            for (int b = 0; b < BATCH; b++) {
                add(b);
            }
        }
        for (int b = 0; b < BATCH; b++) {
            close(b);
        }
        economy.reset(economy.now().ended());
    }

    /** Draws every player's action uniformly from its mask. */
    static void draw(Pomg economy, Rng rng, IntTensor actions) {
        int choices = economy.spaces().choices();
        for (int lane = 0; lane < actions.length(); lane++) {
            int action;
            do {
                action = rng.below(choices);
            } while (economy.now().masks().get(lane * choices + action) == 0);
            actions.set(lane, action);
        }
    }

    private FloatTensor rates(int t) {
        int brackets = rules.brackets().count();
        FloatTensor rates = FloatTensor.zeros(BATCH, brackets);
        for (int at = 0; at < rates.length(); at++) {
            float now = t == 0 ? 0 : economy.now().design().get(at);
            switch (planner) {
                case FREE -> rates.set(at, 0);
                case US_FEDERAL ->
                    rates.set(
                            at, (float) (double) TaxSchedule.US_FEDERAL.rates().get(at % brackets));
                case RANDOM -> {
                    int choice = rng.below(22);
                    rates.set(at, choice == 0 ? now : (choice - 1) / 20f);
                }
            }
        }
        return rates;
    }

    private void add(int b) {
        int n = rules.players();
        double[] row = sums[b];
        row[0] = 0;
        for (int i = 0; i < n; i++) {
            int at = (b * n + i) * measures;
            row[0] += measure(at, "coin");
            row[3] += measure(at, "stone sales") + measure(at, "wood sales");
            row[4] += measure(at, "houses");
            row[5] += measure(at, "stone gathered") > 0 ? 1 : 0;
            row[5] += measure(at, "wood gathered") > 0 ? 1 : 0;
            row[6] += measure(at, "labor") / n;
            row[7] += economy.now().rewards().get(b * n + i) / n;
            row[8] += measure(at, "tax");
        }
    }

    private double measure(int at, String name) {
        return economy.now().measures().get(at + economy.spaces().measures().indexOf(name));
    }

    private void close(int b) {
        double[] row = sums[b];
        Tensors now = economy.now();
        List<String> gauges = economy.spaces().gauges();
        double productivity = now.gauges().get(b * gauges.size() + gauges.indexOf("productivity"));
        row[1] = now.gauges().get(b * gauges.size() + gauges.indexOf("equality"));
        row[2] = row[1] * productivity / rules.players();
        row[9] = now.gauges().get(b * gauges.size() + gauges.indexOf("sum of equality x productivity"));
        for (int j = 0; j < row.length; j++) {
            Objects.requireNonNull(figures.get(FIGURES.get(j))).addValue(row[j]);
        }
    }
}
