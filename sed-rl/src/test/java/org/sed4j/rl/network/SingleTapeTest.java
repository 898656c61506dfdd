package org.sed4j.rl.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** A tape in single precision against the one in doubles, which is held against differences and DL4J. */
class SingleTapeTest {
    private static final int ROWS = 70;
    /** Of the greatest entry: sums of some dozen products of floats. */
    private static final double SAME = 3e-6;

    private static Stream<Arguments> networks() {
        Inputs mixed = new Inputs(new Spaces.Grid(4, 6, 5), 3);
        Inputs codes = new Inputs(new Spaces.Grid(3, 3, 2), 0);
        Inputs numbers = Inputs.ofNumbers(7);
        return Stream.of(
                Arguments.of("codes and numbers", mixed, Activation.TANH, List.of(20, 11)),
                Arguments.of("codes", codes, Activation.TANH, List.of(8)),
                Arguments.of("numbers", numbers, Activation.RELU, List.of(16, 16, 5)));
    }

    private static Network network(Inputs inputs, Activation activation, List<Integer> hidden) {
        return Network.of(Architectures.mlp(inputs, hidden, activation, 6, 1), inputs, Seed.of(3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void tape_isThatOfDoubles_butForRounding(String name, Inputs inputs, Activation activation, List<Integer> hidden) {
        Network network = network(inputs, activation, hidden);
        Tape wide = network.tape(ROWS);
        Tape narrow = network.withSingleTapes().tape(ROWS);
        assertThat(narrow).isInstanceOf(SingleTape.class);
        Rng rng = Seed.of(name.length()).rng();
        int cells = inputs.codes().cells();
        for (int count : new int[] {ROWS, 1, 33}) { // what one batch left behind must not show in the next
            byte[] codes = new byte[ROWS * cells];
            for (int i = 0; i < codes.length; i++) {
                boolean like = i > 0 && rng.chance(0.6);
                codes[i] = like ? codes[i - 1] : (byte) rng.below(inputs.codes().kinds());
            }
            float[] numbers = new float[ROWS * inputs.numbers()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = rng.below(2) * (float) rng.gaussian();
            }
            double[] theta = network.parameterValues();
            for (int i = 0; i < theta.length; i++) {
                theta[i] += 0.1 * rng.gaussian();
            }
            double[] direction = normal(theta.length, rng);
            double[] cotangents = normal(ROWS * network.outputs(), rng);
            Rows rows = Rows.of(codes, cells, numbers, inputs.numbers());
            double[][][] results = new double[2][][];
            for (Tape tape : List.of(wide, narrow)) {
                tape.bind(theta);
                double[] outputs = Arrays.copyOf(tape.evaluate(rows, count), count * network.outputs());
                double[] gradient = new double[theta.length];
                tape.pullback(cotangents, gradient);
                double[] tangents = new double[count * network.outputs()];
                tape.tangent(direction, tangents);
                double[] again = new double[theta.length]; // neither spoils the other
                tape.pullback(cotangents, again);
                assertThat(Arrays.equals(again, gradient)).isTrue();
                results[tape == wide ? 0 : 1] = new double[][] {outputs, gradient, tangents};
            }
            for (int k = 0; k < 3; k++) {
                same(results[0][k], results[1][k]);
            }
        }
    }

    private static double[] normal(int length, Rng rng) {
        double[] x = new double[length];
        for (int i = 0; i < length; i++) {
            x[i] = rng.gaussian();
        }
        return x;
    }

    private static void same(double[] right, double[] got) {
        double size = Arrays.stream(right).map(Math::abs).max().orElseThrow();
        assertThat(size).isGreaterThan(0);
        for (int i = 0; i < right.length; i++) {
            assertThat(Math.abs(got[i] - right[i])).as("%d", i).isLessThan(SAME * size);
        }
    }

    /** The same rows give the same bits wherever they stand in a batch of any size. */
    @Test
    void outputs_dependOnTheRowAlone() {
        Inputs inputs = new Inputs(new Spaces.Grid(4, 6, 5), 3);
        Tape tape = network(inputs, Activation.TANH, List.of(20, 11))
                .withSingleTapes()
                .tape(3);
        byte[] codes = new byte[72];
        codes[30] = 3;
        float[] numbers = {1, 0, 2, 0, 3, 0, 1, 0, 2};
        System.arraycopy(codes, 0, codes, 48, 24);
        tape.bind(network(inputs, Activation.TANH, List.of(20, 11)).parameterValues());
        double[] first = Arrays.copyOfRange(tape.evaluate(Rows.of(codes, 24, numbers, 3), 3), 12, 18);
        double[] alone =
                Arrays.copyOf(tape.evaluate(Rows.of(Arrays.copyOf(codes, 24), 24, new float[] {1, 0, 2}, 3), 1), 6);
        assertThat(alone).isEqualTo(first);
    }

    @Test
    void whatItCannotRun_isLeftToDoubles() {
        Inputs inputs = new Inputs(new Spaces.Grid(4, 6, 5), 3);
        Network convolution = Network.of(
                Architectures.convolutional(inputs, 2, 3, 1, List.of(4), Activation.TANH, 3, 1), inputs, Seed.of(1));
        assertThat(convolution.withSingleTapes().tape(2)).isInstanceOf(DoubleTape.class);
    }
}
