package org.sed4j.core.stackelberg.named;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.StackelbergGame;

/**
 * The sequential price mechanism with messages: two agents, one item. Agent 0 values it at 1/2, or at 1/(2ε) with
 * probability ε; agent 1 at 0 or 1, as likely. Each sends a message; the leader then visits them in some order and posts a
 * price to each, at which the item is bought if the value is no less.
 *
 * <p>The leader gets welfare less the most possible, at most 0, in the raw units of the values. Without messages it gets
 * -0.15 at best for ε = 0.2 (welfare 0.95 of 1.1), with two messages 0.
 *
 * @paper 003, section 7.4 (Agrawal et al. 2020). Deviation: the leader's actions listen to agent 0's message only, which
 *     suffices for the optimum, and take prices from a grid: the values above 0 and the midpoints between them. Tie: buys.
 *     The paper's range of prices after the high message, up to 1/(2ε), is not incentive compatible above (1/(2ε) + q)/2
 */
public final class MessagePricing {
    /** What a leader does for one message: whom it visits first, and the price for each agent. */
    private record Plan(int first, double price0, double price1) {
        double price(int agent) {
            return agent == 0 ? price0 : price1;
        }

        /** Who buys, -1 if nobody does. */
        int buyer(double value0, double value1) {
            boolean buys0 = value0 >= price0;
            boolean buys1 = value1 >= price1;
            if (buys0 && buys1) {
                return first;
            }
            return buys0 ? 0 : buys1 ? 1 : -1;
        }

        @Override
        public String toString() {
            return (first == 0 ? "0@" + price0 + ",1@" + price1 : "1@" + price1 + ",0@" + price0);
        }
    }

    private final double[] values0;
    private final double[] values1 = {0, 1};
    private final Distribution prior;

    private MessagePricing(double epsilon) {
        this.values0 = new double[] {0.5, 1 / (2 * epsilon)};
        this.prior = Distribution.of((1 - epsilon) / 2, (1 - epsilon) / 2, epsilon / 2, epsilon / 2);
    }

    /**
     * The game with two messages.
     *
     * @param epsilon ε ∈ (0, 1), the probability that agent 0's value is high
     */
    public static StackelbergGame of(double epsilon) {
        return new MessagePricing(probability(epsilon)).game(2);
    }

    /** The game in which nothing can be said: its leader actions are the sequential price mechanisms of the grid. */
    public static StackelbergGame silent(double epsilon) {
        return new MessagePricing(probability(epsilon)).game(1);
    }

    /**
     * The game that one mechanism induces: after message 0 agent 1 is visited first at q1, then agent 0 at q0; after message
     * 1 agent 0 is visited first at h, then agent 1 at h.
     */
    public static InducedGame mechanism(double epsilon, double q1, double q0, double h) {
        return new MessagePricing(probability(epsilon)).induced(List.of(new Plan(1, q0, q1), new Plan(0, h, h)));
    }

    private static double probability(double epsilon) {
        Require.that(
                epsilon > 0 && epsilon < 1,
                "epsilon",
                epsilon,
                "must lie strictly between 0 and 1",
                "it was given in percent");
        return epsilon;
    }

    private StackelbergGame game(int messages) {
        List<Plan> plans = plans();
        List<String> names = new ArrayList<>();
        List<InducedGame> induced = new ArrayList<>();
        for (Plan low : plans) {
            for (Plan high : messages == 1 ? List.of(low) : plans) {
                List<Plan> byMessage = messages == 1 ? List.of(low) : List.of(low, high);
                names.add(byMessage.toString());
                induced.add(induced(byMessage));
            }
        }
        return StackelbergGame.of(names, induced);
    }

    private List<Plan> plans() {
        List<Plan> plans = new ArrayList<>();
        Collection<Double> prices = prices();
        for (int first = 0; first < 2; first++) {
            for (double price0 : prices) {
                for (double price1 : prices) {
                    plans.add(new Plan(first, price0, price1));
                }
            }
        }
        return plans;
    }

    private Collection<Double> prices() {
        TreeSet<Double> values = new TreeSet<>(List.of(0.0, 1.0, values0[0], values0[1]));
        TreeSet<Double> prices = new TreeSet<>(values);
        Double below = values.first();
        for (double value : values) {
            prices.add((below + value) / 2);
            below = value;
        }
        prices.remove(0.0);
        return prices;
    }

    private InducedGame induced(List<Plan> byMessage) {
        int messages = byMessage.size();
        double[][][] utilities = new double[2][4][messages * messages];
        double[][] loss = new double[4][messages * messages];
        for (int t = 0; t < 4; t++) {
            double value0 = values0[t / 2];
            double value1 = values1[t % 2];
            for (int a = 0; a < messages * messages; a++) {
                Plan plan = byMessage.get(a / messages);
                int buyer = plan.buyer(value0, value1);
                double[] value = {value0, value1};
                double welfare = buyer < 0 ? 0 : value[buyer];
                loss[t][a] = welfare - Math.max(value0, value1);
                if (buyer >= 0) {
                    utilities[buyer][t][a] = value[buyer] - plan.price(buyer);
                }
            }
        }
        List<String> says = messages == 1 ? List.of("says 0") : List.of("says 0", "says 1");
        List<List<String>> types =
                List.of(List.of("values " + values0[0], "values " + values0[1]), List.of("values 0.0", "values 1.0"));
        return InducedGame.of(BayesianGame.of(types, prior, List.of(says, says), utilities), loss);
    }
}
