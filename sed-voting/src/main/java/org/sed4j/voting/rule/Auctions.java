package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * Auctions as mechanisms whose principal wants revenue: the second-price auction and its generalisation to several slots.
 *
 * <p>Bids are what bidders report to be willing to pay, not negative. Ties go to the bidder named first, and are flagged.
 */
public final class Auctions {
    private Auctions() {}

    /**
     * Who gets what, at which price.
     *
     * @param winners the bidder of each slot, the best slot first
     * @param prices what the winner of each slot pays (per click, if slots differ by clicks)
     * @param tied whether equal bids were put in order by the bidders' numbers
     */
    public record Sale(List<Integer> winners, List<Double> prices, boolean tied) {
        public Sale {
            winners = List.copyOf(winners);
            prices = List.copyOf(prices);
        }
    }

    /** One good to the highest bid at the second highest, or at 0 without a second (Vickrey 1961, J. Finance 16). */
    public static Sale secondPrice(double... bids) {
        return generalisedSecondPrice(1, bids);
    }

    /**
     * {@code slots} goods in falling order of worth; each of the highest bidders pays the next lower bid (Edelman, Ostrovsky
     * and Schwarz 2007, Am. Econ. Rev. 97). With two slots or more, truth is not always a best report.
     */
    public static Sale generalisedSecondPrice(int slots, double... bids) {
        Require.atLeast(slots, 1, "slots");
        Require.atLeast(bids.length, 1, "bids");
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < bids.length; i++) {
            Require.that(
                    bids[i] >= 0 && Double.isFinite(bids[i]),
                    "bid of bidder " + i,
                    bids[i],
                    "must be finite and not negative",
                    "a cost was given");
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -bids[i]));
        List<Integer> winners = order.subList(0, Math.min(slots, bids.length));
        List<Double> prices = new ArrayList<>();
        boolean tied = false;
        for (int s = 0; s < winners.size(); s++) {
            double next = s + 1 < order.size() ? bids[order.get(s + 1)] : 0;
            prices.add(next);
            tied |= s + 1 < order.size() && next == bids[order.get(s)];
        }
        return new Sale(winners, prices, tied);
    }
}
