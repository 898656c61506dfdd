package org.sed4j.examples.applepicking;

import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Round;
import org.sed4j.core.society.Row;
import org.sed4j.core.society.Session;
import org.sed4j.core.welfare.Inequality;
import org.sed4j.voting.BallotElection;

/** What one round leaves in {@code metrics.csv}: means over worlds. */
final class AppleRow {
    private AppleRow() {}

    static Map<String, Double> of(Round round, Session session) {
        Row row = Row.of(round, session);
        vote(round, row);
        row.law("tax_rate_");
        harvest(round.outcome(), row);
        return row.learners().figures();
    }

    private static void vote(Round round, Row row) {
        double[] votes = round.reports().players(Orchard.BALLOT);
        row.put("eta", round.election().parameters()[0])
                .each("vote_", votes)
                .put("votes_mean", Arrays.stream(votes).average().orElse(Double.NaN));
        if (round.election() instanceof BallotElection held) {
            row.put("vote_winners", held.winners().size())
                    .put("vote_ties", held.ties().size());
        }
        row.put("welfare", round.welfare());
    }

    private static void harvest(Outcome outcome, Row row) {
        double[] apples = outcome.meanAmounts("apples");
        double[] reward = outcome.meanAmounts(Outcome.REWARD);
        row.each("apples_", apples)
                .each("income_", outcome.meanAmounts("income"))
                .put("apples_total", Arrays.stream(apples).sum())
                .put("apples_min", mean(outcome, "apples", AppleRow::least))
                .put("income_min", mean(outcome, "income", AppleRow::least))
                .put("gini", mean(outcome, "apples", Inequality::gini))
                .put("gini_income", mean(outcome, "income", Inequality::gini))
                .put("apples_left", outcome.meanGauge("apples_left"))
                .put("tax_paid", Arrays.stream(outcome.meanAmounts("tax")).sum())
                .put("player_return_mean", Arrays.stream(reward).average().orElse(Double.NaN));
    }

    private static double least(double[] amounts) {
        return Arrays.stream(amounts).min().orElse(0);
    }

    /** Of a figure of each world's amounts. */
    private static double mean(Outcome outcome, String measure, ToDoubleFunction<double[]> figure) {
        double mean = 0;
        for (int b = 0; b < outcome.worlds(); b++) {
            mean += figure.applyAsDouble(outcome.amounts(measure, b)) / outcome.worlds();
        }
        return mean;
    }
}
