package org.sed4j.rl.stackelbergpomdp;

import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.rl.noregret.PayoffRange;

/**
 * Matrix design as the published code has it: the leader sees what the two followers play and pays each a bonus in [0, 10];
 * payoffs are divided by 6, bonuses are not; the leader gets the sum of the payoffs without bonuses. Optimum 5/3.
 *
 * <p>{@link org.sed4j.core.stackelberg.named.MatrixDesign#published} enumerates it with bonuses from a list. Deviation: the
 * code's third action entry, which nothing reads, is left out.
 *
 * @paper 003, section 7.2, as the code changes it
 */
public record BonusGame() implements LeaderGame {
    private static final double[] ROW = {3, 6, 4, 2};
    private static final double[] COLUMN = {3, 4, 6, 2};
    private static final double LARGEST = 6;
    private static final double MOST_BONUS = 10;

    @Override
    public BayesianGame followers() {
        List<String> actions = List.of("A", "B");
        return BayesianGame.of(NormalFormGame.of(List.of(actions, actions), new double[2][4]));
    }

    @Override
    public LeaderSpace space() {
        return new LeaderSpace.Numbers(DesignSpace.box(0, MOST_BONUS, "to_row", "to_column"));
    }

    @Override
    public List<String> sees() {
        return List.of("row_a", "row_b", "column_a", "column_b");
    }

    @Override
    public PayoffRange range() {
        return new PayoffRange(0, 1 + MOST_BONUS);
    }

    @Override
    public double leaderUnit() {
        return 1;
    }

    @Override
    public int memory() {
        return 4;
    }

    @Override
    public void begin(int types, int profile, double[] memory) {
        memory[0] = profile;
    }

    @Override
    public void observe(double[] memory, float[] out) {
        int cell = (int) memory[0];
        Arrays.fill(out, 0, 4, 0);
        out[cell / 2] = 1;
        out[2 + cell % 2] = 1;
    }

    @Override
    public boolean move(float[] action, double[] memory) {
        int cell = (int) memory[0];
        memory[1] = (ROW[cell] + COLUMN[cell]) / LARGEST;
        memory[2] = ROW[cell] / LARGEST + action[0];
        memory[3] = COLUMN[cell] / LARGEST + action[1];
        return true;
    }

    @Override
    public double payoff(int player, double[] memory) {
        return memory[1 + player];
    }
}
