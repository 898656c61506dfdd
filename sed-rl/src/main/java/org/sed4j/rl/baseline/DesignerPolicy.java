package org.sed4j.rl.baseline;

import org.sed4j.core.run.Rng;

/**
 * How a designer that learns by reward draws a design from its network's outputs, and what it remembers of the draw.
 *
 * @implSpec stateless between calls
 */
public sealed interface DesignerPolicy permits LevelPolicy, GaussianPolicy {

    /** Outputs of the network that it draws from. */
    int outputs();

    /** k, entries of a design. */
    int entries();

    /** How many numbers tell a draw. */
    int memory();

    /**
     * Draws.
     *
     * @param z outputs, from {@code at}
     * @param drawn [memory], from {@code drawnAt}, written: what tells the draw
     * @param design [k], from {@code designAt}, written
     */
    void draw(double[] z, int at, Rng rng, double[] drawn, int drawnAt, double[] design, int designAt);

    /** Writes ∂(weight · log density(draw) + bonus · entropy) / ∂z. */
    void differentiate(
            double[] z, int at, double[] drawn, int drawnAt, double weight, double bonus, double[] cotangent);
}
