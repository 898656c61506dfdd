package org.sed4j.rl.network;

import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.game.Require;

/**
 * Default DL4J configurations, all of layers that the fused executor runs.
 *
 * <p>Hidden weights start orthogonal with gain √2, heads orthogonal with gains of their own, biases at 0; the last layer has no
 * activation. Source: Huang et al. (2022), "The 37 Implementation Details of Proximal Policy Optimization", core detail 2.
 *
 * <p>An embedding of cell codes that all cells share is a 1 × 1 convolution ({@code kernel} 1) over the one-hot planes; one of
 * each cell's own is the first layer of {@link #mlp}, which the executor runs as table look-ups.
 */
public final class Architectures {
    private static final double HIDDEN_GAIN = Math.sqrt(2);

    private Architectures() {}

    /** Dense layers, one head: {@code mlp(inputs, List.of(64, 64), Activation.TANH, 8, 0.01)}. */
    public static MultiLayerConfiguration mlp(
            Inputs inputs, List<Integer> hidden, Activation activation, int outputs, double headGain) {
        return mlp(inputs, hidden, activation, Heads.of(outputs, headGain));
    }

    /** Dense layers, several heads on a shared trunk: {@code Heads.of(8, 0.01).and(1, 1)} for logits and a value. */
    public static MultiLayerConfiguration mlp(Inputs inputs, List<Integer> hidden, Activation activation, Heads heads) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().list();
        dense(layers, hidden, activation, heads);
        return layers.setInputType(InputType.feedForward(inputs.length())).build();
    }

    /** One convolution over the cells, dense layers, one head. */
    public static MultiLayerConfiguration convolutional(
            Inputs inputs,
            int filters,
            int kernel,
            int stride,
            List<Integer> dense,
            Activation activation,
            int outputs,
            double headGain) {
        return convolutional(inputs, filters, kernel, stride, dense, activation, Heads.of(outputs, headGain));
    }

    /**
     * One convolution over the cells that keeps their number at stride 1 (zero padding), dense layers, several heads.
     *
     * @throws IllegalArgumentException if the input has no cells
     */
    public static MultiLayerConfiguration convolutional(
            Inputs inputs,
            int filters,
            int kernel,
            int stride,
            List<Integer> dense,
            Activation activation,
            Heads heads) {
        Require.that(
                inputs.codes().cells() > 0,
                "cells of the input",
                0,
                "must be positive for a convolution",
                "this reader sees numbers only; use mlp");
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().list();
        layers.layer(new ConvolutionLayer.Builder(kernel, kernel)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .nOut(filters)
                .activation(activation)
                .weightInit(new Orthogonal(HIDDEN_GAIN))
                .build());
        dense(layers, dense, activation, heads);
        return layers.setInputType(InputType.convolutional(
                        inputs.codes().height(), inputs.codes().width(), inputs.planes()))
                .build();
    }

    private static void dense(
            NeuralNetConfiguration.ListBuilder layers, List<Integer> hidden, Activation activation, Heads heads) {
        for (int width : hidden) {
            layers.layer(new DenseLayer.Builder()
                    .nOut(width)
                    .activation(activation)
                    .weightInit(new Orthogonal(HIDDEN_GAIN))
                    .build());
        }
        layers.layer(new DenseLayer.Builder()
                .nOut(heads.outputs())
                .activation(Activation.IDENTITY)
                .weightInit(new Orthogonal(heads))
                .build());
    }
}
