package org.sed4j.rl.stackelbergpomdp;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.rl.noregret.PayoffRange;

/**
 * The sequential price mechanism with messages: two agents with private values for one item send messages; the leader then
 * visits them one by one, in an order of its choosing, and posts each a price, at which the item is bought if the value is
 * no less. It gets the value of the item to who has it, less the largest value.
 *
 * <p>A move is two scores and a price, each in [0, 1]: the agent not yet visited with the larger score is offered the item at
 * the price times the largest value there is. The leader sees who is left (2), whether the item is (1), the allocation (2: 1,
 * or -1 once the agent has the item), what the code writes to visited agents' price slots (2: 1 once the item is gone) and the
 * messages by number (2). With one message nothing can be said.
 *
 * @param values by agent, ascending, at least 0
 * @param chances by agent, of each value; agents are independent
 * @param messages m, at least 1
 * @paper 003, section 7.4 and appendix C (Agrawal et al. 2020). Tie: buys, as in the code
 */
public record PricingGame(double[][] values, double[][] chances, int messages) implements LeaderGame {
    private static final int NOBODY = -1;

    // memory: types, profile, whether agents 0 and 1 were visited, who bought, at which price
    private static final int VISITED = 2;
    private static final int BUYER = 4;
    private static final int PRICE = 5;

    public PricingGame {
        Require.atLeast(messages, 1, "messages m");
        Require.that(
                values.length == 2 && chances.length == 2,
                "agents of a pricing game",
                values.length,
                "must be 2",
                "the published settings have two");
    }

    /** The paper's instance: values 1/2 or 1/(2ε), the latter with probability ε, and 0 or 1, as likely. */
    public static PricingGame paper(double epsilon, int messages) {
        Require.that(
                epsilon > 0 && epsilon < 1,
                "epsilon",
                epsilon,
                "must lie strictly between 0 and 1",
                "it is in percent");
        double[][] values = {{0.5, 1 / (2 * epsilon)}, {0, 1}};
        double[][] chances = {{1 - epsilon, epsilon}, {0.5, 0.5}};
        return new PricingGame(values, chances, messages);
    }

    /** The published code's second family: both agents have one of t values evenly spaced in [0, 1], all as likely. */
    public static PricingGame spaced(int t, int messages) {
        Require.atLeast(t, 2, "values t");
        double[] values = new double[t];
        double[] chances = new double[t];
        for (int j = 0; j < t; j++) {
            values[j] = j / (t - 1.0);
            chances[j] = 1.0 / t;
        }
        return new PricingGame(
                new double[][] {values, values.clone()}, new double[][] {chances, chances.clone()}, messages);
    }

    private double largest() {
        return Math.max(values[0][values[0].length - 1], values[1][values[1].length - 1]);
    }

    @Override
    public BayesianGame followers() {
        List<List<String>> types = new ArrayList<>();
        for (double[] own : values) {
            List<String> names = new ArrayList<>();
            for (double value : own) {
                names.add("values " + value);
            }
            types.add(names);
        }
        double[] prior = new double[values[0].length * values[1].length];
        for (int t = 0; t < prior.length; t++) {
            prior[t] = chances[0][t / values[1].length] * chances[1][t % values[1].length];
        }
        List<String> says = AllocationGame.named("says ", messages);
        return BayesianGame.of(
                types, Distribution.of(prior), List.of(says, says), new double[2][prior.length][messages * messages]);
    }

    @Override
    public LeaderSpace space() {
        return new LeaderSpace.Numbers(DesignSpace.box(0, 1, "score_0", "score_1", "price"));
    }

    @Override
    public List<String> sees() {
        return List.of("left_0", "left_1", "item_left", "has_0", "has_1", "gone_0", "gone_1", "message_0", "message_1");
    }

    @Override
    public PayoffRange range() {
        return new PayoffRange(0, largest());
    }

    @Override
    public double leaderUnit() {
        return largest();
    }

    @Override
    public int memory() {
        return 6;
    }

    @Override
    public void begin(int types, int profile, double[] memory) {
        memory[0] = types;
        memory[1] = profile;
        memory[VISITED] = 0;
        memory[VISITED + 1] = 0;
        memory[BUYER] = NOBODY;
        memory[PRICE] = 0;
    }

    private double value(int agent, double[] memory) {
        int types = (int) memory[0];
        return agent == 0 ? values[0][types / values[1].length] : values[1][types % values[1].length];
    }

    @Override
    public void observe(double[] memory, float[] out) {
        int profile = (int) memory[1];
        boolean sold = memory[BUYER] != NOBODY;
        for (int agent = 0; agent < 2; agent++) {
            out[agent] = (float) (1 - memory[VISITED + agent]);
            out[3 + agent] = memory[BUYER] == agent ? -1 : 1;
            out[5 + agent] = sold && memory[VISITED + agent] != 0 ? 1 : 0;
        }
        out[2] = sold ? 0 : 1;
        out[7] = Math.floorDiv(profile, messages);
        out[8] = profile % messages;
    }

    @Override
    public boolean move(float[] action, double[] memory) {
        boolean second = memory[VISITED] != 0 || (memory[VISITED + 1] == 0 && action[1] > action[0]);
        int agent = second ? 1 : 0;
        double price = action[2] * largest();
        memory[VISITED + agent] = 1;
        if (value(agent, memory) >= price) {
            memory[BUYER] = agent;
            memory[PRICE] = price;
            return true;
        }
        return memory[VISITED] != 0 && memory[VISITED + 1] != 0;
    }

    @Override
    public double payoff(int player, double[] memory) {
        int buyer = (int) memory[BUYER];
        if (player == 0) {
            double most = Math.max(value(0, memory), value(1, memory));
            return buyer == NOBODY ? -most : value(buyer, memory) - most;
        }
        return buyer == player - 1 ? value(buyer, memory) - memory[PRICE] : 0;
    }
}
