package org.sed4j.rl.network;

/** One layer at work on a chunk of rows, in the memory of one thread. */
abstract class Pass {
    /** What the layer puts out; laid out as the layer likes, row by row for a dense one. */
    final float[] values;

    /** The derivative of the loss in each of {@link #values}, or theirs along a direction; laid out as they are. */
    final float[] slopes;

    Pass(int length) {
        this.values = new float[length];
        this.slopes = new float[length];
    }

    /** Computes {@link #values} from those of the layer before. */
    abstract void forward(int rows);

    /**
     * Adds the gradient in the layer's parameters to the lane and hands the layer before its slopes. Overwrites {@link #slopes}.
     */
    abstract void backward(int rows, Lane lane);

    /** Computes the derivative of {@link #values} along the direction, into {@link #slopes}, from that of the layer before. */
    abstract void tangent(int rows);

    /** Writes {@link #slopes} row by row. */
    abstract void writeSlopes(int rows, Block to);

    /** {@link #values} row by row, where a dense layer reads them. */
    abstract Block outputs();

    /** Takes slopes that were written row by row. */
    abstract void receive(Block cotangent, int rows);
}
