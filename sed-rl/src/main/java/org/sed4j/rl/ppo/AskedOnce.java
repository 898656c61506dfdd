package org.sed4j.rl.ppo;

import java.util.Arrays;
import org.sed4j.core.run.Crew;
import org.sed4j.rl.network.Adam;
import org.sed4j.rl.network.Executor;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.network.OutputLoss;
import org.sed4j.rl.network.Rows;

/**
 * A network that is asked once about equal rows of a batch, with the Adam that moves it.
 *
 * <p>Slopes of equal rows are added up, in doubles, before they are pulled back through the network.
 */
final class AskedOnce {
    private final Network network;
    private final Adam adam;
    private final Executor executor;
    private final DistinctRows rows;
    private final int width;
    private final float[] outputs;
    private final double[] slopes;
    private final float[] gradient;

    AskedOnce(Network network, Adam adam, Crew crew, int maxRows) {
        this.network = network;
        this.adam = adam;
        this.executor = network.executor(crew, maxRows);
        this.rows = new DistinctRows(network.inputs(), maxRows);
        this.width = network.outputs();
        this.outputs = new float[maxRows * width];
        this.slopes = new double[maxRows * width];
        this.gradient = new float[network.parameterCount()];
    }

    AskedOnce copy(Crew crew, int maxRows) {
        return new AskedOnce(network.copy(), adam.copy(), crew, maxRows);
    }

    Network network() {
        return network;
    }

    Adam adam() {
        return adam;
    }

    int parameters() {
        return gradient.length;
    }

    /** Asks about rows as they are, equal or not. */
    void evaluate(Rows all, int count, float[] into) {
        executor.evaluate(all, count, into);
    }

    /** Takes up a batch, rows of {@code numbersOfRow} numbers of which the network sees the first. */
    void look(byte[] codes, float[] numbers, int numbersOfRow, int count) {
        rows.take(codes, numbers, numbersOfRow, count);
    }

    /** How many rows of the batch differ. */
    int different() {
        return rows.count();
    }

    /** Asks about the different rows. */
    void ask() {
        executor.evaluate(rows.rows(), rows.count(), outputs);
    }

    /** Copies what was answered about row {@code i} of the batch. */
    void answer(int i, float[] into, int at) {
        System.arraycopy(outputs, rows.of(i) * width, into, at, width);
    }

    /**
     * Takes the gradient of a loss from its slopes by the answers, row by row of the batch.
     *
     * @param from slopes, those of row i from {@code i * stride + first} on
     */
    void pull(float[] from, int stride, int first, int count) {
        Arrays.fill(slopes, 0, rows.count() * width, 0);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < width; j++) {
                slopes[rows.of(i) * width + j] += from[i * stride + first + j];
            }
        }
        executor.gradient(
                rows.rows(),
                rows.count(),
                (begin, howMany, ignored, cotangent) -> {
                    for (int j = 0; j < howMany * width; j++) {
                        cotangent[j] = (float) slopes[begin * width + j];
                    }
                },
                gradient);
    }

    /** Takes the gradient of a loss over all rows, equal or not: one pass forward serves answers and slopes. */
    void pullAll(Rows all, int count, OutputLoss loss) {
        executor.gradient(all, count, loss, gradient);
    }

    /** Copies the gradient. */
    void gradient(float[] into, int at) {
        System.arraycopy(gradient, 0, into, at, gradient.length);
    }

    /** One step against a gradient, which stands in {@code of} from index {@code at} on. */
    void descend(float[] of, int at, double learningRate) {
        System.arraycopy(of, at, gradient, 0, gradient.length);
        adam.step(network.parameters(), gradient, learningRate);
    }

    /** Copies the parameters. */
    void parameters(float[] into, int at) {
        network.parameters().get(0, into, at, gradient.length);
    }
}
