package org.sed4j.rl.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * The tape of layers that {@link Plan} can read: plain loops over doubles, made for a few dozen rows of small networks, where a
 * call of a matrix library costs more than the product.
 *
 * <p>Entries of rows that are zero are passed over: most one-hot codes, about half of a rectified layer. Derivatives are exact
 * (those of a rectifier at its kink are those from below).
 */
final class DoubleTape implements Tape {
    private static final double[] NOBODY = {};
    private static final double RELATIVE_STEP = 1e-5;

    private final Network network;
    private final int maxRows;
    /** Of the first layer, if it is dense. */
    private final CodeRuns runs;

    private final boolean planes;
    private final byte[] codes;
    private final float[] numbers;
    private final List<TapeLayer> layers = new ArrayList<>();
    /** By layer: its input as lists, and as dense slopes; the first layer's input never moves. */
    private final List<SparseRows> inputs = new ArrayList<>();

    private final double[] parameters;
    private boolean bound;
    private int rows;

    DoubleTape(Network network, Plan plan, int maxRows) {
        this.network = network;
        this.maxRows = maxRows;
        this.planes = plan.layers().get(0) instanceof Plan.Convolution;
        this.runs = CodeRuns.of(network.inputs());
        this.codes = new byte[maxRows * network.inputs().codes().cells()];
        this.numbers = new float[maxRows * network.inputs().numbers()];
        this.parameters = new double[network.parameterCount()];
        plan.layers().forEach(this::add);
    }

    private void add(Plan.Fused layer) {
        if (layer instanceof Plan.Dense dense) {
            CodeRuns seen = layers.isEmpty() ? runs : CodeRuns.none(dense.inputs());
            inputs.add(new SparseRows(maxRows, seen.columns()));
            layers.add(new DenseTapeLayer(dense, seen, maxRows));
        } else {
            Plan.Convolution convolution = (Plan.Convolution) layer;
            Window window = convolution.window();
            inputs.add(
                    new SparseRows(maxRows, window.in().planes() * window.in().cells()));
            layers.add(new ConvolutionTapeLayer(convolution, maxRows));
        }
    }

    @Override
    public int maxRows() {
        return maxRows;
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
    public void bind(double[] parameters) {
        if (bound && Arrays.equals(parameters, this.parameters)) {
            return; // comparing them takes a fraction of turning them
        }
        bound = true;
        System.arraycopy(parameters, 0, this.parameters, 0, this.parameters.length);
        for (TapeLayer layer : layers) {
            layer.bind(this.parameters);
        }
    }

    @Override
    public double[] evaluate(Rows source, int count) {
        Require.that(
                count >= 0 && count <= maxRows,
                "rows of a batch",
                count,
                "must lie in [0, " + maxRows + "]",
                "the tape was made for a smaller batch");
        rows = count;
        source.fill(0, count, codes, numbers);
        Inputs kind = network.inputs();
        Expansion.requireKinds(codes, count * kind.codes().cells(), kind.codes().kinds());
        if (planes) {
            inputs.get(0).takePlanes(kind, codes, numbers, count);
        } else {
            inputs.get(0).takeRuns(runs, kind, codes, numbers, count);
        }
        for (int i = 0; i < layers.size(); i++) {
            if (i > 0) {
                inputs.get(i).take(layers.get(i - 1).values, count, layers.get(i - 1).width);
            }
            layers.get(i).forward(inputs.get(i), count);
        }
        return last().values;
    }

    @Override
    public void pullback(double[] cotangents, double[] gradient) {
        System.arraycopy(cotangents, 0, last().slopes, 0, rows * last().width);
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).backward(inputs.get(i), rows, i == 0 ? NOBODY : layers.get(i - 1).slopes, gradient);
        }
    }

    @Override
    public void tangent(double[] direction, double[] tangents) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).bindDirection(direction);
            layers.get(i).tangent(inputs.get(i), rows, i == 0 ? NOBODY : layers.get(i - 1).slopes);
        }
        System.arraycopy(last().slopes, 0, tangents, 0, rows * last().width);
    }

    @Override
    public double relativeStep() {
        return RELATIVE_STEP;
    }

    @Override
    public String tangentMethod() {
        return "exact, by one tangent pass in double precision";
    }

    private TapeLayer last() {
        return layers.get(layers.size() - 1);
    }
}
