package org.sed4j.core.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.Profiles;
import org.sed4j.core.stackelberg.lp.Fractions;

/**
 * The best sequential price mechanism for one item and independent values, without messages, by enumeration in fractions.
 *
 * <p>An agent that is offered price p buys if its value is no less, so only its own values (and "never") need be tried as
 * prices; and since values are independent and all refusals look alike, an order fixed in advance is as good as an adaptive
 * one. n! · ∏_i (k_i + 1) mechanisms for n agents with k_i values.
 *
 * @param order whom to visit, first to last
 * @param prices the price for each agent by its own number, the highest that serves; +∞ if it is passed over
 * @param welfare the expected value of the item to who gets it
 * @param firstBest E max_i v_i
 * @paper 003, section 7.4. Its remark that price 0 is optimal holds only if a tie does not buy
 */
public record SequentialPrices(List<Integer> order, List<Double> prices, BigFraction welfare, BigFraction firstBest) {

    /** What is lost against the first best. */
    public BigFraction loss() {
        return firstBest.subtract(welfare);
    }

    /** One agent's values and their probabilities, in fractions. */
    private record Agent(List<Double> values, List<BigFraction> chances) {
        /** P(v ≥ price) and E[v; v ≥ price]. */
        BigFraction[] above(double price) {
            BigFraction chance = BigFraction.ZERO;
            BigFraction mean = BigFraction.ZERO;
            for (int j = 0; j < values.size(); j++) {
                if (values.get(j) >= price) {
                    chance = chance.add(chances.get(j));
                    mean = mean.add(chances.get(j).multiply(Fractions.simplest(values.get(j))));
                }
            }
            return new BigFraction[] {chance, mean};
        }
    }

    /**
     * The best one.
     *
     * @param values for each agent the values it may have
     * @param priors for each agent their distribution
     * @throws IllegalArgumentException with the count and the limit if there are too many mechanisms
     */
    public static SequentialPrices best(List<List<Double>> values, List<Distribution> priors) {
        List<Agent> agents = agents(values, priors);
        int[] sizes = new int[agents.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = agents.get(i).values().size() + 1;
        }
        Profiles pricing = Profiles.of(sizes);
        double permutations = CombinatoricsUtils.factorialDouble(Math.min(agents.size(), 170));
        Profiles.enumerable(pricing.count() * permutations, "sequential price mechanisms");
        List<List<Integer>> orders = new ArrayList<>();
        permute(new ArrayList<>(), agents.size(), orders);
        List<Integer> bestOrder = orders.get(0);
        List<Double> bestPrices = prices(agents, pricing, 0);
        BigFraction best = welfare(agents, bestOrder, bestPrices);
        for (List<Integer> order : orders) {
            for (int p = 0; p < pricing.count(); p++) {
                List<Double> prices = prices(agents, pricing, p);
                BigFraction welfare = welfare(agents, order, prices);
                if (welfare.compareTo(best) > 0) {
                    best = welfare;
                    bestOrder = order;
                    bestPrices = prices;
                }
            }
        }
        return new SequentialPrices(List.copyOf(bestOrder), List.copyOf(bestPrices), best, firstBest(agents));
    }

    private static List<Agent> agents(List<List<Double>> values, List<Distribution> priors) {
        Require.that(
                priors.size() == values.size() && !values.isEmpty(),
                "priors",
                priors.size(),
                "must be one for each of " + values.size() + " agents, at least one",
                "the prior was given over profiles");
        List<Agent> agents = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Require.that(
                    priors.get(i).size() == values.get(i).size(),
                    "values of the prior of agent " + i,
                    priors.get(i).size(),
                    "must be " + values.get(i).size(),
                    "it knows a value that the agent has not");
            List<BigFraction> chances = new ArrayList<>();
            for (double chance : priors.get(i).toArray()) {
                chances.add(Fractions.simplest(chance));
            }
            agents.add(new Agent(List.copyOf(values.get(i)), chances));
        }
        return agents;
    }

    private static void permute(List<Integer> prefix, int n, List<List<Integer>> orders) {
        if (prefix.size() == n) {
            orders.add(List.copyOf(prefix));
            return;
        }
        for (int i = 0; i < n; i++) {
            if (!prefix.contains(i)) {
                prefix.add(i);
                permute(prefix, n, orders);
                prefix.remove(prefix.size() - 1);
            }
        }
    }

    private static List<Double> prices(List<Agent> agents, Profiles pricing, int p) {
        List<Double> prices = new ArrayList<>();
        for (int i = 0; i < agents.size(); i++) {
            List<Double> values = agents.get(i).values();
            int j = pricing.choice(p, i);
            prices.add(j < values.size() ? values.get(j) : Double.POSITIVE_INFINITY);
        }
        return prices;
    }

    private static BigFraction welfare(List<Agent> agents, List<Integer> order, List<Double> prices) {
        BigFraction reached = BigFraction.ONE;
        BigFraction welfare = BigFraction.ZERO;
        for (int i : order) {
            BigFraction[] above = agents.get(i).above(prices.get(i));
            welfare = welfare.add(reached.multiply(above[1]));
            reached = reached.multiply(BigFraction.ONE.subtract(above[0]));
        }
        return welfare;
    }

    /** Σ_v v · P(max = v), by P(max ≤ v) = ∏_i P(v_i ≤ v). */
    private static BigFraction firstBest(List<Agent> agents) {
        TreeSet<Double> all = new TreeSet<>();
        agents.forEach(agent -> all.addAll(agent.values()));
        BigFraction below = BigFraction.ZERO;
        BigFraction mean = BigFraction.ZERO;
        for (double v : all) {
            BigFraction atMost = BigFraction.ONE;
            for (Agent agent : agents) {
                atMost = atMost.multiply(BigFraction.ONE.subtract(agent.above(Math.nextUp(v))[0]));
            }
            mean = mean.add(atMost.subtract(below).multiply(Fractions.simplest(v)));
            below = atMost;
        }
        return mean;
    }
}
