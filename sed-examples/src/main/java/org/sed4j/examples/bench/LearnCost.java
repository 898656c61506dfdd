package org.sed4j.examples.bench;

/**
 * What learning from one agent step must cost at least: products and sums of the networks, and bytes that they move.
 *
 * <p>A symbol is counted as the one column of weights that it picks, not as a row of zeros and a one. Going back through a layer
 * costs two products where going forward costs one.
 *
 * @param cells symbols of a row
 * @param kinds of a symbol
 * @param numbers of a row
 * @param hidden units of each of two hidden layers
 * @param outputs of the last layer, of all networks together
 * @param networks how many networks see a row: 1 where policy and value share a trunk, else 2
 * @param forward evaluations of a row, acting included, over all networks
 * @param backward gradients of a row, over all networks
 * @param rows agent steps that one step of the optimiser learns from
 */
record LearnCost(
        int cells, int kinds, int numbers, int hidden, int outputs, int networks, int forward, int backward, int rows) {
    /** Floats read and written by a step of Adam for each parameter: θ, m and v both ways, and the gradient. */
    private static final int OPTIMISED = 7;

    /** Floating-point operations of an agent step. */
    double flops() {
        double outputsOfOne = (double) outputs / networks;
        double row = 2.0 * hidden * (cells + numbers + hidden + outputsOfOne);
        return row * (forward + 2.0 * backward);
    }

    /** Bytes of an agent step: rows as they are stored, activations there and back, and the optimiser's share. */
    double bytes() {
        double row = cells + 4.0 * numbers;
        double units = 4.0 * (2 * hidden + (double) outputs / networks);
        double passes = (forward + backward) * (row + 2 * units);
        double steps = (double) backward / networks;
        return passes + steps * 4.0 * OPTIMISED * parameters() / rows;
    }

    /** Parameters of all networks. */
    long parameters() {
        long inputs = (long) cells * kinds + numbers;
        return networks * (inputs * hidden + (long) hidden * hidden + 2L * hidden) + (long) outputs * (hidden + 1);
    }
}
