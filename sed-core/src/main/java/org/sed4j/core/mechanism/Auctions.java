package org.sed4j.core.mechanism;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.Distribution;

/**
 * Mechanisms that sell one item to agents whose types are their values for it. The decision is the winner, -1 if it is kept.
 */
public final class Auctions {
    private Auctions() {}

    /**
     * The problem of selling one item: utility is value less payment, the principal wants welfare.
     *
     * @param values for each agent the values it may have
     * @param prior over profiles of values
     */
    public static MechanismDesign<Double, Settled<Integer>> sale(List<List<Double>> values, Distribution prior) {
        return new MechanismDesign<>(
                values,
                prior,
                (i, outcome, value) -> (outcome.decision() == i ? value : 0)
                        - outcome.payments().get(i),
                (types, outcome) -> outcome.decision() < 0 ? 0 : types.get(outcome.decision()));
    }

    /** Second price: the highest bid wins (the first of several) and pays the next highest. Truth is dominant. */
    public static Settled<Integer> secondPrice(List<Double> bids) {
        int winner = highest(bids, -1);
        return paid(bids.size(), winner, bids.size() == 1 ? 0 : bids.get(highest(bids, winner)));
    }

    /** First price: the highest bid wins (the first of several) and pays itself. Truth is not dominant. */
    public static Settled<Integer> firstPrice(List<Double> bids) {
        int winner = highest(bids, -1);
        return paid(bids.size(), winner, bids.get(winner));
    }

    private static int highest(List<Double> bids, int without) {
        int highest = without == 0 ? 1 : 0;
        for (int i = 0; i < bids.size(); i++) {
            highest = i != without && bids.get(i) > bids.get(highest) ? i : highest;
        }
        return highest;
    }

    /**
     * A sequence of posted prices: agents are visited in an order, each is offered the item at its price, and the first
     * whose value is no less buys. Truth is dominant.
     *
     * @param order agents, each once
     * @param prices for each agent, by its own number; +∞ passes it over
     */
    public static Settled<Integer> postedPrices(List<Double> values, List<Integer> order, List<Double> prices) {
        Require.that(
                order.size() == values.size() && prices.size() == values.size(),
                "visits and prices",
                order.size() + " and " + prices.size(),
                "must be one for each of " + values.size() + " agents",
                "an agent was left out; give it the price +infinity");
        for (int agent : order) {
            if (values.get(agent) >= prices.get(agent)) {
                return paid(values.size(), agent, prices.get(agent));
            }
        }
        return new Settled<>(-1, Collections.nCopies(values.size(), 0.0));
    }

    private static Settled<Integer> paid(int agents, int winner, double price) {
        List<Double> payments = new ArrayList<>(Collections.nCopies(agents, 0.0));
        payments.set(winner, price);
        return new Settled<>(winner, payments);
    }
}
