package org.sed4j.rl.baseline;

import java.util.Arrays;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.run.Rng;

/**
 * φ_j = low_j + (high_j - low_j) · sigmoid(u_j) with u_j ~ N(z_j, 1). The Jacobian of the sigmoid does not depend on z, nor does
 * the entropy of u.
 *
 * @paper 004, section 4.2: dual-RL (c)
 */
public final class GaussianPolicy implements DesignerPolicy {
    private final double[] low;
    private final double[] width;

    /** Draws in a bounded box. */
    public GaussianPolicy(DesignSpace.Box box) {
        this.low = box.low().stream().mapToDouble(Double::doubleValue).toArray();
        this.width = new double[low.length];
        Arrays.setAll(width, j -> box.high().get(j) - low[j]);
    }

    @Override
    public int outputs() {
        return low.length;
    }

    @Override
    public int entries() {
        return low.length;
    }

    @Override
    public int memory() {
        return low.length;
    }

    @Override
    public void draw(double[] z, int at, Rng rng, double[] drawn, int drawnAt, double[] design, int designAt) {
        for (int j = 0; j < low.length; j++) {
            double u = z[at + j] + rng.gaussian();
            drawn[drawnAt + j] = u;
            design[designAt + j] = low[j] + width[j] / (1 + Math.exp(-u));
        }
    }

    @Override
    public void differentiate(
            double[] z, int at, double[] drawn, int drawnAt, double weight, double bonus, double[] cotangent) {
        for (int j = 0; j < low.length; j++) {
            cotangent[at + j] = weight * (drawn[drawnAt + j] - z[at + j]);
        }
    }
}
