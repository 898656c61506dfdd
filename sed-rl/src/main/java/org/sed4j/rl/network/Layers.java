package org.sed4j.rl.network;

import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.run.Seed;

/**
 * The layers of a network that is yet to be made: a DL4J configuration, for rooms that do not know DL4J.
 *
 * @param configuration copied whenever a network is made
 * @param single whether tapes of the network compute in single precision, see {@link Network#withSingleTapes}
 */
public record Layers(MultiLayerConfiguration configuration, boolean single) {

    /** Layers whose tapes compute in double precision. */
    public Layers(MultiLayerConfiguration configuration) {
        this(configuration, false);
    }

    /** The same layers, with tapes in single precision. */
    public Layers inSingle() {
        return new Layers(configuration, true);
    }

    /** A network of these layers. */
    public Network network(Inputs inputs, Seed seed) {
        Network network = Network.of(configuration, inputs, seed);
        return single ? network.withSingleTapes() : network;
    }

    /**
     * Rectified dense layers and a last one without activation; weights uniform after Glorot and Bengio, biases 0: what paper
     * 004's published code uses.
     *
     * @param lastBias whether the last layer has a bias
     */
    public static Layers dense(Inputs inputs, List<Integer> hidden, int outputs, boolean lastBias) {
        NeuralNetConfiguration.ListBuilder layers = builder();
        add(layers, hidden, outputs, lastBias);
        return new Layers(
                layers.setInputType(InputType.feedForward(inputs.length())).build());
    }

    /** The same after one rectified convolution of stride 1 that keeps the number of cells. */
    public static Layers convolutional(
            Inputs inputs, int filters, int kernel, List<Integer> hidden, int outputs, boolean lastBias) {
        NeuralNetConfiguration.ListBuilder layers = builder();
        layers.layer(new ConvolutionLayer.Builder(kernel, kernel)
                .stride(1, 1)
                .convolutionMode(ConvolutionMode.Same)
                .nOut(filters)
                .activation(Activation.RELU)
                .build());
        add(layers, hidden, outputs, lastBias);
        return new Layers(layers.setInputType(InputType.convolutional(
                        inputs.codes().height(), inputs.codes().width(), inputs.planes()))
                .build());
    }

    /** Dense tanh layers with orthogonal weights, and heads on the last one without activation: see {@link Architectures}. */
    public static Layers tanh(Inputs inputs, List<Integer> hidden, Heads heads) {
        return new Layers(Architectures.mlp(inputs, hidden, Activation.TANH, heads));
    }

    private static NeuralNetConfiguration.ListBuilder builder() {
        return new NeuralNetConfiguration.Builder()
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .list();
    }

    private static void add(
            NeuralNetConfiguration.ListBuilder layers, List<Integer> hidden, int outputs, boolean lastBias) {
        for (int width : hidden) {
            layers.layer(new DenseLayer.Builder()
                    .nOut(width)
                    .activation(Activation.RELU)
                    .build());
        }
        layers.layer(new DenseLayer.Builder()
                .nOut(outputs)
                .hasBias(lastBias)
                .activation(Activation.IDENTITY)
                .build());
    }
}
