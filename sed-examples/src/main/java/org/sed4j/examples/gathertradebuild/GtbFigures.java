package org.sed4j.examples.gathertradebuild;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Round;
import org.sed4j.core.welfare.Inequality;

/** What one round leaves in {@code metrics.csv}: means over worlds, nothing of the clock, the same columns every round. */
final class GtbFigures {
    private GtbFigures() {}

    /** Of a round in which players were watched by skill. */
    static Map<String, Double> of(Round round, GtbSociety society, BySkill bySkill) {
        Map<String, Double> row = new LinkedHashMap<>();
        Outcome outcome = round.outcome();
        row.put("round", (double) round.number());
        row.put("episodes", (round.number() + 1.0) * outcome.worlds());
        row.put("welfare_at_end", round.welfare());
        row.put("welfare_summed", total(outcome, "equality x productivity"));
        row.put("equality_of_coin", equality(outcome));
        row.put("productivity", total(outcome, "coin"));
        row.put("gini_before_tax", gini(outcome));
        row.put("houses", total(outcome, "houses"));
        row.put("trades", total(outcome, "stone sales") + total(outcome, "wood sales"));
        row.put("stone_price", price(outcome, "stone"));
        row.put("wood_price", price(outcome, "wood"));
        row.put("stone_gathered", total(outcome, "stone gathered"));
        row.put("wood_gathered", total(outcome, "wood gathered"));
        row.put("labour", total(outcome, "labor"));
        row.put("tax_collected", total(outcome, "tax"));
        row.put(
                "player_return_mean",
                total(outcome, Outcome.REWARD) / society.rules().players());
        row.putAll(bySkill.figures());
        int brackets = outcome.design(0).size();
        for (int j = 0; j < brackets; j++) {
            double sum = 0;
            for (int b = 0; b < outcome.worlds(); b++) {
                sum += outcome.design(b).get(j);
            }
            row.put("marginal_rate_" + j, sum / outcome.worlds());
        }
        society.followers().figures().forEach((name, value) -> row.put("player_" + name, value));
        society.principal().figures().forEach((name, value) -> row.put("principal_" + name, value));
        return row;
    }

    private static double total(Outcome outcome, String measure) {
        return Arrays.stream(outcome.meanAmounts(measure)).sum();
    }

    /** Mean over the trades of a good; NaN if there were none. */
    private static double price(Outcome outcome, String good) {
        return total(outcome, good + " revenue") / total(outcome, good + " sales");
    }

    /** Of coin at the episode's end. */
    private static double equality(Outcome outcome) {
        double sum = 0;
        for (int b = 0; b < outcome.worlds(); b++) {
            sum += Inequality.equality(outcome.amounts("coin", b));
        }
        return sum / outcome.worlds();
    }

    /** Of coin plus taxes paid less transfers: what there would be at the end if nothing had been moved. */
    private static double gini(Outcome outcome) {
        double sum = 0;
        for (int b = 0; b < outcome.worlds(); b++) {
            double[] before = outcome.amounts("coin", b);
            double[] tax = outcome.amounts("tax", b);
            double[] transfer = outcome.amounts("transfer", b);
            for (int i = 0; i < before.length; i++) {
                before[i] = Math.max(0, before[i] + tax[i] - transfer[i]);
            }
            sum += Inequality.gini(before);
        }
        return sum / outcome.worlds();
    }
}
