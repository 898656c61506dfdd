package org.sed4j.examples.gathertradebuild;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Round;
import org.sed4j.core.society.Row;
import org.sed4j.core.society.RowMaker;
import org.sed4j.core.society.Session;
import org.sed4j.core.welfare.Inequality;
import org.sed4j.envs.gtb.BySkill;
import org.sed4j.envs.gtb.GtbRules;

/** What one round leaves in {@code metrics.csv}: means over worlds, of an episode each. */
final class GtbRow {
    private GtbRow() {}

    /** Rows of a session whose players are watched by skill. */
    static RowMaker watching(Session session, GtbRules rules) {
        BySkill bySkill = new BySkill(rules, session.society().spaces());
        session.watchedBy(bySkill);
        return (round, same) -> of(round, same, bySkill).learners().figures();
    }

    /** Of a round in which players were watched by skill; nothing of who learned what. */
    static Row of(Round round, Session session, BySkill bySkill) {
        Outcome outcome = round.outcome();
        int players = session.society().spaces().players();
        return Row.of(round, session)
                .put("episodes", (round.number() + 1.0) * outcome.worlds())
                .put("welfare_at_end", round.welfare())
                .put("welfare_summed", total(outcome, "equality x productivity"))
                .put("equality_of_coin", mean(outcome, b -> Inequality.equality(outcome.amounts("coin", b))))
                .put("productivity", total(outcome, "coin"))
                .put("gini_before_tax", mean(outcome, b -> Inequality.gini(beforeTax(outcome, b))))
                .put("houses", total(outcome, "houses"))
                .put("trades", total(outcome, "stone sales") + total(outcome, "wood sales"))
                .put("stone_price", price(outcome, "stone"))
                .put("wood_price", price(outcome, "wood"))
                .put("stone_gathered", total(outcome, "stone gathered"))
                .put("wood_gathered", total(outcome, "wood gathered"))
                .put("labour", total(outcome, "labor"))
                .put("tax_collected", total(outcome, "tax"))
                .put("player_return_mean", total(outcome, Outcome.REWARD) / players)
                .putAll(bySkill.figures())
                .law("marginal_rate_");
    }

    private static double total(Outcome outcome, String measure) {
        return Arrays.stream(outcome.meanAmounts(measure)).sum();
    }

    /** Mean over the trades of a good; NaN if there were none. */
    private static double price(Outcome outcome, String good) {
        return total(outcome, good + " revenue") / total(outcome, good + " sales");
    }

    /** Of a figure of each world. */
    private static double mean(Outcome outcome, IntToDoubleFunction figure) {
        double sum = 0;
        for (int b = 0; b < outcome.worlds(); b++) {
            sum += figure.applyAsDouble(b);
        }
        return sum / outcome.worlds();
    }

    /** Coin plus taxes paid less transfers: what there would be at the end if nothing had been moved. */
    private static double[] beforeTax(Outcome outcome, int b) {
        double[] before = outcome.amounts("coin", b);
        double[] tax = outcome.amounts("tax", b);
        double[] transfer = outcome.amounts("transfer", b);
        for (int i = 0; i < before.length; i++) {
            before[i] = Math.max(0, before[i] + tax[i] - transfer[i]);
        }
        return before;
    }
}
