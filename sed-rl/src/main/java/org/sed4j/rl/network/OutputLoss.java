package org.sed4j.rl.network;

/** A loss seen through its derivative at the outputs of a network. */
@FunctionalInterface
public interface OutputLoss {

    /**
     * Reads the outputs of rows [first, first + count), row by row from index 0, and writes the derivative of the loss in
     * each of them to {@code cotangent} in the same places.
     *
     * @implSpec called from several threads at once for disjoint rows; the arrays may be longer than count · outputs
     */
    void differentiate(int first, int count, float[] outputs, float[] cotangent);
}
