package org.sed4j.rl.network;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Floats outside the Java heap, where OpenBLAS reads and writes them: the pointer and the view of the one memory. */
final class Block {
    final FloatPointer pointer; // held, since the view does not keep the memory alive
    final FloatBuffer floats;

    Block(long length) {
        this.pointer = new FloatPointer(Math.max(1, length));
        this.floats = pointer.asBuffer();
    }

    /** Sets the first {@code length} floats to zero. */
    void zero(long length) {
        Pointer.memset(pointer, 0, length * Float.BYTES);
    }
}
