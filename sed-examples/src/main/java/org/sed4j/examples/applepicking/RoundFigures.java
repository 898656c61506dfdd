package org.sed4j.examples.applepicking;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Round;
import org.sed4j.core.welfare.Inequality;
import org.sed4j.voting.BallotElection;

/** What one round leaves in {@code metrics.csv}: means over worlds, nothing of the clock, the same columns every round. */
final class RoundFigures {
    private final Map<String, Double> row = new LinkedHashMap<>();

    private RoundFigures() {}

    static Map<String, Double> of(Round round, AppleSociety society) {
        RoundFigures figures = new RoundFigures();
        figures.vote(round);
        figures.rates(round);
        figures.harvest(round.outcome());
        figures.learning(society);
        return figures.row;
    }

    private void vote(Round round) {
        row.put("round", (double) round.number());
        row.put("eta", round.election().parameters()[0]);
        double[] votes = round.reports().players(Orchard.BALLOT);
        for (int i = 0; i < votes.length; i++) {
            row.put("vote_" + i, votes[i]);
        }
        row.put("votes_mean", Arrays.stream(votes).average().orElse(Double.NaN));
        if (round.election() instanceof BallotElection held) {
            row.put("vote_winners", (double) held.winners().size());
            row.put("vote_ties", (double) held.ties().size());
        }
        row.put("welfare", round.welfare());
    }

    private void rates(Round round) {
        Outcome outcome = round.outcome();
        int brackets = round.design().size();
        double[] means = new double[brackets];
        for (int b = 0; b < outcome.worlds(); b++) {
            Design design = outcome.design(b);
            for (int j = 0; j < brackets; j++) {
                means[j] += design.get(j) / outcome.worlds();
            }
        }
        for (int j = 0; j < brackets; j++) {
            row.put("tax_rate_" + j, means[j]);
        }
    }

    private void harvest(Outcome outcome) {
        double[] apples = outcome.meanAmounts("apples");
        double[] income = outcome.meanAmounts("income");
        double[] reward = outcome.meanAmounts(Outcome.REWARD);
        players("apples_", apples);
        players("income_", income);
        row.put("apples_total", Arrays.stream(apples).sum());
        double least = 0;
        double poorest = 0;
        double gini = 0;
        double giniAfter = 0;
        for (int b = 0; b < outcome.worlds(); b++) {
            double[] before = outcome.amounts("apples", b);
            double[] after = outcome.amounts("income", b);
            least += Arrays.stream(before).min().orElse(0) / outcome.worlds();
            poorest += Arrays.stream(after).min().orElse(0) / outcome.worlds();
            gini += Inequality.gini(before) / outcome.worlds();
            giniAfter += Inequality.gini(after) / outcome.worlds();
        }
        row.put("apples_min", least);
        row.put("income_min", poorest);
        row.put("gini", gini);
        row.put("gini_income", giniAfter);
        row.put("apples_left", outcome.meanGauge("apples_left"));
        row.put("tax_paid", Arrays.stream(outcome.meanAmounts("tax")).sum());
        row.put("player_return_mean", Arrays.stream(reward).average().orElse(Double.NaN));
    }

    private void players(String stem, double[] values) {
        for (int i = 0; i < values.length; i++) {
            row.put(stem + i, values[i]);
        }
    }

    private void learning(AppleSociety society) {
        society.followers().figures().forEach((name, value) -> row.put("player_" + name, value));
        society.principal().figures().forEach((name, value) -> row.put("principal_" + name, value));
    }
}
