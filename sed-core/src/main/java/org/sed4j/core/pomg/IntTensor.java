package org.sed4j.core.pomg;

import java.nio.IntBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.sed4j.core.backend.NativeFolder;

/**
 * A tensor of ints (int32) in row-major order: an ND4J array and the view of its memory, kept together because the view does not
 * keep the array alive.
 *
 * <p>A carrier: identity equality, contents written by its owner. {@link #array} and {@link #view} are the same memory.
 */
public final class IntTensor {
    private final INDArray array;
    private final IntBuffer view;
    private final long[] shape;

    private IntTensor(INDArray array, IntBuffer view, long[] shape) {
        this.array = array;
        this.view = view;
        this.shape = shape;
    }

    /** A tensor of zeros of that shape; an axis of length 0 makes an empty one. */
    public static IntTensor zeros(long... shape) {
        long length = 1;
        for (long axis : shape) {
            length = Math.multiplyExact(length, axis);
        }
        NativeFolder.prepare();
        if (length == 0) {
            return new IntTensor(Nd4j.empty(DataType.INT32), IntBuffer.allocate(0), shape.clone());
        }
        INDArray array = Nd4j.zeros(DataType.INT32, shape);
        return new IntTensor(array, array.data().asNioInt(), shape.clone());
    }

    /** The ND4J array; the same memory as {@link #view}. */
    public INDArray array() {
        return array;
    }

    /** The memory, element by element; use absolute reads and writes, since position and limit are shared. */
    public IntBuffer view() {
        return view;
    }

    /** The length of an axis. */
    public int size(int axis) {
        return (int) shape[axis];
    }

    /** Elements in all. */
    public int length() {
        return view.capacity();
    }

    /** The element at that offset, row-major. */
    public int get(int offset) {
        return view.get(offset);
    }

    /** Writes the element at that offset, row-major. */
    public void set(int offset, int value) {
        view.put(offset, value);
    }
}
