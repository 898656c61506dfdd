package org.sed4j.rl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class TapeTest {
    private static final int ROWS = 9;
    private static final Seed SEED = Seed.of(11);

    static Stream<Architecture> architectures() {
        return Architecture.all();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void tape_givesWhatTheExecutorGives(Architecture kind) {
        Network network = Network.of(kind.layers(), kind.inputs(), SEED);
        float[] single = new float[ROWS * network.outputs()];
        RandomRows rows = new RandomRows(kind.inputs(), ROWS, SEED.named("rows"));
        network.executor(Crew.of(1), ROWS).evaluate(rows, ROWS, single);
        Tape tape = network.tape(ROWS);
        tape.bind(network.parameterValues());
        double[] outputs = tape.evaluate(rows, ROWS);
        for (int i = 0; i < single.length; i++) {
            assertThat(outputs[i]).isCloseTo(single[i], within(2e-5)); // float32 sums of some hundred terms
        }
    }

    /** Central differences with h = 1e-6 leave about 1e-9 of rounding; a rectifier's kink within h has probability 1e-4. */
    @ParameterizedTest
    @MethodSource("architectures")
    void tangent_isTheDirectionalDerivative(Architecture kind) {
        Network network = Network.of(kind.layers(), kind.inputs(), SEED);
        RandomRows rows = new RandomRows(kind.inputs(), ROWS, SEED.named("rows"));
        Tape tape = network.tape(ROWS);
        double[] theta = network.parameterValues();
        double[] d = normal(theta.length, "direction");
        double[] tangents = new double[ROWS * network.outputs()];
        tape.bind(theta);
        tape.evaluate(rows, ROWS);
        tape.tangent(d, tangents);
        double h = 1e-6;
        double[] ahead = at(tape, theta, d, h, rows);
        double[] behind = at(tape, theta, d, -h, rows);
        for (int i = 0; i < tangents.length; i++) {
            assertThat(tangents[i]).isCloseTo((ahead[i] - behind[i]) / (2 * h), within(1e-7));
        }
    }

    private static double[] at(Tape tape, double[] theta, double[] d, double h, Rows rows) {
        double[] moved = theta.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += h * d[i];
        }
        tape.bind(moved);
        return tape.evaluate(rows, ROWS).clone();
    }

    /** cᵀ (J d) = (Jᵀ c)ᵀ d, and the gradient is added to. */
    @ParameterizedTest
    @MethodSource("architectures")
    void pullback_isTheTransposeOfTangent(Architecture kind) {
        Network network = Network.of(kind.layers(), kind.inputs(), SEED);
        Tape tape = network.tape(ROWS + 3);
        double[] theta = network.parameterValues();
        double[] d = normal(theta.length, "direction");
        double[] c = normal(ROWS * network.outputs(), "cotangent");
        double[] tangents = new double[c.length];
        double[] gradient = new double[theta.length];
        Arrays.fill(gradient, 2);
        tape.bind(theta);
        tape.evaluate(new RandomRows(kind.inputs(), ROWS, SEED.named("rows")), ROWS);
        tape.tangent(d, tangents);
        tape.pullback(c, gradient);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] -= 2;
        }
        assertThat(dot(gradient, d)).isCloseTo(dot(c, tangents), within(1e-10));
    }

    /** Differences in float32 with a relative step of 1e-3: errors near 1e-4 of the size. */
    @ParameterizedTest
    @MethodSource("architectures")
    void executorTape_agreesInSinglePrecision(Architecture kind) {
        Network network = Network.of(kind.layers(), kind.inputs(), SEED);
        RandomRows rows = new RandomRows(kind.inputs(), ROWS, SEED.named("rows"));
        double[] theta = network.parameterValues();
        double[] d = normal(theta.length, "direction");
        double[] c = normal(ROWS * network.outputs(), "cotangent");
        double[][] tangents = new double[2][c.length];
        double[][] gradients = new double[2][theta.length];
        Tape[] tapes = {network.tape(ROWS), network.executorTape(ROWS)};
        for (int k = 0; k < 2; k++) {
            tapes[k].bind(theta);
            tapes[k].evaluate(rows, ROWS);
            tapes[k].tangent(d, tangents[k]);
            tapes[k].pullback(c, gradients[k]);
        }
        assertThat(distance(tangents[0], tangents[1])).isLessThan(1e-4);
        assertThat(distance(gradients[0], gradients[1])).isLessThan(1e-4);
    }

    /** An output layer without bias is beyond the fused executor, not beyond the tape; a sigmoid is beyond both. */
    @Test
    void tangentMethod_saysHowAndWhy() {
        assertThat(twoLayers(Activation.TANH).tape(1).tangentMethod()).startsWith("exact");
        assertThat(twoLayers(Activation.TANH).executorTape(1).tangentMethod()).contains("layer 1: no bias");
        assertThat(twoLayers(Activation.SIGMOID).tape(1).tangentMethod())
                .contains("central differences")
                .contains("layer 0: activation sigmoid");
    }

    @Test
    void differences_followWhatNoTangentPassCan() {
        Network network = twoLayers(Activation.SIGMOID);
        Tape tape = network.tape(ROWS);
        double[] theta = network.parameterValues();
        double[] d = normal(theta.length, "direction");
        double[] c = normal(ROWS * 3, "cotangent");
        double[] gradient = new double[theta.length];
        double[] tangents = new double[c.length];
        tape.bind(theta);
        tape.evaluate(new RandomRows(network.inputs(), ROWS, SEED), ROWS);
        tape.pullback(c, gradient);
        tape.tangent(d, tangents);
        double exact = dot(gradient, d);
        assertThat(dot(c, tangents)).isCloseTo(exact, within(2e-3 * Math.abs(exact)));
    }

    private static Network twoLayers(Activation activation) {
        Inputs inputs = Inputs.ofNumbers(4);
        return Network.of(
                new NeuralNetConfiguration.Builder()
                        .list(
                                new DenseLayer.Builder()
                                        .nOut(6)
                                        .activation(activation)
                                        .build(),
                                new DenseLayer.Builder()
                                        .nOut(3)
                                        .hasBias(false)
                                        .activation(Activation.IDENTITY)
                                        .build())
                        .setInputType(InputType.feedForward(4))
                        .build(),
                inputs,
                SEED);
    }

    private static double[] normal(int length, String name) {
        Rng rng = SEED.named(name).rng();
        double[] x = new double[length];
        for (int i = 0; i < length; i++) {
            x[i] = rng.gaussian();
        }
        return x;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double distance(double[] x, double[] y) {
        double[] gap = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            gap[i] = x[i] - y[i];
        }
        return Math.sqrt(dot(gap, gap) / dot(x, x));
    }

    @Test
    void evaluate_beyondItsRows_isRefused() {
        Network network = twoLayers(Activation.TANH);
        Tape tape = network.tape(2);
        assertThat(List.of(tape.maxRows(), tape.outputs())).containsExactly(2, 3);
        assertThatThrownBy(() -> tape.evaluate(new RandomRows(network.inputs(), 3, SEED), 3))
                .hasMessageContaining("rows of a batch (3)");
    }
}
