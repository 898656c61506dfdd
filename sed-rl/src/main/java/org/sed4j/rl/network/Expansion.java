package org.sed4j.rl.network;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.sed4j.core.game.Require;

/** Rows written out as the floats that a DL4J model takes: flat with one-hot codes, or planes. */
final class Expansion {
    private final Inputs inputs;
    private final boolean planes;
    private final byte[] codes;
    private final float[] numbers;
    private final float[] row;

    Expansion(Inputs inputs, boolean planes, int maxRows) {
        this.inputs = inputs;
        this.planes = planes;
        this.codes = new byte[maxRows * inputs.codes().cells()];
        this.numbers = new float[maxRows * inputs.numbers()];
        this.row = new float[planes ? inputs.planes() * inputs.codes().cells() : inputs.length()];
    }

    /**
     * Whether the first layer of a model sees planes.
     *
     * <p>A layer that wants no flattening of planes and whose width is not that of the flat row sees planes.
     */
    static boolean seesPlanes(MultiLayerConfiguration layers, Inputs inputs) {
        InputPreProcessor before = layers.getInputPreProcess(0);
        if (before instanceof CnnToFeedForwardPreProcessor || before instanceof FeedForwardToCnnPreProcessor) {
            return true;
        }
        Layer first = layers.getConf(0).getLayer();
        if (first instanceof ConvolutionLayer) {
            return true;
        }
        boolean takesFlatRow = first instanceof FeedForwardLayer layer && layer.getNIn() == inputs.length();
        return !takesFlatRow
                && inputs.codes().cells() > 0
                && first.getPreProcessorForInputType(InputType.convolutional(1, 1, 1)) == null;
    }

    /** The shape of {@code count} rows. */
    long[] shape(int count) {
        return planes
                ? new long[] {
                    count,
                    inputs.planes(),
                    inputs.codes().height(),
                    inputs.codes().width()
                }
                : new long[] {count, inputs.length()};
    }

    /** Writes {@code count} rows from the start of the buffer. */
    void fill(Rows rows, int first, int count, FloatBuffer into) {
        rows.fill(first, count, codes, numbers);
        requireKinds(codes, count * inputs.codes().cells(), inputs.codes().kinds());
        for (int i = 0; i < count; i++) {
            expand(i);
            into.put(i * row.length, row);
        }
    }

    private void expand(int i) {
        int cells = inputs.codes().cells();
        Arrays.fill(row, 0);
        for (int cell = 0; cell < cells; cell++) {
            row[codes[i * cells + cell] * cells + cell] = 1;
        }
        int start = inputs.codes().kinds() * cells;
        for (int k = 0; k < inputs.numbers(); k++) {
            float number = numbers[i * inputs.numbers() + k];
            if (planes) {
                Arrays.fill(row, start + k * cells, start + (k + 1) * cells, number);
            } else {
                row[start + k] = number;
            }
        }
    }

    /**
     * Requires every code to be one of the kinds.
     *
     * @throws IllegalArgumentException with the first one that is not
     */
    static void requireKinds(byte[] codes, int count, int kinds) {
        int signs = 0;
        for (int i = 0; i < count; i++) {
            signs |= codes[i] | (kinds - 1 - codes[i]); // negative for a code below 0 or beyond the last
        }
        if (signs < 0) {
            for (int i = 0; i < count; i++) {
                Require.that(
                        codes[i] >= 0 && codes[i] < kinds,
                        "code of a cell",
                        codes[i],
                        "must lie in [0, " + (kinds - 1) + "]",
                        "the economy declares fewer kinds of symbols than it shows");
            }
        }
    }

    /** The input type of a model, from which DL4J tells the shapes of all its layers. */
    static InputType type(MultiLayerNetwork model, Inputs inputs) {
        return seesPlanes(model.getLayerWiseConfigurations(), inputs)
                ? InputType.convolutional(
                        inputs.codes().height(), inputs.codes().width(), inputs.planes())
                : InputType.feedForward(inputs.length());
    }
}
