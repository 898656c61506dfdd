package org.sed4j.rl.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Crew;

/**
 * The executor for layers that {@link Plan} knows: OpenBLAS for matrix products, one loop over arrays in cache for the rest of
 * a layer, on the memory that DL4J's model holds its parameters in.
 *
 * <p>A batch is cut into chunks whose working memory fits a core's cache, and chunks into at most {@link #LANES} lanes. Both
 * depend on the network and the batch alone.
 */
final class FusedExecutor implements Executor {
    /** Shares that a gradient is summed in: more than the cores that a crew has as a rule, few enough to add up fast. */
    static final int LANES = 16;

    /** Floats that one thread works on at a time: two megabytes, less than which makes products with wide weights slow. */
    private static final int CHUNK_FLOATS = 1 << 19;

    /** Rows that narrow networks work on at a time, so that a layer stays in the second cache. */
    private static final int MOST_ROWS = 256;

    private final Network network; // keeps the parameters' memory
    private final Crew crew;
    private final int maxRows;
    private final int chunk;
    private final int outputs;
    private final List<Stage> stages;
    private final Workers workers;
    private final IntConsumer evaluateChunk = this::evaluateChunk;
    private final IntConsumer followChunk = this::followChunk;
    private final IntConsumer differentiateLane = this::differentiateLane;
    private List<Lane> lanes = List.of();
    private int open;
    private @Nullable Block direction;

    // the batch at hand
    private int count;
    private Rows rows = (first, howMany, codes, numbers) -> {};

    // the part of it that is looked at together: from a row on, so many, and as passes are fed with it
    private int from;
    private int part;
    private Rows looked = rows;
    private float[] result = {};
    private @Nullable OutputLoss loss;

    FusedExecutor(Network network, Plan plan, Parameters parameters, Crew crew, int maxRows) {
        this.network = network;
        this.crew = crew;
        this.maxRows = maxRows;
        this.outputs = network.outputs();
        this.chunk = Math.min(maxRows, chunk(plan));
        this.stages = stages(plan, network.inputs(), parameters, chunk);
        this.workers = new Workers(crew.threads(), network.inputs(), stages, chunk);
    }

    private static int chunk(Plan plan) {
        long perRow = 0;
        for (Plan.Fused layer : plan.layers()) {
            perRow += 4L * layer.width();
            if (layer instanceof Plan.Convolution convolution) {
                perRow += (long) convolution.window().taps()
                        * convolution.window().positions();
            }
        }
        int fitting = (int) Math.min(MOST_ROWS, CHUNK_FLOATS / perRow);
        return Math.max(8, fitting / 8 * 8);
    }

    private static List<Stage> stages(Plan plan, Inputs inputs, Parameters parameters, int chunk) {
        List<Stage> stages = new ArrayList<>();
        for (Plan.Fused layer : plan.layers()) {
            boolean first = stages.isEmpty();
            boolean last = stages.size() == plan.layers().size() - 1;
            if (layer instanceof Plan.Convolution convolution) {
                stages.add(new ConvolutionStage(convolution, inputs, parameters, chunk));
            } else if (layer instanceof Plan.Dense dense) {
                stages.add(
                        first && inputs.codes().cells() > 0
                                ? new CodesStage(dense, inputs, parameters, chunk)
                                : new DenseStage(dense, last, parameters, chunk));
            }
        }
        return List.copyOf(stages);
    }

    @Override
    public int maxRows() {
        return maxRows;
    }

    @Override
    public void evaluate(Rows rows, int count, float[] outputs) {
        begin(rows, count, outputs, count * this.outputs, "outputs");
        for (int first = 0; first < count; first += part) {
            look(first, false);
            crew.run(chunks(), evaluateChunk);
        }
    }

    private void look(int first, boolean alongDirection) {
        Stage stage = stages.get(0);
        from = first;
        part = Math.min(stage.mostRows(), count - first);
        looked = stage.look(rows, first, part, alongDirection, crew);
    }

