package org.sed4j.rl.network;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.sed4j.core.game.Require;

/**
 * The executor that asks DL4J: any layer, one thread, whole chunks of {@link #CHUNK} rows as tensors.
 *
 * <p>It works on a twin of the network's model that shares its parameters and ends in a dense layer where the model ends in an
 * output layer, since DL4J's output layers take labels, not cotangents.
 */
final class Dl4jExecutor implements Executor {
    /** Rows at a time, which bounds memory. Layers that look across a batch see one chunk. */
    static final int CHUNK = 8192;

    private final Network network;
    private final MultiLayerNetwork twin;
    private final Expansion expansion;
    private final int maxRows;
    private final INDArray input;
    private final float[] outputs;
    private final float[] cotangent;

    Dl4jExecutor(Network network, int maxRows) {
        this.network = network;
        this.maxRows = maxRows;
        this.twin = twin(network.model());
        int chunk = Math.min(maxRows, CHUNK);
        this.expansion = new Expansion(
                network.inputs(),
                Expansion.seesPlanes(network.model().getLayerWiseConfigurations(), network.inputs()),
                chunk);
        this.input = Nd4j.createUninitialized(DataType.FLOAT, expansion.shape(chunk), 'c');
        this.outputs = new float[chunk * network.outputs()];
        this.cotangent = new float[chunk * network.outputs()];
    }

    @Override
    public int maxRows() {
        return maxRows;
    }

    @Override
    public void evaluate(Rows rows, int count, float[] outputs) {
        requireRows(count, maxRows);
        for (int first = 0; first < count; first += CHUNK) {
            int chunk = Math.min(CHUNK, count - first);
            INDArray result = twin.output(input(rows, first, chunk), false);
            copy(result, outputs, first * network.outputs());
            result.close();
        }
    }

    @Override
    public void gradient(Rows rows, int count, OutputLoss loss, float[] gradient) {
        requireRows(count, maxRows);
        Arrays.fill(gradient, 0, network.parameterCount(), 0);
        for (int first = 0; first < count; first += CHUNK) {
            int chunk = Math.min(CHUNK, count - first);
            twin.setInput(input(rows, first, chunk));
            List<INDArray> activations = twin.feedForward(true, false);
            copy(activations.get(activations.size() - 1), outputs, 0);
            loss.differentiate(first, chunk, outputs, cotangent);
            INDArray error = Nd4j.createUninitialized(DataType.FLOAT, new long[] {chunk, network.outputs()}, 'c');
            error.data().asNioFloat().put(0, cotangent, 0, chunk * network.outputs());
            add(twin.backpropGradient(error, null).getFirst(), gradient);
        }
    }

    @Override
    public void tangent(Rows rows, int count, float[] direction, float[] tangents) {
        throw new UnsupportedOperationException("executor (DL4J) must be fused to differentiate along a direction."
                + "\nMaybe a layer is one that only DL4J knows: the network's description says which.");
    }

    private void add(Gradient of, float[] gradient) {
        INDArray flat = of.gradient();
        float[] values = flat.dup('c').data().asFloat();
        for (int i = 0; i < network.parameterCount(); i++) {
            gradient[i] += values[i];
        }
    }

    private INDArray input(Rows rows, int first, int count) {
        expansion.fill(rows, first, count, input.data().asNioFloat());
        return input.get(NDArrayIndex.interval(0, count));
    }

    private static void copy(INDArray from, float[] to, int offset) {
        INDArray ordered = from.ordering() == 'c' && !from.isView() ? from : from.dup('c');
        ordered.data().asNioFloat().get(0, to, offset, (int) ordered.length());
    }

    static void requireRows(int count, int maxRows) {
        Require.that(
                count >= 0 && count <= maxRows,
                "rows of a batch",
                count,
                "must lie in [0, " + maxRows + "]",
                "the executor was made for a smaller batch");
    }

    private static MultiLayerNetwork twin(MultiLayerNetwork model) {
        MultiLayerConfiguration layers = model.getLayerWiseConfigurations().clone();
        int last = layers.getConfs().size() - 1;
        if (layers.getConf(last).getLayer() instanceof OutputLayer output) {
            DenseLayer dense = new DenseLayer.Builder()
                    .nIn(output.getNIn())
                    .nOut(output.getNOut())
                    .hasBias(output.isHasBias())
                    .build();
            dense.setActivationFn(output.getActivationFn());
            dense.setIDropout(output.getIDropout());
            dense.setLayerName(output.getLayerName());
            layers.getConf(last).setLayer(dense);
        }
        MultiLayerNetwork twin = new MultiLayerNetwork(layers);
        twin.init(model.params(), false);
        twin.initGradientsView();
        return twin;
    }

    /**
     * Evaluates one row of zeros.
     *
     * @return how many outputs the network has
     * @throws IllegalArgumentException if it cannot be evaluated on that input
     */
    static int probe(MultiLayerNetwork model, Inputs inputs) {
        MultiLayerConfiguration layers = model.getLayerWiseConfigurations();
        boolean planes = Expansion.seesPlanes(layers, inputs);
        int given = planes ? inputs.planes() : inputs.length();
        if (layers.getConf(0).getLayer() instanceof FeedForwardLayer first) {
            Require.that(
                    first.getNIn() == given,
                    "width of the first layer",
                    first.getNIn(),
                    "must be the input's " + given + (planes ? " planes" : " columns"),
                    "the layers were made for another economy's observations");
        }
        INDArray result;
        try {
            result = model.output(Nd4j.zeros(DataType.FLOAT, new Expansion(inputs, planes, 1).shape(1)));
        } catch (RuntimeException refused) {
            throw new IllegalArgumentException(
                    "network (" + layers.getConfs().size() + " layers) must evaluate one row of " + inputs
                            + ".\nMaybe a layer takes sequences, or sizes do not follow from each other.",
                    refused);
        }
        Require.that(
                result.rank() == 2,
                "rank of the outputs",
                result.rank(),
                "must be 2, rows by outputs",
                "the last layer is not dense");
        return (int) result.size(1);
    }
}
