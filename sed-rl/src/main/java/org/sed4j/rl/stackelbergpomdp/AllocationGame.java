package org.sed4j.rl.stackelbergpomdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.rl.noregret.PayoffRange;

/**
 * Simple allocation: one follower wants one of k items, each as likely, and sends one of m messages; the leader sees the
 * message and allocates an item. Both get 1 if it is the one wanted, else 0.
 *
 * <p>What {@link org.sed4j.core.stackelberg.named.SimpleAllocation} enumerates as k^m maps is learned here as a policy.
 *
 * @param items k, at least 1
 * @param messages m, at least 1
 * @paper 003, section 7.3 (k = 3, m = 1, 2, 3)
 */
public record AllocationGame(int items, int messages) implements LeaderGame {

    public AllocationGame {
        Require.atLeast(items, 1, "items k");
        Require.atLeast(messages, 1, "messages m");
    }

    @Override
    public BayesianGame followers() {
        return BayesianGame.of(
                List.of(named("wants ", items)),
                Distribution.uniform(items),
                List.of(named("says ", messages)),
                new double[1][items][messages]);
    }

    static List<String> named(String stem, int count) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            names.add(stem + j);
        }
        return names;
    }

    @Override
    public LeaderSpace space() {
        return new LeaderSpace.Choice(named("item ", items));
    }

    @Override
    public List<String> sees() {
        return named("message_", messages);
    }

    @Override
    public PayoffRange range() {
        return new PayoffRange(0, 1);
    }

    @Override
    public double leaderUnit() {
        return 1;
    }

    @Override
    public int memory() {
        return 3;
    }

    @Override
    public void begin(int types, int profile, double[] memory) {
        memory[0] = types;
        memory[1] = profile;
    }

    @Override
    public void observe(double[] memory, float[] out) {
        Arrays.fill(out, 0, messages, 0);
        out[(int) memory[1]] = 1;
    }

    @Override
    public boolean move(float[] action, double[] memory) {
        memory[2] = LeaderSpace.Choice.of(action) == (int) memory[0] ? 1 : 0;
        return true;
    }

    @Override
    public double payoff(int player, double[] memory) {
        return memory[2];
    }
}
