package org.sed4j.rl.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.sed4j.core.game.Require;

/**
 * The tape of dense layers in single precision: the first sums columns of weights that entries of a row pick, the others are
 * OpenBLAS products, as in the {@link FusedExecutor}. Parameters, cotangents, gradients and tangents stay double at its edge, so
 * that learners keep the sums of small steps.
 *
 * <p>What it costs: outputs and derivatives are within 3e-6 of the greatest among them of those in doubles in tests; central
 * differences along a direction are coarser still, and not meant to be taken of it. Derivatives are of the function that it evaluates, exact but for rounding.
 */
final class SingleTape implements Tape {
    private static final double RELATIVE_STEP =
            1e-3; // as of the executor's tape: the best of a sweep in single precision

    private final Network network;
    private final int maxRows;
    private final CodeRuns runs;
    private final SparseRows entries;
    private final byte[] codes;
    private final float[] numbers;
    private final SingleFirst first;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Pass> passes = new ArrayList<>();
    private final Pass last;

    /** All but the first layer's parameters lie from here on. */
    private final int tail;

    private final int count;
    private final Parameters narrow;
    private final Block narrowDirection;
    private final Lane lane;
    private final float[] floats;
    private final double[] outputs;
    private int rows;

    /** Whether it can stand for a plan. */
    static boolean runs(Plan plan) {
        return plan.fused()
                && plan.layers().size() > 1
                && plan.layers().stream().allMatch(layer -> layer instanceof Plan.Dense);
    }

    SingleTape(Network network, Plan plan, int maxRows) {
        this.network = network;
        this.maxRows = maxRows;
        Inputs inputs = network.inputs();
        this.runs = CodeRuns.of(inputs);
        this.entries = new SparseRows(maxRows, runs.columns());
        this.codes = new byte[maxRows * inputs.codes().cells()];
        this.numbers = new float[maxRows * inputs.numbers()];
        this.count = network.parameterCount();
        INDArray own = Nd4j.zeros(DataType.FLOAT, count);
        this.narrow = new Parameters(own);
        this.narrowDirection = new Block(count);
        this.first = new SingleFirst((Plan.Dense) plan.layers().get(0), runs, entries, maxRows);
        Feed nothing = new Feed(Inputs.ofNumbers(1), 1, false);
        Pass before = first;
        int from = count;
        for (int i = 1; i < plan.layers().size(); i++) {
            Plan.Dense layer = (Plan.Dense) plan.layers().get(i);
            Stage stage = new DenseStage(layer, i == plan.layers().size() - 1, narrow, maxRows);
            stages.add(stage);
            before = stage.pass(before, nothing, maxRows);
            passes.add(before);
            from = Math.min(from, Math.min(layer.weights(), layer.bias()));
        }
        this.last = before;
        this.tail = from;
        this.lane = new Lane(tail, count, 0);
        this.floats = new float[count - tail];
        this.outputs = new double[maxRows * network.outputs()];
    }

    @Override
    public int maxRows() {
        return maxRows;
    }

    @Override
    public int parameterCount() {
        return count;
    }

    @Override
    public int outputs() {
        return network.outputs();
    }

    @Override
    public void bind(double[] values) {
        first.bind(values);
        narrow(values);
        narrow.floats().put(tail, floats, 0, floats.length);
        for (Stage stage : stages) {
            stage.prepare(maxRows);
        }
    }

    private void narrow(double[] wide) {
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) wide[tail + i];
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
        entries.takeRuns(runs, kind, codes, numbers, count);
        first.forward(count);
        for (Pass pass : passes) {
            pass.forward(count);
        }
        widen(last.values, outputs);
        return outputs;
    }

    private void widen(float[] from, double[] to) {
        for (int i = 0; i < rows * network.outputs(); i++) {
            to[i] = from[i];
        }
    }

    @Override
    public void pullback(double[] cotangents, double[] gradient) {
        for (int i = 0; i < rows * network.outputs(); i++) {
            last.slopes[i] = (float) cotangents[i];
        }
        lane.clear();
        for (int i = passes.size() - 1; i >= 0; i--) {
            passes.get(i).backward(rows, lane);
        }
        first.backward(rows, lane);
        first.collect(gradient);
        lane.copyTo(floats, tail);
        for (int i = 0; i < floats.length; i++) {
            gradient[tail + i] += floats[i];
        }
    }

    @Override
    public void tangent(double[] direction, double[] tangents) {
        first.bindDirection(direction);
        narrow(direction);
        narrowDirection.floats.put(tail, floats, 0, floats.length);
        for (Stage stage : stages) {
            stage.prepareDirection(narrowDirection, maxRows);
        }
        first.tangent(rows);
        for (Pass pass : passes) {
            pass.tangent(rows);
        }
        widen(last.slopes, tangents);
    }

    @Override
    public double relativeStep() {
        return RELATIVE_STEP;
    }

    @Override
    public String tangentMethod() {
        return "exact, by one tangent pass in single precision";
    }
}
