package org.sed4j.rl.network;

/**
 * What evaluates and differentiates one network over batches of rows, in memory that it holds from the start.
 *
 * <p>It reads the network's live parameters at every call. Results do not depend on the size of the crew: rows are cut into
 * chunks by the batch's size alone, and gradients of chunks are added in a fixed order. One caller at a time.
 */
public interface Executor {

    /** The largest batch. */
    int maxRows();

    /**
     * Evaluates the network.
     *
     * @param outputs [count · outputs], row by row; may be longer
     * @throws IllegalArgumentException if {@code count} is below 0 or above {@link #maxRows()}, or a code is none of the kinds
     */
    void evaluate(Rows rows, int count, float[] outputs);

    /**
     * Differentiates a loss: evaluates the network, asks {@code loss} for the cotangent at its outputs and pulls that back.
     *
     * @param gradient [parameterCount], in the order of the network's parameters; overwritten with the sum over rows
     * @throws IllegalArgumentException as {@link #evaluate}
     */
    void gradient(Rows rows, int count, OutputLoss loss, float[] gradient);

    /**
     * Differentiates the outputs along a direction in the space of parameters, exactly, in one pass forward: the
     * Jacobian-vector product d outputs(θ + s · direction) / ds at s = 0, for the cost of about two evaluations.
     *
     * @param direction [parameterCount], in the order of the network's parameters
     * @param tangents [count · outputs], row by row; may be longer
     * @throws IllegalArgumentException as {@link #evaluate}
     * @throws UnsupportedOperationException if DL4J runs the network: it has no forward derivatives
     */
    void tangent(Rows rows, int count, float[] direction, float[] tangents);
}
