package org.sed4j.rl.network;

import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.activations.Activation;

/** Makes the layers of a network once it is known what they read and what they end in. */
@FunctionalInterface
public interface LayerMaker {

    /** Layers that read those inputs and end in those heads, without activation. */
    Layers of(Inputs inputs, Heads heads);

    /** Dense tanh layers of those widths. */
    static LayerMaker tanh(List<Integer> widths) {
        List<Integer> kept = List.copyOf(widths);
        return (inputs, heads) -> Layers.tanh(inputs, kept, heads);
    }

    /**
     * Dense layers, after one convolution if it has filters.
     *
     * @param filters of the convolution, of stride 1; 0 for none
     * @param kernel cells across its window
     * @param widths of the dense layers
     * @param activation of every hidden layer, by its name: tanh, relu
     */
    static LayerMaker seeing(int filters, int kernel, List<Integer> widths, String activation) {
        List<Integer> kept = List.copyOf(widths);
        Activation named = Activation.valueOf(activation.toUpperCase(Locale.ROOT));
        return (inputs, heads) -> new Layers(
                filters == 0
                        ? Architectures.mlp(inputs, kept, named, heads)
                        : Architectures.convolutional(inputs, filters, kernel, 1, kept, named, heads));
    }
}
