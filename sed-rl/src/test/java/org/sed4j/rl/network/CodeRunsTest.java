package org.sed4j.rl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Rows whose cells come in runs, against the same rows one-hot: there a tape knows of no runs. */
class CodeRunsTest {
    private static final Spaces.Grid GRID = new Spaces.Grid(4, 6, 3);
    private static final int NUMBERS = 2;
    private static final Inputs CODED = new Inputs(GRID, NUMBERS);
    private static final Inputs EXPANDED = Inputs.ofNumbers(CODED.length());
    private static final int ROWS = 40;
    private static final double SAME = 1e-12; // sums of two dozen terms near 1, in another order

    private static Network network(Inputs inputs) {
        Heads heads = Heads.of(5, Heads.POLICY_GAIN);
        return Network.of(Architectures.mlp(inputs, List.of(9), Activation.TANH, heads), inputs, Seed.of(3));
    }

    /** Runs of up to {@code longest} cells; a row may be one run. */
    private static byte[] codes(int longest, Rng rng) {
        byte[] codes = new byte[ROWS * GRID.cells()];
        for (int row = 0; row < ROWS; row++) {
            int q = 0;
            while (q < GRID.cells()) {
                int end = Math.min(GRID.cells(), q + 1 + rng.below(longest));
                Arrays.fill(codes, row * GRID.cells() + q, row * GRID.cells() + end, (byte) rng.below(GRID.kinds()));
                q = end;
            }
        }
        return codes;
    }

    private static float[] expanded(byte[] codes, float[] numbers) {
        float[] rows = new float[ROWS * EXPANDED.numbers()];
        for (int row = 0; row < ROWS; row++) {
            int at = row * EXPANDED.numbers();
            for (int q = 0; q < GRID.cells(); q++) {
                rows[at + codes[row * GRID.cells() + q] * GRID.cells() + q] = 1;
            }
            System.arraycopy(numbers, row * NUMBERS, rows, at + GRID.kinds() * GRID.cells(), NUMBERS);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 60})
    void tape_ofRuns_isThatOfTheirCells(int longest) {
        Rng rng = Seed.of(longest).rng();
        Network coded = network(CODED);
        Tape runs = coded.tape(ROWS);
        Tape cells = network(EXPANDED).tape(ROWS);
        double[] gradientOfRuns = new double[coded.parameterCount()];
        double[] gradientOfCells = new double[coded.parameterCount()];
        for (int batch = 0; batch < 3; batch++) { // what one batch left behind must not show in the next
            byte[] codes = codes(longest, rng);
            float[] numbers = new float[ROWS * NUMBERS];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = rng.below(2) * (float) rng.gaussian();
            }
            double[] theta = normal(coded.parameterCount(), rng);
            double[] direction = normal(coded.parameterCount(), rng);
            double[] cotangents = normal(ROWS * coded.outputs(), rng);
            double[][] tangents = new double[2][cotangents.length];
            runs.bind(theta);
            cells.bind(theta);
            double[] outputs = runs.evaluate(Rows.of(codes, GRID.cells(), numbers, NUMBERS), ROWS);
            double[] others =
                    cells.evaluate(Rows.of(new byte[0], 0, expanded(codes, numbers), EXPANDED.numbers()), ROWS);
            same(outputs, others, cotangents.length);
            runs.tangent(direction, tangents[0]);
            cells.tangent(direction, tangents[1]);
            same(tangents[0], tangents[1], cotangents.length);
            runs.pullback(cotangents, gradientOfRuns);
            cells.pullback(cotangents, gradientOfCells);
            same(gradientOfRuns, gradientOfCells, gradientOfRuns.length);
        }
    }

    private static double[] normal(int length, Rng rng) {
        double[] x = new double[length];
        for (int i = 0; i < length; i++) {
            x[i] = rng.gaussian();
        }
        return x;
    }

    private static void same(double[] x, double[] y, int length) {
        for (int i = 0; i < length; i++) {
            assertThat(x[i]).isCloseTo(y[i], within(SAME * Math.max(1, Math.abs(y[i]))));
        }
    }
}
