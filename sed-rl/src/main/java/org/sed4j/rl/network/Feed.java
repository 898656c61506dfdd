package org.sed4j.rl.network;

/** A chunk of rows of input in the memory of one thread. */
final class Feed {
    final byte[] codes;
    final float[] numbers;
    final Block numbersOutside;
    private final Inputs inputs;

    Feed(Inputs inputs, int chunk) {
        this.inputs = inputs;
        this.codes = new byte[chunk * inputs.codes().cells()];
        this.numbers = new float[chunk * inputs.numbers()];
        this.numbersOutside = new Block((long) chunk * inputs.numbers());
    }

    /**
     * Asks for rows [first, first + count).
     *
     * @throws IllegalArgumentException if a code is none of the kinds
     */
    void fill(Rows rows, int first, int count) {
        rows.fill(first, count, codes, numbers);
        Expansion.requireKinds(
                codes, count * inputs.codes().cells(), inputs.codes().kinds());
        numbersOutside.floats.put(0, numbers, 0, count * inputs.numbers());
    }
}
