package org.sed4j.core.pomg.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.backend.CudaFailure;

/** Worlds in device memory, fetched and kept a tile at a time: what one world needs, its neighbours will need next. */
final class CudaStore implements Residence.Store {
    private final CudaCode code;
    private final CudaMemory memory;
    private final Roster roster;
    private final long stream;
    private final ByteBuffer record;
    private final ByteBuffer packed;
    private final Map<Integer, ByteBuffer> tiles = new HashMap<>();
    private final TreeSet<Integer> changed = new TreeSet<>();
    private @Nullable CudaFailure broken;

    CudaStore(CudaCode code, CudaMemory memory, Roster roster, long stream) {
        this.code = code;
        this.memory = memory;
        this.roster = roster;
        this.stream = stream;
        this.record = ByteBuffer.allocate(code.program().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        this.packed = ByteBuffer.allocate(roster.stateBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The device has failed: what it holds is lost. */
    void fail(CudaFailure failure) {
        broken = failure;
        tiles.clear();
    }

    /**
     * Requires that the device has not failed.
     *
     * @throws IllegalStateException with the failure as its cause
     */
    void requireHealthy() {
        if (broken != null) {
            throw new IllegalStateException(
                    "The device has failed before, so nothing that it holds counts.\nMaybe a new batch, restored from a"
                            + " snapshot, goes on.",
                    broken);
        }
    }

    @Override
    public void fetch(int b) {
        requireHealthy();
        code.program().interleave(record, tile(b), CudaCode.TILE, b % CudaCode.TILE, false);
        code.program().unpack(record, packed.clear());
        roster.place(b, record.getLong(0), record.getLong(Long.BYTES), packed.flip());
    }

    @Override
    public void keep(int b) {
        roster.state(b, packed.clear());
        code.program().pack(roster.key(b), roster.ticked(b), packed.flip(), record);
        code.program().interleave(record, tile(b), CudaCode.TILE, b % CudaCode.TILE, true);
        changed.add(b / CudaCode.TILE);
    }

    @Override
    public void settle() {
        for (int number : changed) {
            ByteBuffer tile = tiles.get(number);
            if (tile != null) {
                code.context().toDevice(at(number), CudaMemory.address(tile), tile.capacity(), stream);
            }
        }
        code.context().await(stream);
        changed.clear();
    }

    /** Called when kernels have written: what was fetched is old. */
    void forget() {
        tiles.clear();
    }

    private long at(int number) {
        return memory.state + (long) number * CudaCode.TILE * code.program().bytes();
    }

    private ByteBuffer tile(int b) {
        return tiles.computeIfAbsent(b / CudaCode.TILE, number -> {
            ByteBuffer tile = ByteBuffer.allocateDirect(
                            CudaCode.TILE * code.program().bytes())
                    .order(ByteOrder.LITTLE_ENDIAN);
            code.context().toHost(CudaMemory.address(tile), at(number), tile.capacity(), stream);
            code.context().await(stream);
            return tile;
        });
    }
}
