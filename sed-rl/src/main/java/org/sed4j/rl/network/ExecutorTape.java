package org.sed4j.rl.network;

import java.nio.FloatBuffer;

/**
 * The tape of any network, through its executor: floats inside, and central differences where the executor has no tangents.
 *
 * <p>The step of the differences is relative to the size of the parameters along the direction: h = 1e-3 · max(1, ‖θ‖) / ‖d‖,
 * the best of a sweep in single precision.
 *
 * @paper 004, section 3.2 (the derivative through the inner update)
 */
final class ExecutorTape implements Tape {
    private static final double RELATIVE_STEP = 1e-3;

    private final Network network;
    private final Executor executor;
    private final String reason;
    private final double[] parameters;
    private final float[] single;
    private final float[] outputs;
    private final float[] others;
    private final double[] wide;
    private Rows rows = (first, count, codes, numbers) -> {};
    private int count;

    /**
     * @param network a copy of its own, whose parameters it overwrites
     * @param reason why there are no tangents, or empty if the executor has them
     */
    ExecutorTape(Network network, Executor executor, String reason) {
        this.network = network;
        this.executor = executor;
        this.reason = reason;
        this.parameters = new double[network.parameterCount()];
        this.single = new float[parameters.length];
        this.outputs = new float[executor.maxRows() * network.outputs()];
        this.others = new float[outputs.length];
        this.wide = new double[outputs.length];
    }

    @Override
    public int maxRows() {
        return executor.maxRows();
    }

    @Override
    public int parameterCount() {
        return parameters.length;
    }

    @Override
    public int outputs() {
        return network.outputs();
    }

    @Override
    public void bind(double[] values) {
        System.arraycopy(values, 0, parameters, 0, parameters.length);
        write(0, parameters);
    }

    /** The network's parameters become θ + h · direction. */
    private void write(double h, double[] direction) {
        FloatBuffer live = network.parameters();
        for (int i = 0; i < parameters.length; i++) {
            live.put(i, (float) (parameters[i] + h * direction[i]));
        }
    }

    @Override
    public double[] evaluate(Rows source, int howMany) {
        rows = source;
        count = howMany;
        executor.evaluate(source, howMany, outputs);
        for (int i = 0; i < howMany * network.outputs(); i++) {
            wide[i] = outputs[i];
        }
        return wide;
    }

    @Override
    public void pullback(double[] cotangents, double[] gradient) {
        int width = network.outputs();
        executor.gradient(
                rows,
                count,
                (first, howMany, given, cotangent) -> {
                    for (int i = 0; i < howMany * width; i++) {
                        cotangent[i] = (float) cotangents[first * width + i];
                    }
                },
                single);
        for (int i = 0; i < single.length; i++) {
            gradient[i] += single[i];
        }
    }

    @Override
    public void tangent(double[] direction, double[] tangents) {
        int length = count * network.outputs();
        if (reason.isEmpty()) {
            for (int i = 0; i < single.length; i++) {
                single[i] = (float) direction[i];
            }
            executor.tangent(rows, count, single, outputs);
            for (int i = 0; i < length; i++) {
                tangents[i] = outputs[i];
            }
            return;
        }
        double size = norm(direction);
        double h = size == 0 ? 1 : RELATIVE_STEP * Math.max(1, norm(parameters)) / size;
        write(h, direction);
        executor.evaluate(rows, count, outputs);
        write(-h, direction);
        executor.evaluate(rows, count, others);
        write(0, direction);
        for (int i = 0; i < length; i++) {
            tangents[i] = ((double) outputs[i] - others[i]) / (2 * h);
        }
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }

    @Override
    public double relativeStep() {
        return RELATIVE_STEP;
    }

    @Override
    public String tangentMethod() {
        return reason.isEmpty()
                ? "exact, by one tangent pass in single precision"
                : "central differences in single precision, because DL4J runs the network (" + reason + ")";
    }
}
