package org.sed4j.examples.stackelberg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.run.Crew;
import org.sed4j.rl.stackelbergpomdp.LeaderMaker;
import org.sed4j.rl.stackelbergpomdp.LeaderTraining;
import org.sed4j.rl.stackelbergpomdp.Verdict;

/**
 * One seed of one row.
 *
 * @param row its id
 * @param seed of all chance
 * @param early exact value of the greedy leader at two fifths of the budget
 * @param exact at the end, from followers that have converged
 * @param low over all equilibria, at least
 * @param high at most
 * @param gap of the response from a Bayesian coarse correlated equilibrium
 * @param dynamics from followers that adapt as in training
 * @param earlyValueLoss mean over the first tenth of the budget
 * @param lateValueLoss mean over the last 50,000 steps
 * @param lateReturn mean return over the last 50,000 steps, in the game's units, the policy sampled
 * @param steps of the leader
 * @param authorsSteps as the published code counts them
 * @param seconds by the clock
 */
record TableRun(
        String row,
        long seed,
        double early,
        double exact,
        double low,
        double high,
        double gap,
        double dynamics,
        double earlyValueLoss,
        double lateValueLoss,
        double lateReturn,
        double steps,
        double authorsSteps,
        double seconds) {
    static final String HEADER =
            "row,seed,early,exact,low,high,gap,dynamics,early_value_loss,late_value_loss,late_return,steps,authors_steps,seconds";
    private static final long LATE = 50_000;

    /** Trains and judges. */
    static TableRun of(TableRow row, Config config) {
        long begun = System.nanoTime();
        try (Crew crew = Crew.of(1)) {
            LeaderMaker maker = new LeaderMaker(config);
            LeaderTraining leader = maker.leader(crew);
            double unit = maker.setting().game().leaderUnit();
            double early = Double.NaN;
            List<Double> firstLosses = new ArrayList<>();
            List<Double> lastLosses = new ArrayList<>();
            List<Double> lastReturns = new ArrayList<>();
            while (leader.authorsSteps() < row.budget()) {
                LeaderTraining.Iteration iteration = leader.next();
                long at = iteration.authorsSteps();
                if (Double.isNaN(early) && at >= row.budget() * 2 / 5) {
                    early = Verdict.value(maker.setting().game(), leader.policy());
                }
                if (at <= row.budget() / 10) {
                    firstLosses.add(iteration.figures().valueLoss());
                }
                if (at > row.budget() - LATE) {
                    lastLosses.add(iteration.figures().valueLoss());
                    lastReturns.add(unit * iteration.meanReturn());
                }
            }
            Map<String, Double> end = LeaderStudy.judged(maker, leader, config.integer("run.evaluate_episodes"));
            return new TableRun(
                    row.id(),
                    config.whole("run.seed"),
                    early,
                    end.getOrDefault(LeaderStudy.EXACT, Double.NaN),
                    end.getOrDefault("exact_low", Double.NaN),
                    end.getOrDefault("exact_high", Double.NaN),
                    end.getOrDefault("bcce_gap", Double.NaN),
                    end.getOrDefault("dynamics_value", Double.NaN),
                    mean(firstLosses),
                    mean(lastLosses),
                    mean(lastReturns),
                    leader.steps(),
                    leader.authorsSteps(),
                    (System.nanoTime() - begun) * 1e-9);
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    String line() {
        StringBuilder line = new StringBuilder(row).append(',').append(seed);
        for (double number : new double[] {
            early,
            exact,
            low,
            high,
            gap,
            dynamics,
            earlyValueLoss,
            lateValueLoss,
            lateReturn,
            steps,
            authorsSteps,
            seconds
        }) {
            line.append(',').append(Double.isNaN(number) ? "" : Double.toString(number));
        }
        return line.toString();
    }

    /** Reads a {@link #line}. */
    static TableRun parse(String line) {
        String[] cells = line.split(",", -1);
        double[] numbers = new double[cells.length];
        for (int j = 2; j < cells.length; j++) {
            numbers[j] = cells[j].isEmpty() ? Double.NaN : Double.parseDouble(cells[j]);
        }
        if (cells.length != HEADER.split(",").length) {
            throw new IllegalArgumentException("line (" + line + ") must have the cells " + HEADER
                    + ".\nMaybe the file is of another version or was cut short.");
        }
        return new TableRun(
                cells[0],
                Long.parseLong(cells[1]),
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                numbers[7],
                numbers[8],
                numbers[9],
                numbers[10],
                numbers[11],
                numbers[12],
                numbers[13]);
    }
}
