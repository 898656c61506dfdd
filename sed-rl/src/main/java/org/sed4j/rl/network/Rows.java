package org.sed4j.rl.network;

/** Where rows of input come from: a rollout, a minibatch by index, what an economy publishes. */
@FunctionalInterface
public interface Rows {

    /**
     * Copies rows [first, first + count) into the arrays from their start: {@code cells} codes and then, apart, {@code
     * numbers} numbers for each row.
     *
     * @implSpec called from several threads at once for disjoint rows; every code lies in {0, ..., kinds-1}
     */
    void fill(int first, int count, byte[] codes, float[] numbers);
}
