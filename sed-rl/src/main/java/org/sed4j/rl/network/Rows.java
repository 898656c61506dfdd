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

    /** These rows, counted from one of them. */
    default Rows from(int row) {
        return (first, count, codes, numbers) -> fill(row + first, count, codes, numbers);
    }

    /**
     * Rows that lie one behind the other in two arrays, which are read when rows are asked for.
     *
     * @param cells codes of a row
     * @param floats numbers of a row
     */
    static Rows of(byte[] codes, int cells, float[] numbers, int floats) {
        return (first, count, toCodes, toNumbers) -> {
            System.arraycopy(codes, first * cells, toCodes, 0, count * cells);
            System.arraycopy(numbers, first * floats, toNumbers, 0, count * floats);
        };
    }
}