    private void evaluateChunk(int number) {
        Worker worker = workers.take();
        try {
            int first = number * chunk;
            int howMany = Math.min(chunk, part - first);
            worker.forward(looked, first, howMany);
            System.arraycopy(worker.outputs(), 0, result, (from + first) * outputs, howMany * outputs);
        } finally {
            workers.giveBack(worker);
        }
    }

    @Override
    public void gradient(Rows rows, int count, OutputLoss loss, float[] gradient) {
        begin(rows, count, gradient, network.parameterCount(), "gradient");
        open();
        this.loss = loss;
        int first = 0;
        do { // once for no rows, too: their gradient is zero
            look(first, false);
            crew.run(lanesInUse(), differentiateLane);
            stages.get(0).gather(crew);
            first += part;
        } while (first < count);
        for (int lane = 1; lane < open; lane++) {
            lanes.get(0).add(lanes.get(lane));
        }
        lanes.get(0).copyTo(gradient);
        stages.get(0).collect(lanes.get(0), gradient, crew);
    }

    private int lanesInUse() {
        return Math.max(1, Math.min(LANES, chunks()));
    }

    private void differentiateLane(int number) {
        Lane lane = lanes.get(number);
        if (from == 0) {
            lane.clear();
        }
        Worker worker = workers.take();
        try {
            int used = lanesInUse();
            int end = (int) ((long) chunks() * (number + 1) / used);
            for (int c = (int) ((long) chunks() * number / used); c < end; c++) {
                int first = c * chunk;
                int howMany = Math.min(chunk, part - first);
                worker.forward(looked, first, howMany);
                if (loss != null) {
                    loss.differentiate(from + first, howMany, worker.outputs(), worker.cotangent());
                }
                worker.backward(howMany, lane);
            }
        } finally {
            workers.giveBack(worker);
        }
    }

    @Override
    public void tangent(Rows rows, int count, float[] direction, float[] tangents) {
        begin(rows, count, tangents, count * outputs, "tangents");
        int parameters = network.parameterCount();
        requireLength(direction, parameters, "direction");
        Block outside = this.direction;
        if (outside == null) {
            outside = new Block(parameters);
            this.direction = outside;
        }
        outside.floats.put(0, direction, 0, parameters);
        for (Stage stage : stages) {
            stage.prepareDirection(outside, Math.min(chunk, count));
        }
        for (int first = 0; first < count; first += part) {
            look(first, true);
            crew.run(chunks(), followChunk);
        }
    }

    private void followChunk(int number) {
        Worker worker = workers.take();
        try {
            int first = number * chunk;
            int howMany = Math.min(chunk, part - first);
            worker.forward(looked, first, howMany);
            worker.tangent(howMany);
            System.arraycopy(worker.cotangent(), 0, result, (from + first) * outputs, howMany * outputs);
        } finally {
            workers.giveBack(worker);
        }
    }

    private void begin(Rows rows, int count, float[] result, int needed, String name) {
        Dl4jExecutor.requireRows(count, maxRows);
        requireLength(result, needed, name);
        this.rows = rows;
        this.count = count;
        this.result = result;
        for (Stage stage : stages) {
            stage.prepare(Math.min(chunk, count));
        }
    }

    private static void requireLength(float[] array, int needed, String name) {
        int length = array.length;
        Require.that(
                length >= needed,
                "length of " + name,
                length,
                "must be at least " + needed,
                "it is of another network");
    }

    /** Begins a gradient, in as many lanes as the first part of the batch has, and takes memory for it the first time. */
    private void open() {
        Stage first = stages.get(0);
        if (lanes.isEmpty()) {
            List<Lane> made = new ArrayList<>();
            for (int number = 0; number < LANES; number++) {
                made.add(new Lane(first.apart(), network.parameterCount(), first.extra()));
            }
            lanes = List.copyOf(made);
        }
        part = Math.min(first.mostRows(), count);
        open = lanesInUse();
        first.open();
    }

    private int chunks() {
        return (part + chunk - 1) / chunk;
    }
}
