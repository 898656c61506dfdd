package org.sed4j.core.pomg.engine;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.Tensors;

/**
 * The memory that a batch's native code works in, and the table of its addresses that each shard hands over: what
 * {@link Glue} calls {@code sed_run_call}. Outputs are the published tensors themselves.
 */
final class NativeSheet {
    /** A cache line, and what the widest vector instructions like. */
    private static final int ALIGNMENT = 64;

    private final Tensors now; // keeps the tensors' memory alive
    private final Pointer state;
    private final long stride;
    private final IntBuffer actions;
    private final FloatBuffer designs;
    private final IntBuffer stepped;
    private final IntBuffer looked;
    private final IntBuffer flags;

    NativeSheet(int worlds, int recordBytes, int actions, int design, Tensors now) {
        this.now = now;
        this.stride = recordBytes;
        this.state = aligned(stride * worlds);
        this.actions = direct(worlds * (long) actions * Integer.BYTES).asIntBuffer();
        this.designs = direct(worlds * (long) design * Float.BYTES).asFloatBuffer();
        this.stepped = direct(worlds * (long) Integer.BYTES).asIntBuffer();
        this.looked = direct(worlds * (long) Integer.BYTES).asIntBuffer();
        this.flags = direct(worlds * (long) Integer.BYTES).asIntBuffer();
    }

    private static Pointer aligned(long bytes) {
        Memory memory = new Memory(bytes + ALIGNMENT);
        memory.clear();
        return memory.align(ALIGNMENT);
    }

    private static ByteBuffer direct(long bytes) {
        return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
    }

    /** The record of world b. */
    ByteBuffer record(int b) {
        return state.getByteBuffer(b * stride, stride).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Takes up joint actions and designs of the worlds {@code from} to {@code to - 1}. */
    void give(int @Nullable [] joint, float[] design, int from, int to, int worlds) {
        if (joint != null) {
            int length = joint.length / worlds;
            actions.put(from * length, joint, from * length, (to - from) * length);
        }
        int k = design.length / worlds;
        designs.put(from * k, design, from * k, (to - from) * k);
    }

    /** Whether world b was flagged when it was stepped, reset or consulted. */
    boolean stepFlagged(int b) {
        return stepped.get(b) != 0;
    }

    /** Whether world b was flagged when it was looked at. */
    boolean lookFlagged(int b) {
        return looked.get(b) != 0;
    }

    /** The table for one shard, with a spare record of its own. */
    Memory table() {
        Pointer[] addresses = {
            state,
            address(actions),
            address(designs),
            address(now.rewards().view()),
            address(now.codes().view()),
            address(now.numbers().view()),
            address(now.masks().view()),
            address(now.terminated().view()),
            address(now.truncated().view()),
            address(now.ended().view()),
            address(now.due().view()),
            address(now.ledger().view()),
            address(now.measures().view()),
            address(now.gauges().view()),
            address(now.principalCodes().view()),
            address(now.principalNumbers().view()),
            address(stepped),
            address(looked),
            address(flags),
            aligned(stride)
        };
        return new Table(addresses);
    }

    /** Where a buffer's memory begins; null for one without elements. */
    static @Nullable Pointer address(Buffer buffer) {
        return buffer.capacity() == 0 ? Pointer.NULL : Native.getDirectBufferPointer(buffer);
    }

    /** Keeps what it points to. */
    private static final class Table extends Memory {
        @SuppressWarnings("unused") // holds the spare record's memory
        private final @Nullable Pointer[] addresses;

        Table(@Nullable Pointer[] addresses) {
            super((long) addresses.length * Native.POINTER_SIZE);
            this.addresses = addresses;
            for (int i = 0; i < addresses.length; i++) {
                setPointer((long) i * Native.POINTER_SIZE, addresses[i]);
            }
        }
    }
}
