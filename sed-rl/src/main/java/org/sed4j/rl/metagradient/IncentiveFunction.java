package org.sed4j.rl.metagradient;

import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.network.Tape;

/**
 * μ_η: a network from what the principal sees, the actions about to be played included, to a design inside a box, φ_j = low_j +
 * (high_j - low_j) · sigmoid(z_j). Parameters η are arguments.
 *
 * @paper 004, section 4.2
 */
public final class IncentiveFunction {
    private final DesignSpace.Box box;
    private final Network network;
    private final Tape tape;
    private final Tape acting;
    private final double[] sigmoid;
    private final double[] cotangents;

    /**
     * @param layers from the principal's codes and numbers to one output without activation for each entry of the design
     * @param rows the most rows of a batch
     * @throws IllegalArgumentException if the design space is not a bounded box, or the layers do not fit
     */
    public IncentiveFunction(Spaces spaces, Layers layers, int rows, Seed seed) {
        this.box = bounded(spaces.design());
        this.network = layers.network(
                new Inputs(spaces.principalCodes(), spaces.principalNumbers().size()), seed);
        Require.that(
                network.outputs() == box.dimension(),
                "outputs of the incentive function",
                network.outputs(),
                "must be the " + box.dimension() + " entries of the design " + box.names(),
                "the layers were made for another economy");
        this.tape = network.tape(rows);
        this.acting = network.tape(rows);
        this.sigmoid = new double[rows * box.dimension()];
        this.cotangents = new double[rows * box.dimension()];
    }

    private IncentiveFunction(DesignSpace.Box box, Network network, int rows) {
        this.box = box;
        this.network = network;
        this.tape = network.tape(rows);
        this.acting = network.tape(rows);
        this.sigmoid = new double[rows * box.dimension()];
        this.cotangents = new double[rows * box.dimension()];
    }

    /** Another function of the same network, at an η of its own. */
    IncentiveFunction copy() {
        return new IncentiveFunction(box, network, tape.maxRows());
    }

    private static DesignSpace.Box bounded(DesignSpace space) {
        if (!(space instanceof DesignSpace.Box box)) {
            throw new IllegalArgumentException(
                    "design space (" + space.getClass().getSimpleName()
                            + ") must be a box with finite bounds for an incentive function.\n"
                            + "Maybe the economy's design is a distribution; set incentives in a box instead.");
        }
        for (int j = 0; j < box.dimension(); j++) {
            double width = box.high().get(j) - box.low().get(j);
            Require.that(
                    width > 0 && Double.isFinite(width),
                    "width of design entry " + box.names().get(j),
                    width,
                    "must be positive and finite",
                    "an incentive bound is 0 or missing");
        }
        return box;
    }

    /** The network; its parameters are those that it was made with. */
    public Network network() {
        return network;
    }

    /** k, entries of a design. */
    public int entries() {
        return box.dimension();
    }

    /** η to begin with. */
    public double[] initial() {
        return network.parameterValues();
    }

    /** How far entry j can go: high_j - low_j. */
    public double width(int j) {
        return box.high().get(j) - box.low().get(j);
    }

    /** The least value of entry j. */
    public double low(int j) {
        return box.low().get(j);
    }

    /** From here on {@link #decide} stands at η. */
    public void become(double[] eta) {
        acting.bind(eta);
    }

    /** The designs for {@code count} rows at the η last taken up, [count · k], to {@code designs}. */
    public void decide(Rows rows, int count, double[] designs) {
        for (int first = 0; first < count; first += acting.maxRows()) {
            int from = first;
            int some = Math.min(acting.maxRows(), count - from);
            double[] z =
                    acting.evaluate((at, many, codes, numbers) -> rows.fill(from + at, many, codes, numbers), some);
            for (int at = 0; at < some * entries(); at++) {
                designs[from * entries() + at] = design(at % entries(), 1 / (1 + Math.exp(-z[at])));
            }
        }
    }

    private double design(int j, double share) {
        return low(j) + width(j) * share;
    }

    /** The designs for {@code count} rows at η, [count · k], to {@code designs}, to be {@linkplain #pullback pulled back}. */
    public void designs(double[] eta, Rows rows, int count, double[] designs) {
        tape.bind(eta);
        double[] z = tape.evaluate(rows, count);
        for (int at = 0; at < count * entries(); at++) {
            sigmoid[at] = 1 / (1 + Math.exp(-z[at]));
            designs[at] = design(at % entries(), sigmoid[at]);
        }
    }

    /**
     * Adds (∂φ/∂η)ᵀ · cotangents over the rows of the last {@link #designs}.
     *
     * @param gradient [parameters of η], added to
     */
    public void pullback(double[] designCotangents, int count, double[] gradient) {
        int k = entries();
        for (int at = 0; at < count * k; at++) {
            cotangents[at] = designCotangents[at] * width(at % k) * sigmoid[at] * (1 - sigmoid[at]);
        }
        tape.pullback(cotangents, gradient);
    }
}
