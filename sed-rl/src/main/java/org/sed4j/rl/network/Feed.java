package org.sed4j.rl.network;

/** A chunk of rows of input in the memory of one thread. */
final class Feed {
    final byte[] codes;
    final float[] numbers;
    final Block numbersOutside;
    private final Inputs inputs;
    private final boolean coded;
    private int first;

    /**
     * @param coded whether codes are wanted; else they are seen elsewhere
     */
    Feed(Inputs inputs, int chunk, boolean coded) {
        this.inputs = inputs;
        this.coded = coded;
        this.codes = new byte[coded ? chunk * inputs.codes().cells() : 0];
        this.numbers = new float[chunk * inputs.numbers()];
        this.numbersOutside = new Block((long) chunk * inputs.numbers());
    }

    /**
     * Asks for rows [from, from + count).
     *
     * @throws IllegalArgumentException if a code is none of the kinds
     */
    void fill(Rows rows, int from, int count) {
        first = from;
        rows.fill(from, count, codes, numbers);
        if (coded) {
            Expansion.requireKinds(
                    codes, count * inputs.codes().cells(), inputs.codes().kinds());
        }
        numbersOutside.floats.put(0, numbers, 0, count * inputs.numbers());
    }

    /** Which row the first of the chunk is. */
    int first() {
        return first;
    }
}
