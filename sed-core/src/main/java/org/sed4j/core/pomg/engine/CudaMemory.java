package org.sed4j.core.pomg.engine;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sed4j.core.backend.CudaDriver;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;

/** The device memory of one batch, each piece with what it mirrors on the host. */
final class CudaMemory implements AutoCloseable {
    /** Kinds of flags, each B ints: of step and reset, of views and masks, of ends, of measures, of gauges. */
    static final int FLAGS = 5;

    private final CudaDriver.Context context;
    private final List<Long> held = new ArrayList<>();
    private final List<Long> pinned = new ArrayList<>();

    final long state;
    final long spare;
    final long flags;
    final long any;
    final long which;
    final ByteBuffer hostFlags;
    final ByteBuffer hostActions;
    final ByteBuffer hostDesigns;
    final Piece actions;
    final Piece designs;
    final Piece rewards;
    final Piece codes;
    final Piece numbers;
    final Piece masks;
    final Piece terminated;
    final Piece truncated;
    final Piece ended;
    final Piece due;
    final Piece ledger;
    final Piece measures;
    final Piece gauges;
    final Piece principalCodes;
    final Piece principalNumbers;
    private final List<Piece> shown;

    /**
     * Rows of the device and the same of the host.
     *
     * @param device where they begin there; 0 if there are none
     * @param host where they begin here
     * @param row bytes of a world's row
     */
    record Piece(long device, long host, long row) {}

    CudaMemory(CudaDriver.Context context, int worlds, int recordBytes, Spaces spaces, Tensors now) {
        this.context = context;
        try {
            this.state = reserve(stateBytes(worlds, recordBytes));
            this.spare = reserve(stateBytes(worlds, recordBytes));
            this.flags = reserve((long) FLAGS * worlds * Integer.BYTES);
            this.any = reserve(((long) worlds / CudaCode.TILE + 1) * Integer.BYTES);
            this.which = reserve(worlds);
            this.hostFlags = direct((long) FLAGS * worlds * Integer.BYTES);
            this.hostActions = direct((long) worlds * spaces.players() * spaces.heads() * Integer.BYTES);
            this.hostDesigns = direct((long) worlds * spaces.design().dimension() * Float.BYTES);
            this.actions = piece(hostActions, worlds, 1);
            this.designs = piece(hostDesigns, worlds, 1);
            this.rewards = piece(now.rewards().view(), worlds, Float.BYTES);
            this.codes = piece(now.codes().view(), worlds, 1);
            this.numbers = piece(now.numbers().view(), worlds, Float.BYTES);
            this.masks = piece(now.masks().view(), worlds, 1);
            this.terminated = piece(now.terminated().view(), worlds, 1);
            this.truncated = piece(now.truncated().view(), worlds, 1);
            this.ended = piece(now.ended().view(), worlds, 1);
            this.due = piece(now.due().view(), worlds, 1);
            this.ledger = piece(now.ledger().view(), worlds, Float.BYTES);
            this.measures = piece(now.measures().view(), worlds, Float.BYTES);
            this.gauges = piece(now.gauges().view(), worlds, Float.BYTES);
            this.principalCodes = piece(now.principalCodes().view(), worlds, 1);
            this.principalNumbers = piece(now.principalNumbers().view(), worlds, Float.BYTES);
            List<Piece> needed = List.of(terminated, truncated, ended, due, ledger, measures, gauges);
            List<Piece> seen = List.of(codes, numbers, masks);
            this.shown = Boolean.parseBoolean(System.getProperty(Backend.COPIES, "true"))
                    ? Stream.concat(seen.stream(), needed.stream()).toList()
                    : needed;
        } catch (RuntimeException | Error problem) {
            close();
            throw problem;
        }
    }

    /** Bytes of so many interleaved records. */
    static long stateBytes(int worlds, int recordBytes) {
        long tiles = (worlds + CudaCode.TILE - 1L) / CudaCode.TILE;
        return tiles * CudaCode.TILE * recordBytes;
    }

    /** Device bytes that a world takes, all in all. */
    static long bytesPerWorld(int recordBytes, Spaces s) {
        long player = s.codes().cells()
                + (s.masked() ? s.choices() : 0)
                + (long) Float.BYTES * (s.numbers().size() + s.measures().size() + s.heads() + 1);
        long world = s.principalCodes().cells()
                + (long) Float.BYTES
                        * (s.principalNumbers().size()
                                + s.gauges().size()
                                + s.ledger()
                                + s.design().dimension());
        return 2L * recordBytes + s.players() * player + world + (long) FLAGS * Integer.BYTES + 5;
    }

    /** Where the flags of one kind are. */
    long flags(int kind, int worlds) {
        return flags + (long) kind * worlds * Integer.BYTES;
    }

    private long reserve(long bytes) {
        if (bytes == 0) {
            return 0;
        }
        long address = context.allocate(bytes);
        held.add(address);
        return address;
    }

    private Piece piece(Buffer host, int worlds, int element) {
        long bytes = (long) host.capacity() * element;
        if (bytes == 0) {
            return new Piece(0, 0, 0);
        }
        long address = Pointer.nativeValue(Native.getDirectBufferPointer(host));
        if (context.pin(address, bytes)) {
            pinned.add(address);
        }
        return new Piece(reserve(bytes), address, bytes / worlds);
    }

    private static ByteBuffer direct(long bytes) {
        return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
    }

    /** Where a buffer's memory begins. */
    static long address(Buffer buffer) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(buffer));
    }

    /** Queues a copy of some worlds' rows to the device. */
    void up(Piece piece, int first, int count, long stream) {
        if (piece.row > 0) {
            context.toDevice(
                    piece.device + first * piece.row, piece.host + first * piece.row, count * piece.row, stream);
        }
    }

    /** Queues a copy of some worlds' rows to the host. */
    void down(Piece piece, int first, int count, long stream) {
        if (piece.row > 0) {
            context.toHost(piece.host + first * piece.row, piece.device + first * piece.row, count * piece.row, stream);
        }
    }

    /** Everything of a look that the host is shown. */
    List<Piece> shown() {
        return shown;
    }

    @Override
    public void close() {
        pinned.forEach(context::unpin);
        held.forEach(context::release);
        pinned.clear();
        held.clear();
    }
}
