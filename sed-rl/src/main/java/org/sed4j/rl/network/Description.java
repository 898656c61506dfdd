package org.sed4j.rl.network;

import java.util.StringJoiner;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.sed4j.core.pomg.Spaces;

/** A network in words: one line for the input, one for each layer, one for the executor. */
final class Description {
    private Description() {}

    static String of(Network network, Plan plan) {
        MultiLayerConfiguration layers = network.model().getLayerWiseConfigurations();
        StringJoiner lines = new StringJoiner("\n");
        lines.add("input: " + input(network.inputs()));
        for (int i = 0; i < layers.getConfs().size(); i++) {
            lines.add("layer " + i + ": " + layer(layers.getConf(i).getLayer()));
        }
        lines.add(network.parameterCount() + " parameters, " + network.outputs() + " outputs");
        lines.add(plan.fused() ? "executor: fused" : "executor: DL4J (" + plan.reason() + " is not fused)");
        return lines.toString();
    }

    private static String input(Inputs inputs) {
        Spaces.Grid grid = inputs.codes();
        String cells = grid.cells() == 0
                ? ""
                : grid.height() + " x " + grid.width() + " cells of " + grid.kinds() + " kinds, ";
        return cells + inputs.numbers() + " numbers";
    }

    private static String layer(Layer layer) {
        StringBuilder words = new StringBuilder(layer.getClass().getSimpleName());
        if (layer instanceof FeedForwardLayer sized) {
            words.append(' ').append(sized.getNIn()).append(" -> ").append(sized.getNOut());
        }
        if (layer instanceof ConvolutionLayer convolution) {
            words.append(", kernel ")
                    .append(convolution.getKernelSize()[0])
                    .append(" x ")
                    .append(convolution.getKernelSize()[1]);
            words.append(", stride ")
                    .append(convolution.getStride()[0])
                    .append(" x ")
                    .append(convolution.getStride()[1]);
            words.append(", ").append(convolution.getConvolutionMode());
        }
        if (layer instanceof BaseLayer base) {
            words.append(", ").append(base.getActivationFn());
        }
        return words.toString();
    }
}
