package org.sed4j.examples.stackelberg;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.sed4j.core.report.Summary;
import org.sed4j.rl.stackelbergpomdp.PricingGame;
import org.sed4j.rl.stackelbergpomdp.Settings;

/**
 * One row of the acceptance table: what is trained, for how long, and what it must reach.
 *
 * @param id R1, R2, ...; R8 and R11 have one for each size
 * @param setting what is led
 * @param learner mappo or ppo
 * @param seeds how many runs, unless the command says
 * @param budget steps as the published code counts them
 * @param target what must be reached, in words
 * @param judge what the runs reached
 */
record TableRow(
        String id,
        String setting,
        String learner,
        int seeds,
        long budget,
        String target,
        Function<List<TableRun>, Judgement> judge) {
    private static final double EXACT = 1e-6;

    /**
     * What a row's runs reached.
     *
     * @param passed whether that is the target
     * @param reached in words
     */
    record Judgement(boolean passed, String reached) {}

    /** The rows of the acceptance table, in order. */
    static List<TableRow> all() {
        return List.of(
                new TableRow("R1", "escape", "mappo", 10, 30_000, "30 in every seed", runs -> every(runs, 30, 10)),
                new TableRow("R2", "maintain", "mappo", 10, 30_000, "20 in every seed", runs -> every(runs, 20, 10)),
                new TableRow(
                        "R3",
                        "maintain-mixed",
                        "mappo",
                        10,
                        500_000,
                        "by 200k median >= 26.5 and 8 in 10 >= 25; at 500k mean >= 27.0; never above 27.5",
                        TableRow::maintain),
                new TableRow(
                        "R4",
                        "game-3",
                        "mappo",
                        10,
                        300_000,
                        "2.4 or more in every seed",
                        runs -> least(runs, 2.4, 10)),
                new TableRow(
                        "R5",
                        "matrix-design",
                        "mappo",
                        10,
                        200_000,
                        "1 over all coarse correlated equilibria, and from 25 updates, in 9 of 10",
                        TableRow::matrixDesign),
                new TableRow(
                        "R6",
                        "matrix-design-code",
                        "mappo",
                        10,
                        200_000,
                        "1.66 or more in 9 of 10",
                        runs -> least(runs, 1.66, 9)),
                new TableRow(
                        "R7", "matrix-design", "mappo", 25, 200_000, "value loss < 0.2 early", TableRow::criticLearns),
                new TableRow(
                        "R7-ppo", "matrix-design", "ppo", 25, 200_000, "for comparison with R7", TableRow::described),
                allocation(1),
                allocation(2),
                allocation(3),
                new TableRow(
                        "R9",
                        "message-price",
                        "mappo",
                        10,
                        1_400_000,
                        "normalised loss mean <= 0.01, median <= 0.005, every seed < 0.06",
                        TableRow::messagePrice),
                new TableRow(
                        "R9-ppo", "message-price", "ppo", 10, 700_000, "for comparison with R9", TableRow::described),
                new TableRow("R10", "price", "mappo", 10, 100_000, "normalised loss 0.06 +- 0.002", TableRow::price),
                new TableRow("R10-long", "price", "mappo", 10, 500_000, "the same, longer", TableRow::price),
                spaced(2),
                spaced(3),
                spaced(4),
                spaced(5),
                spaced(6));
    }

    private static TableRow allocation(int m) {
        return new TableRow(
                "R8-" + m,
                "allocation-" + m,
                "mappo",
                10,
                200_000,
                m + "/3 in 9 of 10",
                runs -> every(runs, m / 3.0, 9));
    }

    private static TableRow spaced(int t) {
        double silent = Settings.silentLoss(PricingGame.spaced(t, 2));
        String target =
                t == 2 ? "loss 0" : String.format(Locale.ROOT, "loss below %.4f, the best without messages", silent);
        return new TableRow(
                "R11-" + t,
                "message-space-" + t,
                "mappo",
                10,
                t < 4 ? 500_000 : 1_000_000,
                target,
                runs -> loses(runs, silent));
    }

    private static double[] exact(List<TableRun> runs) {
        return runs.stream().mapToDouble(TableRun::exact).toArray();
    }

    private static int needed(List<TableRun> runs, int ofTen) {
        return (int) Math.ceil(ofTen * runs.size() / 10.0);
    }

    private static Judgement counted(List<TableRun> runs, long good, int ofTen) {
        return new Judgement(
                good >= needed(runs, ofTen), good + " of " + runs.size() + " seeds; " + spread(exact(runs)));
    }

    private static Judgement every(List<TableRun> runs, double value, int ofTen) {
        return counted(
                runs,
                Arrays.stream(exact(runs))
                        .filter(x -> Math.abs(x - value) < EXACT)
                        .count(),
                ofTen);
    }

    private static Judgement least(List<TableRun> runs, double least, int ofTen) {
        return counted(runs, Arrays.stream(exact(runs)).filter(x -> x >= least).count(), ofTen);
    }

    private static Judgement maintain(List<TableRun> runs) {
        double[] early = runs.stream().mapToDouble(TableRun::early).toArray();
        long held = Arrays.stream(early).filter(x -> x >= 25).count();
        double mean = Arrays.stream(exact(runs)).average().orElse(0);
        double most = Arrays.stream(exact(runs)).max().orElse(0);
        boolean passed = median(early) >= 26.5 && held >= needed(runs, 8) && mean >= 27 && most <= 27.5 + EXACT;
        return new Judgement(
                passed,
                String.format(
                        Locale.ROOT,
                        "by 200k median %.2f, %d of %d >= 25; at the end mean %.2f; %s",
                        median(early),
                        held,
                        runs.size(),
                        mean,
                        spread(exact(runs))));
    }

    private static Judgement matrixDesign(List<TableRun> runs) {
        long sure = runs.stream().filter(run -> run.low() > 1 - EXACT).count();
        long soon = runs.stream().filter(run -> run.dynamics() > 1 - EXACT).count();
        int needed = needed(runs, 9);
        return new Judgement(
                sure >= needed && soon >= needed,
                sure + " of " + runs.size() + " over all equilibria, " + soon + " from 25 updates");
    }

    private static Judgement criticLearns(List<TableRun> runs) {
        double[] early = runs.stream().mapToDouble(TableRun::earlyValueLoss).toArray();
        double most = Arrays.stream(early).max().orElse(1);
        return new Judgement(
                most < 0.2,
                String.format(Locale.ROOT, "early value loss at most %.3f; ", most)
                        + described(runs).reached());
    }

    private static Judgement described(List<TableRun> runs) {
        Summary late = Summary.of(runs.stream().map(TableRun::lateReturn).toList());
        Summary loss = Summary.of(runs.stream().map(TableRun::lateValueLoss).toList());
        return new Judgement(
                true,
                "return of the last 50k steps " + late.text() + "; value loss " + loss.text() + "; "
                        + spread(exact(runs)));
    }

    private static Judgement messagePrice(List<TableRun> runs) {
        double[] loss = normalisedLoss(runs);
        double mean = Arrays.stream(loss).average().orElse(1);
        double most = Arrays.stream(loss).max().orElse(1);
        return new Judgement(
                mean <= 0.01 && median(loss) <= 0.005 && most < 0.06,
                String.format(Locale.ROOT, "mean %.4f, median %.4f, most %.4f", mean, median(loss), most));
    }

    private static Judgement price(List<TableRun> runs) {
        double[] loss = normalisedLoss(runs);
        long good = Arrays.stream(loss).filter(x -> Math.abs(x - 0.06) <= 0.002).count();
        return new Judgement(good == runs.size(), good + " of " + runs.size() + " seeds; " + spread(loss));
    }

    private static double[] normalisedLoss(List<TableRun> runs) {
        double unit = PricingGame.paper(0.2, 2).leaderUnit();
        return Arrays.stream(exact(runs)).map(x -> -x / unit).toArray();
    }

    private static Judgement loses(List<TableRun> runs, double silent) {
        double[] loss = Arrays.stream(exact(runs)).map(x -> -x).toArray();
        double bar = Math.max(silent, 2 * EXACT) - EXACT;
        long good = Arrays.stream(loss).filter(x -> x < bar).count();
        return new Judgement(good == runs.size(), good + " of " + runs.size() + " seeds; " + spread(loss));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static String spread(double[] values) {
        return String.format(
                Locale.ROOT,
                "least %.4f, median %.4f, most %.4f",
                Arrays.stream(values).min().orElse(Double.NaN),
                median(values),
                Arrays.stream(values).max().orElse(Double.NaN));
    }
}
