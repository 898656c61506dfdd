package org.sed4j.rl.network;

import java.util.Arrays;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/**
 * Initial weights whose rows (one for each output) are orthonormal, or whose columns are where there are more outputs than
 * inputs, times a gain; each head of the last layer is drawn apart, with its own gain.
 *
 * <p>Part of a DL4J configuration: {@code new DenseLayer.Builder().weightInit(new Orthogonal(Math.sqrt(2)))}. Gaussian rows
 * are made orthonormal by Gram and Schmidt's procedure, done twice for accuracy, in double precision: O(outputs² · inputs).
 * DL4J's own OrthogonalDistribution has one gain for a whole layer.
 *
 * <p>Source: Saxe, McClelland and Ganguli (2014), "Exact solutions to the nonlinear dynamics of learning in deep linear neural
 * networks", ICLR. Randomness: one word of ND4J's generator, which {@link Network#of} seats at its seed, keys a stream of its
 * own.
 */
public final class Orthogonal implements IWeightInit {
    private static final long serialVersionUID = 1;

    private final int[] sizes;
    private final double[] gains;

    /** One gain for the whole layer. */
    public Orthogonal(double gain) {
        this(new int[0], new double[] {gain});
    }

    /** The heads of a last layer. */
    public Orthogonal(Heads heads) {
        this(
                heads.sizes().stream().mapToInt(Integer::intValue).toArray(),
                heads.gains().stream().mapToDouble(Double::doubleValue).toArray());
    }

    @JsonCreator
    Orthogonal(@JsonProperty("sizes") int[] sizes, @JsonProperty("gains") double[] gains) {
        this.sizes = sizes.clone();
        this.gains = gains.clone();
    }

    @JsonProperty("sizes")
    int[] sizes() {
        return sizes.clone();
    }

    @JsonProperty("gains")
    double[] gains() {
        return gains.clone();
    }

    /** Fills the weights of a dense layer [inputs, outputs] or of a convolution [outputs, inputs, rows, columns]. */
    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
        boolean dense = shape.length == 2;
        int outputs = (int) (dense ? shape[1] : shape[0]);
        int inputs = (int) (Arrays.stream(shape).reduce(1, (a, b) -> a * b) / outputs);
        double[][] rows =
                draw(outputs, inputs, Seed.of(Nd4j.getRandom().nextLong()).rng());
        INDArray weights = Nd4j.create(rows).castTo(paramView.dataType());
        INDArray target = paramView.reshape(order, shape);
        target.assign(dense ? weights.transpose() : weights.reshape('c', shape));
        return target;
    }

    private double[][] draw(int outputs, int inputs, Rng rng) {
        int[] heads = sizes.length == 0 ? new int[] {outputs} : sizes;
        Require.that(
                Arrays.stream(heads).sum() == outputs,
                "outputs of the heads",
                Arrays.toString(heads),
                "must add up to the layer's " + outputs + " outputs",
                "a head was added to the loss but not to the network");
        double[][] rows = new double[outputs][];
        int first = 0;
        for (int head = 0; head < heads.length; head++) {
            double[][] block = block(heads[head], inputs, gains[head], rng);
            System.arraycopy(block, 0, rows, first, block.length);
            first += block.length;
        }
        return rows;
    }

    private static double[][] block(int outputs, int inputs, double gain, Rng rng) {
        boolean wide = outputs <= inputs;
        double[][] unit = orthonormal(Math.min(outputs, inputs), Math.max(outputs, inputs), rng);
        double[][] rows = new double[outputs][inputs];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                rows[o][i] = gain * (wide ? unit[o][i] : unit[i][o]);
            }
        }
        return rows;
    }

    private static double[][] orthonormal(int count, int length, Rng rng) {
        double[][] unit = new double[count][length];
        for (int k = 0; k < count; k++) {
            double norm = 0;
            while (norm < 1e-6) { // drawn again in the measure-zero event of a dependent row
                for (int i = 0; i < length; i++) {
                    unit[k][i] = rng.gaussian();
                }
                for (int pass = 0; pass < 2; pass++) {
                    for (int j = 0; j < k; j++) {
                        subtractProjection(unit[k], unit[j]);
                    }
                }
                norm = Math.sqrt(dot(unit[k], unit[k]));
            }
            for (int i = 0; i < length; i++) {
                unit[k][i] /= norm;
            }
        }
        return unit;
    }

    private static void subtractProjection(double[] vector, double[] unit) {
        double along = dot(vector, unit);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= along * unit[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Orthogonal that && Arrays.equals(sizes, that.sizes) && Arrays.equals(gains, that.gains);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sizes) + Arrays.hashCode(gains);
    }

    @Override
    public String toString() {
        return "Orthogonal" + Arrays.toString(gains);
    }
}
