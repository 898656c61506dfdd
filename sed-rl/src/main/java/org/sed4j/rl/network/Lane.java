package org.sed4j.rl.network;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A fixed share of a batch and the gradient summed over it.
 *
 * <p>Shares are cut by the batch's size alone and their gradients added in the order of their numbers, so that a batch's
 * gradient is the same whichever thread worked on which share.
 */
final class Lane {
    private final int apart;
    private final int parameters;
    private final int length;
    private final Block gradient;
    private final FloatPointer cursor;

    /**
     * @param apart parameters at the start that it leaves out
     * @param parameters in all
     * @param extra floats beside them
     */
    Lane(int apart, int parameters, int extra) {
        this.apart = apart;
        this.parameters = parameters;
        this.length = parameters - apart + extra;
        this.gradient = new Block(length);
        this.cursor = new FloatPointer(gradient.pointer);
    }

    void clear() {
        gradient.zero(length);
    }

    /** Copies places from {@code from} on, as many as {@code to} is long. */
    void copyTo(float[] to, int from) {
        gradient.floats.get(from - apart, to, 0, to.length);
    }

    /** The gradient from that place on; valid until the next call. */
    FloatPointer at(int offset) {
        return cursor.position(offset - apart);
    }

    /** The floats beside the parameters; valid until the next call. */
    FloatPointer extra() {
        return cursor.position(parameters - apart);
    }

    /** Copies some of the floats beside the parameters. */
    void copyExtra(int from, float[] to, int at, int count) {
        gradient.floats.get(parameters - apart + from, to, at, count);
    }

    void add(Lane other) {
        Blas.add(length, other.gradient.pointer, gradient.pointer);
    }

    /** Copies the gradient to its places in that of all parameters. */
    void copyTo(float[] to) {
        gradient.floats.get(0, to, apart, parameters - apart);
    }
}
