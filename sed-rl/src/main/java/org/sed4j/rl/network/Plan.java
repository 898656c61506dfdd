package org.sed4j.rl.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A model as the fused executor and the tapes read it: its layers in order, or the reason why one of them is left to DL4J.
 *
 * @param layers empty where a layer is one that only DL4J knows
 * @param reason empty where the fused executor runs the model
 */
record Plan(List<Fused> layers, String reason) {

    /** A layer that the fused executor knows. Offsets are places in the flat parameters, asked of DL4J. */
    sealed interface Fused {
        /** Outputs of one row. */
        int width();

        int weights();

        int bias();

        Nonlinearity nonlinearity();
    }

    /** The place of a bias that a layer does without. */
    private static final int NO_BIAS = -1;

    /** y = f(W x + b); in memory W is [outputs, inputs] row by row. Only tapes run one without bias. */
    record Dense(int inputs, int width, int weights, int bias, Nonlinearity nonlinearity) implements Fused {}

    /** y = f(W ∗ x + b); in memory W is [filters, planes, kernel rows, kernel columns]. */
    record Convolution(Window window, int filters, int weights, int bias, Nonlinearity nonlinearity) implements Fused {
        @Override
        public int width() {
            return filters * window.positions();
        }
    }

    /** Why a model is left to DL4J. */
    private static final class LeftToDl4j extends Exception {
        private static final long serialVersionUID = 1;

        LeftToDl4j(String reason) {
            super(reason, null, false, false);
        }
    }

    Plan {
        layers = List.copyOf(layers);
    }

    boolean fused() {
        return reason.isEmpty();
    }

    /** Whether every layer is known, so that a {@link DoubleTape} runs the model. */
    boolean known() {
        return !layers.isEmpty();
    }

    /** Reads a model. */
    static Plan of(MultiLayerNetwork model, Inputs inputs) {
        MultiLayerConfiguration configuration = model.getLayerWiseConfigurations();
        List<Fused> layers = new ArrayList<>();
        try {
            InputType type = Expansion.type(model, inputs);
            for (int i = 0; i < configuration.getConfs().size(); i++) {
                type = afterPreProcessor(configuration.getInputPreProcess(i), type, i);
                Layer layer = configuration.getConf(i).getLayer();
                layers.add(read(model, layer, i, type));
                type = layer.getOutputType(i, type);
            }
            if (!(layers.get(layers.size() - 1) instanceof Dense)) {
                throw new LeftToDl4j("the last layer is not dense");
            }
            return new Plan(layers, missingBias(layers));
        } catch (LeftToDl4j left) {
            return new Plan(List.of(), String.valueOf(left.getMessage()));
        }
    }

    private static String missingBias(List<Fused> layers) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).bias() == NO_BIAS) {
                return "layer " + i + ": no bias";
            }
        }
        return "";
    }

    private static InputType afterPreProcessor(@Nullable InputPreProcessor pre, InputType type, int i)
            throws LeftToDl4j {
        if (pre == null) {
            return type;
        }
        boolean flattens = i > 0
                && pre instanceof CnnToFeedForwardPreProcessor flat
                && flat.getFormat() == CNN2DFormat.NCHW
                && type instanceof InputType.InputTypeConvolutional;
        check(flattens, i, "preprocessor " + pre.getClass().getSimpleName());
        return pre.getOutputType(type);
    }

    private static Fused read(MultiLayerNetwork model, Layer layer, int i, InputType type) throws LeftToDl4j {
        Class<?> kind = layer.getClass();
        boolean known = kind == DenseLayer.class || kind == OutputLayer.class || kind == ConvolutionLayer.class;
        check(known, i, kind.getSimpleName());
        BaseLayer base = (BaseLayer) layer;
        check(base.getIDropout() == null, i, "dropout");
        check(base.getWeightNoise() == null, i, "weight noise");
        int width = Math.toIntExact(((FeedForwardLayer) layer).getNOut());
        Nonlinearity nonlinearity =
                Nonlinearity.of(base.getActivationFn(), width).orElse(null);
        if (nonlinearity == null || (kind == ConvolutionLayer.class && nonlinearity instanceof Nonlinearity.Softmax)) {
            throw new LeftToDl4j("layer " + i + ": activation " + base.getActivationFn());
        }
        INDArray weights = model.getParam(i + "_W");
        INDArray biases = model.getParam(i + "_b");
        int bias = biases == null ? NO_BIAS : (int) biases.offset();
        return layer instanceof ConvolutionLayer convolution
                ? convolution(convolution, i, type, weights, bias, nonlinearity)
                : dense(layer, i, type, weights, bias, nonlinearity);
    }

    private static Fused dense(
            Layer layer, int i, InputType type, INDArray weights, int bias, Nonlinearity nonlinearity)
            throws LeftToDl4j {
        check(!(layer instanceof DenseLayer dense && dense.isHasLayerNorm()), i, "layer normalisation");
        check(type instanceof InputType.InputTypeFeedForward, i, "input of type " + type);
        int inputs = Math.toIntExact(weights.size(0));
        int width = Math.toIntExact(weights.size(1));
        boolean byOutput = (inputs == 1 || weights.stride(0) == 1) && (width == 1 || weights.stride(1) == inputs);
        check(byOutput, i, "weights not stored output by output");
        return new Dense(inputs, width, (int) weights.offset(), bias, nonlinearity);
    }

    private static Fused convolution(
            ConvolutionLayer layer, int i, InputType type, INDArray weights, int bias, Nonlinearity nonlinearity)
            throws LeftToDl4j {
        check(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, i, "format " + layer.getCnn2dDataFormat());
        check(layer.getDilation()[0] == 1 && layer.getDilation()[1] == 1, i, "dilation");
        check(layer.getConvolutionMode() != ConvolutionMode.Causal, i, "causal convolution");
        check(type instanceof InputType.InputTypeConvolutional, i, "input of type " + type);
        check(weights.ordering() == 'c', i, "weights not stored filter by filter");
        InputType.InputTypeConvolutional in = (InputType.InputTypeConvolutional) type;
        InputType.InputTypeConvolutional out = (InputType.InputTypeConvolutional) layer.getOutputType(i, type);
        boolean same = layer.getConvolutionMode() == ConvolutionMode.Same;
        Window window = Window.of(
                new Window.Size((int) in.getChannels(), (int) in.getHeight(), (int) in.getWidth()),
                layer.getKernelSize(),
                layer.getStride(),
                same ? null : layer.getPadding(),
                (int) out.getHeight(),
                (int) out.getWidth());
        return new Convolution(window, (int) out.getChannels(), (int) weights.offset(), bias, nonlinearity);
    }

    private static void check(boolean known, int layer, String otherwise) throws LeftToDl4j {
        if (!known) {
            throw new LeftToDl4j("layer " + layer + ": " + otherwise);
        }
    }
}
