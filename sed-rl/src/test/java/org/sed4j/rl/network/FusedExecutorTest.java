package org.sed4j.rl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class FusedExecutorTest {
    /** The bound for gradients in float, relative to the gradient's norm. */
    private static final double RELATIVE = 1e-4;

    /** Rounding of outputs around 1, divided by the step 2^-8. */
    private static final double SLOPE = 1e-3;

    /** Differences over five points: error of the fourth order. */
    private static final int[] STEPS = {-2, -1, 1, 2};

    private static final double[] COEFFICIENTS = {1.0 / 12, -2.0 / 3, 2.0 / 3, -1.0 / 12};

    /** A few units in the last place of sums of some hundred terms, and the rational tanh. */
    private static final float OUTPUT = 3e-6f;

    /** Odd sizes: one row, a few, not a multiple of any chunk, several chunks and lanes. */
    private static final int[] BATCHES = {1, 7, 67, 1031};

    static Stream<Arguments> architecturesAndBatches() {
        return Architecture.all().flatMap(a -> Arrays.stream(BATCHES).mapToObj(n -> Arguments.of(a, n)));
    }

    static Stream<Architecture> architectures() {
        return Architecture.all();
    }

    @ParameterizedTest
    @MethodSource("architecturesAndBatches")
    void outputsAndGradient_areDl4js(Architecture architecture, int count) {
        Network network = architecture.network(1);
        assertThat(network.describe()).contains("executor: fused");
        RandomRows rows = new RandomRows(architecture.inputs(), count, Seed.of(2));
        QuadraticLoss loss = new QuadraticLoss(count, network.outputs(), Seed.of(3));
        try (Crew crew = Crew.of(1)) {
            Executor fused = network.executor(crew, count);
            Executor dl4j = new Dl4jExecutor(network, count);
            float[] y = new float[count * network.outputs()];
            float[] expected = new float[y.length];
            fused.evaluate(rows, count, y);
            dl4j.evaluate(rows, count, expected);
            assertThat(y).containsExactly(expected, within(OUTPUT));

            float[] gradient = new float[network.parameterCount()];
            float[] expectedGradient = new float[gradient.length];
            fused.gradient(rows, count, loss, gradient);
            dl4j.gradient(rows, count, loss, expectedGradient);
            assertThat(distance(gradient, expectedGradient)).isLessThan(RELATIVE * norm(expectedGradient));
        }
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void gradient_isTheSlopeOfTheLoss(Architecture architecture) {
        int count = 7;
        Network network = architecture.network(4);
        keepFromKinks(network);
        RandomRows rows = new RandomRows(architecture.inputs(), count, Seed.of(5));
        QuadraticLoss loss = new QuadraticLoss(count, network.outputs(), Seed.of(6));
        float[] gradient = new float[network.parameterCount()];
        float[] slopes = new float[gradient.length];
        try (Crew crew = Crew.of(1)) {
            Executor fused = network.executor(crew, count);
            fused.gradient(rows, count, loss, gradient);
            float[] y = new float[count * network.outputs()];
            for (int k = 0; k < slopes.length; k++) {
                slopes[k] = (float) slope(network, fused, rows, count, loss, k, y);
            }
        }
        assertThat(distance(gradient, slopes)).isLessThan(RELATIVE * norm(slopes));
    }

    /** Puts the sums of rectifiers far to either side of zero, where finite differences mean something. */
    private static void keepFromKinks(Network network) {
        var layers = network.model().getLayerWiseConfigurations();
        for (int i = 0; i < layers.getConfs().size(); i++) {
            IActivation activation = ((BaseLayer) layers.getConf(i).getLayer()).getActivationFn();
            if (activation instanceof ActivationReLU || activation instanceof ActivationLReLU) {
                network.model().getParam(i + "_W").muli(0.2);
                INDArray bias = network.model().getParam(i + "_b");
                for (int j = 0; j < bias.length(); j++) {
                    bias.putScalar(j, j % 2 == 0 ? 2 : -2);
                }
            }
        }
    }

    private static double slope(
            Network network, Executor executor, Rows rows, int count, QuadraticLoss loss, int k, float[] y) {
        float at = network.parameters().get(k);
        float h = 0x1p-7f;
        double slope = 0;
        for (int s = 0; s < STEPS.length; s++) {
            network.parameters().put(k, at + STEPS[s] * h);
            executor.evaluate(rows, count, y);
            slope += COEFFICIENTS[s] * loss.value(y, count) / h;
        }
        network.parameters().put(k, at);
        return slope;
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void results_doNotDependOnThreads(Architecture architecture) {
        int count = 1500;
        Network network = architecture.network(7);
        RandomRows rows = new RandomRows(architecture.inputs(), count, Seed.of(8));
        QuadraticLoss loss = new QuadraticLoss(count, network.outputs(), Seed.of(9));
        float[][] outputs = new float[3][count * network.outputs()];
        float[][] gradients = new float[3][network.parameterCount()];
        for (int threads = 1; threads <= 3; threads++) {
            try (Crew crew = Crew.of(threads)) {
                Executor executor = network.executor(crew, count);
                for (int repeat = 0; repeat < 3; repeat++) {
                    executor.evaluate(rows, count, outputs[threads - 1]);
                    executor.gradient(rows, count, loss, gradients[threads - 1]);
                }
            }
        }
        assertThat(outputs[1]).isEqualTo(outputs[0]);
        assertThat(outputs[2]).isEqualTo(outputs[0]);
        assertThat(gradients[1]).isEqualTo(gradients[0]);
        assertThat(gradients[2]).isEqualTo(gradients[0]);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void tangent_isTheAdjointOfTheGradient(Architecture architecture) {
        int count = 67;
        Network network = architecture.network(10);
        int outputs = network.outputs();
        RandomRows rows = new RandomRows(architecture.inputs(), count, Seed.of(11));
        float[] direction = gaussian(network.parameterCount(), Seed.of(12));
        float[] cotangent = gaussian(count * outputs, Seed.of(13));
        float[] gradient = new float[direction.length];
        float[] tangents = new float[cotangent.length];
        try (Crew crew = Crew.of(2)) {
            Executor executor = network.executor(crew, count);
            executor.tangent(rows, count, direction, tangents);
            executor.gradient(
                    rows,
                    count,
                    (first, n, y, d) -> System.arraycopy(cotangent, first * outputs, d, 0, n * outputs),
                    gradient);
        }
        // <cotangent, J direction> = <Jᵀ cotangent, direction>, for any linear J
        assertThat(dot(cotangent, tangents))
                .isCloseTo(dot(gradient, direction), within(RELATIVE * norm(gradient) * norm(direction)));
        assertThat(norm(tangents)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void tangent_isTheSlopeOfTheOutputs(Architecture architecture) {
        int count = 5;
        Network network = architecture.network(14);
        keepFromKinks(network);
        RandomRows rows = new RandomRows(architecture.inputs(), count, Seed.of(15));
        float[] start = new float[network.parameterCount()];
        network.parameters().get(0, start);
        float[] direction = gaussian(start.length, Seed.of(16));
        float[] tangents = new float[count * network.outputs()];
        float[] slopes = new float[tangents.length];
        float[] y = new float[tangents.length];
        try (Crew crew = Crew.of(1)) {
            Executor executor = network.executor(crew, count);
            executor.tangent(rows, count, direction, tangents);
            for (int s = 0; s < STEPS.length; s++) {
                for (int k = 0; k < start.length; k++) {
                    network.parameters().put(k, start[k] + STEPS[s] * 0x1p-8f * direction[k]);
                }
                executor.evaluate(rows, count, y);
                for (int i = 0; i < y.length; i++) {
                    slopes[i] += (float) (COEFFICIENTS[s] * y[i] / 0x1p-8);
                }
            }
        }
        assertThat(distance(tangents, slopes)).isLessThan(SLOPE * norm(slopes));
    }

    private static float[] gaussian(int length, Seed seed) {
        Rng rng = seed.rng();
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) rng.gaussian();
        }
        return values;
    }

    private static double dot(float[] x, float[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (double) x[i] * y[i];
        }
        return sum;
    }

    @Test
    void executor_seesEveryChangeOfTheParameters() {
        for (Architecture architecture : Architecture.all().toList()) {
            Network network = architecture.network(1);
            RandomRows rows = new RandomRows(architecture.inputs(), 5, Seed.of(2));
            float[] before = new float[5 * network.outputs()];
            float[] after = new float[before.length];
            float[] expected = new float[before.length];
            try (Crew crew = Crew.of(1)) {
                Executor executor = network.executor(crew, 5);
                executor.evaluate(rows, 5, before);
                Rng rng = Seed.of(3).rng();
                for (int k = 0; k < network.parameterCount(); k++) {
                    network.parameters().put(k, (float) rng.gaussian() / 3);
                }
                executor.evaluate(rows, 5, after);
                new Dl4jExecutor(network, 5).evaluate(rows, 5, expected);
            }
            assertThat(after).isNotEqualTo(before).containsExactly(expected, within(10 * OUTPUT));
        }
    }

    @Test
    void code_thatIsNoneOfTheKinds_isRefused() {
        Network network = Architecture.all().toList().get(1).network(1);
        float[] outputs = new float[network.outputs()];
        try (Crew crew = Crew.of(1)) {
            Executor executor = network.executor(crew, 1);
            for (byte wrong : new byte[] {4, -1, 127, -128}) {
                assertThatThrownBy(() -> executor.evaluate((first, n, codes, numbers) -> codes[3] = wrong, 1, outputs))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("code of a cell (" + wrong + ") must lie in [0, 3]");
            }
            executor.evaluate((first, n, codes, numbers) -> codes[3] = 3, 1, outputs); // still usable
        }
    }

    @Test
    void batch_largerThanTheExecutor_isRefused() {
        Network network = Architecture.all().toList().get(0).network(1);
        try (Crew crew = Crew.of(1)) {
            Executor executor = network.executor(crew, 8);
            float[] outputs = new float[9 * network.outputs()];
            assertThatThrownBy(() -> executor.evaluate((first, n, codes, numbers) -> {}, 9, outputs))
                    .hasMessageContaining("rows of a batch (9) must lie in [0, 8]");
            assertThatThrownBy(() -> executor.evaluate((first, n, codes, numbers) -> {}, 8, new float[39]))
                    .hasMessageContaining("length of outputs (39) must be at least 40");
            executor.evaluate((first, n, codes, numbers) -> {}, 0, outputs);
        }
    }

    static double norm(float[] x) {
        return distance(x, new float[x.length]);
    }

    static double distance(float[] x, float[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += ((double) x[i] - y[i]) * ((double) x[i] - y[i]);
        }
        return Math.sqrt(sum);
    }
}
