package org.sed4j.rl.network;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A fixed share of a batch and the gradient summed over it.
 *
 * <p>Shares are cut by the batch's size alone and their gradients added in the order of their numbers, so that a batch's
 * gradient is the same whichever thread worked on which share.
 */
final class Lane {
    final int number;
    private final int parameters;
    private final Block gradient;
    private final FloatPointer cursor;

    Lane(int number, int parameters) {
        this.number = number;
        this.parameters = parameters;
        this.gradient = new Block(parameters);
        this.cursor = new FloatPointer(gradient.pointer);
    }

    void clear() {
        gradient.zero(parameters);
    }

    /** Writes places from {@code from} on, as many as {@code values} is long. */
    void put(int from, float[] values) {
        gradient.floats.put(from, values, 0, values.length);
    }

    /** Copies the places from {@code from} on, as many as {@code to} is long. */
    void copyTo(float[] to, int from) {
        gradient.floats.get(from, to, 0, to.length);
    }

    /** The gradient from that place on; valid until the next call. */
    FloatPointer at(int offset) {
        return cursor.position(offset);
    }

    void add(Lane other) {
        Blas.add(parameters, other.gradient.pointer, gradient.pointer);
    }

    void copyTo(float[] to) {
        gradient.floats.get(0, to, 0, parameters);
    }
}
