package org.sed4j.rl.baseline;

import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.rl.policygradient.ExploringChoices;

/**
 * A softmax over all designs whose entries are levels: |S|^k of them, counted with entry 0 the least digit.
 *
 * @paper 004, section 4.2: dual-RL (d)
 */
public final class LevelPolicy implements DesignerPolicy {
    /** The paper's three sets of incentive values; its text prints 1.0 where its code has 1.1. */
    public static final List<Double> SMALL = List.of(0.0, 1.1);

    /** See {@link #SMALL}. */
    public static final List<Double> MEDIUM = List.of(0.0, 1.1, 2.0);

    /** See {@link #SMALL}. */
    public static final List<Double> LARGE = List.of(0.0, 0.5, 1.1, 1.5, 2.0);

    private static final int MOST = 100_000;

    private final double[] levels;
    private final int entries;
    private final int outputs;
    private final ExploringChoices choices;
    private final byte[] mask;
    private final int[] chosen = new int[1];
    private final double[] row;

    /**
     * @param levels S, the values of an entry
     * @param entries k
     */
    public LevelPolicy(List<Double> levels, int entries) {
        Require.atLeast(levels.size(), 2, "levels of an incentive");
        double all = Math.pow(levels.size(), entries);
        Require.that(
                all <= MOST,
                "designs of " + levels.size() + " levels in " + entries + " entries",
                all,
                "must be at most " + MOST,
                "incentives by player were meant to be by action");
        this.levels = levels.stream().mapToDouble(Double::doubleValue).toArray();
        this.entries = entries;
        this.outputs = (int) all;
        this.choices = new ExploringChoices(List.of(outputs));
        this.mask = new byte[outputs];
        Arrays.fill(mask, (byte) 1);
        this.row = new double[outputs];
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public int entries() {
        return entries;
    }

    @Override
    public int memory() {
        return 1;
    }

    @Override
    public void draw(double[] z, int at, Rng rng, double[] drawn, int drawnAt, double[] design, int designAt) {
        choices.row(z, at, mask, 0, 0);
        choices.draw(rng, chosen, 0);
        drawn[drawnAt] = chosen[0];
        int left = chosen[0];
        for (int j = 0; j < entries; j++) {
            design[designAt + j] = levels[left % levels.length];
            left /= levels.length;
        }
    }

    @Override
    public void differentiate(
            double[] z, int at, double[] drawn, int drawnAt, double weight, double bonus, double[] cotangent) {
        choices.row(z, at, mask, 0, 0);
        chosen[0] = (int) drawn[drawnAt];
        choices.differentiate(chosen, 0, weight, bonus, row, 0);
        System.arraycopy(row, 0, cotangent, at, outputs);
    }
}
