package org.sed4j.rl.network;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The flat parameters of a model where OpenBLAS and Java read them: the array that owns the memory, a pointer, a view. */
final class Parameters {
    private final INDArray owner; // neither pointer nor view keeps the memory alive
    private final FloatPointer pointer;
    private final FloatBuffer floats;

    Parameters(INDArray owner) {
        this.owner = owner;
        this.pointer = new FloatPointer(owner.data().pointer());
        this.floats = owner.data().asNioFloat();
    }

    int count() {
        return Math.toIntExact(owner.length());
    }

    FloatBuffer floats() {
        return floats;
    }

    /** A pointer of its own to that place. */
    FloatPointer at(int offset) {
        return new FloatPointer(pointer).position(offset);
    }
}
