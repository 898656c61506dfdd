package org.sed4j.rl.network;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;

/** A small network of each kind that the fused executor accepts, with odd sizes. */
record Architecture(String name, Inputs inputs, MultiLayerConfiguration layers) {
    private static final Inputs NUMBERS = Inputs.ofNumbers(7);
    private static final Inputs CODES = new Inputs(new Spaces.Grid(3, 5, 4), 0);
    private static final Inputs BOTH = new Inputs(new Spaces.Grid(3, 5, 4), 3);
    private static final Inputs VIEW = new Inputs(new Spaces.Grid(6, 7, 3), 0);
    private static final Inputs VIEW_AND_NUMBERS = new Inputs(new Spaces.Grid(6, 7, 3), 2);

    static Stream<Architecture> all() {
        return Stream.of(
                dense("dense on numbers, tanh", NUMBERS, Activation.TANH),
                dense("dense on codes, tanh", CODES, Activation.TANH),
                dense("dense on codes and numbers, tanh", BOTH, Activation.TANH),
                dense("dense, relu", BOTH, Activation.RELU),
                dense("dense, leaky relu", NUMBERS, Activation.LEAKYRELU),
                dense("dense, identity", BOTH, Activation.IDENTITY),
                dense("dense, softmax inside", NUMBERS, Activation.SOFTMAX),
                list("one layer on codes", BOTH, head(4, Activation.IDENTITY)),
                list("softmax head", BOTH, hidden(9, Activation.TANH), head(4, Activation.SOFTMAX)),
                list("output layer last", BOTH, hidden(9, Activation.TANH), labelled(3)),
                list("one output", NUMBERS, hidden(1, Activation.TANH), head(1, Activation.IDENTITY)),
                convolution("convolution same", VIEW, ConvolutionMode.Same, 3, 1),
                convolution("convolution same with numbers", VIEW_AND_NUMBERS, ConvolutionMode.Same, 3, 1),
                convolution("convolution same, even kernel", VIEW, ConvolutionMode.Same, 2, 1),
                convolution("convolution same, stride 2", VIEW_AND_NUMBERS, ConvolutionMode.Same, 3, 2),
                convolution("convolution valid", VIEW_AND_NUMBERS, ConvolutionMode.Truncate, 3, 1),
                convolution("convolution valid, stride 2", VIEW, ConvolutionMode.Truncate, 3, 2),
                convolution("shared embedding: convolution 1 x 1", VIEW_AND_NUMBERS, ConvolutionMode.Same, 1, 1),
                list(
                        "explicit padding, oblong kernel",
                        VIEW,
                        new ConvolutionLayer.Builder(3, 2)
                                .stride(2, 1)
                                .padding(1, 1)
                                .nOut(3)
                                .activation(Activation.TANH)
                                .build(),
                        head(3, Activation.IDENTITY)),
                twoConvolutions("two convolutions, same", ConvolutionMode.Same, 1),
                twoConvolutions("two convolutions, same, stride 2", ConvolutionMode.Same, 2),
                twoConvolutions("two convolutions, valid", ConvolutionMode.Truncate, 1));
    }

    private static Architecture dense(String name, Inputs inputs, Activation activation) {
        return list(name, inputs, hidden(11, activation), hidden(6, activation), head(5, Activation.IDENTITY));
    }

    private static Architecture convolution(String name, Inputs inputs, ConvolutionMode mode, int kernel, int stride) {
        return list(
                name,
                inputs,
                filters(5, mode, kernel, stride, Activation.TANH),
                hidden(6, Activation.TANH),
                head(3, Activation.IDENTITY));
    }

    private static Architecture twoConvolutions(String name, ConvolutionMode mode, int stride) {
        return list(
                name,
                VIEW_AND_NUMBERS,
                filters(4, mode, 3, 1, Activation.RELU),
                filters(3, mode, 2, stride, Activation.TANH),
                head(3, Activation.IDENTITY));
    }

    private static Layer hidden(int width, Activation activation) {
        return new DenseLayer.Builder()
                .nOut(width)
                .activation(activation)
                .biasInit(0.1)
                .build();
    }

    private static Layer head(int width, Activation activation) {
        return hidden(width, activation);
    }

    private static Layer labelled(int width) {
        return new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                .nOut(width)
                .activation(Activation.IDENTITY)
                .build();
    }

    private static Layer filters(int filters, ConvolutionMode mode, int kernel, int stride, Activation activation) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .stride(stride, stride)
                .convolutionMode(mode)
                .nOut(filters)
                .biasInit(0.1)
                .activation(activation)
                .build();
    }

    static Architecture list(String name, Inputs inputs, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list(layers);
        list.setInputType(
                layers[0] instanceof ConvolutionLayer
                        ? InputType.convolutional(
                                inputs.codes().height(), inputs.codes().width(), inputs.planes())
                        : InputType.feedForward(inputs.length()));
        return new Architecture(name, inputs, list.build());
    }

    Network network(long seed) {
        return Network.of(layers, inputs, Seed.of(seed));
    }

    @Override
    public String toString() {
        return name;
    }
}
