package org.sed4j.core.pomg.engine;

import java.nio.ByteBuffer;
import org.sed4j.core.backend.CudaDriver;

/** The work of some neighbouring worlds of a batch, queued on a stream of its own. */
final class CudaQueue {
    private static final int THREADS = 128;
    private static final int STEP = 0;
    private static final int VIEWS = 1;
    private static final int ENDS = 2;
    private static final int MEASURES = 3;
    private static final int GAUGES = 4;

    private final CudaCode code;
    private final CudaDriver.Context context;
    private final CudaMemory memory;
    private final int worlds;
    private final int players;
    private final int first;
    private final int count;
    private final long stream;
    private final ByteBuffer any = ByteBuffer.allocateDirect(Integer.BYTES).order(java.nio.ByteOrder.nativeOrder());
    private final ByteBuffer marks;
    /** Whether the host's flags are those of a call in which a world was flagged. */
    private boolean flagged;

    /** Of the worlds {@code first} to {@code first + count - 1}. */
    CudaQueue(CudaCode code, CudaMemory memory, int worlds, int players, int first, int count) {
        this.code = code;
        this.context = code.context();
        this.memory = memory;
        this.worlds = worlds;
        this.players = players;
        this.first = first;
        this.count = count;
        this.stream = context.stream();
        this.marks = ByteBuffer.allocateDirect(worlds);
    }

    /** Queues a step with the actions and designs of the host. */
    void step() {
        memory.up(memory.actions, first, count, stream);
        memory.up(memory.designs, first, count, stream);
        launch(
                "sed_step",
                1,
                memory.state,
                first,
                count,
                memory.actions.device(),
                memory.designs.device(),
                memory.rewards.device(),
                flags(STEP),
                memory.spare);
        memory.down(memory.rewards, first, count, stream);
    }

    /** Queues a reset of the marked worlds. */
    void reset(byte[] marked) {
        clear(STEP);
        mark(marked);
        launch("sed_reset", 1, memory.state, first, count, memory.which, flags(STEP), memory.spare);
    }

    private void mark(byte[] marked) {
        marks.put(first, marked, first, count);
        context.toDevice(memory.which + first, CudaMemory.address(marks) + first, count, stream);
    }

    private void clear(int kind) {
        context.zero(flags(kind) + (long) first * Integer.BYTES, (long) count * Integer.BYTES, stream);
    }

    /** Queues a look at every world. */
    void look() {
        memory.up(memory.designs, first, count, stream);
        clear(VIEWS);
        launch(
                "sed_observe",
                players,
                memory.state,
                first,
                count,
                memory.designs.device(),
                memory.codes.device(),
                memory.numbers.device(),
                flags(VIEWS));
        if (code.program().has("sed_allowed")) {
            launch(
                    "sed_allowed",
                    players,
                    memory.state,
                    first,
                    count,
                    memory.designs.device(),
                    memory.masks.device(),
                    flags(VIEWS));
        }
        launch(
                "sed_ends",
                1,
                memory.state,
                first,
                count,
                memory.terminated.device(),
                memory.truncated.device(),
                memory.ended.device(),
                memory.due.device(),
                flags(ENDS));
        if (code.program().has("sed_measure")) {
            launch("sed_measure", 1, memory.state, first, count, memory.measures.device(), flags(MEASURES));
        }
        if (code.program().has("sed_gauge")) {
            launch("sed_gauge", 1, memory.state, first, count, memory.gauges.device(), flags(GAUGES));
        }
        if (code.program().has("sed_ledger")) {
            launch("sed_ledger", 1, memory.state, first, count, memory.ledger.device());
        }
    }

    /**
     * Queues copies of what all worlds show to the tensors, and the question whether any was flagged.
     *
     * @param stepped whether they were stepped before; else flags of an earlier step count no more
     */
    void show(boolean stepped) {
        for (CudaMemory.Piece piece : memory.shown()) {
            memory.down(piece, first, count, stream);
        }
        ask(stepped ? STEP : VIEWS);
    }

    /** Queues copies of what the marked worlds show. */
    void showRuns(byte[] marked) {
        runs(marked, memory.shown().toArray(new CudaMemory.Piece[0]));
        ask(STEP);
    }

    private void runs(byte[] marked, CudaMemory.Piece... pieces) {
        for (int from = first; from < first + count; from++) {
            int to = from;
            while (to < first + count && marked[to] != 0) {
                to++;
            }
            if (to > from) {
                for (CudaMemory.Piece piece : pieces) {
                    memory.down(piece, from, to - from, stream);
                }
                from = to;
            }
        }
    }

    /** Queues the principal's view of the due worlds. */
    void consult(byte[] due) {
        memory.up(memory.actions, first, count, stream);
        memory.up(memory.designs, first, count, stream);
        mark(due);
        for (int kind = STEP; kind < CudaMemory.FLAGS; kind++) {
            clear(kind);
        }
        launch(
                "sed_consult",
                1,
                memory.state,
                first,
                count,
                memory.which,
                memory.actions.device(),
                memory.designs.device(),
                memory.principalCodes.device(),
                memory.principalNumbers.device(),
                flags(VIEWS));
        runs(due, memory.principalCodes, memory.principalNumbers);
        ask(VIEWS);
    }

    /** Queues one number: whether any world has a flag of that kind or a later one. */
    private void ask(int fromKind) {
        long answer = memory.any + (long) first / CudaCode.TILE * Integer.BYTES;
        context.zero(answer, Integer.BYTES, stream);
        for (int kind = fromKind; kind < CudaMemory.FLAGS; kind++) {
            long flags = flags(kind) + (long) first * Integer.BYTES;
            context.launch(code.kernel(CudaCode.ANY_KERNEL), blocks(count), THREADS, stream, flags, count, answer);
        }
        context.toHost(CudaMemory.address(any), answer, Integer.BYTES, stream);
    }

    /** Waits; whether any world was flagged, and then which are in the host's flags. */
    boolean await() {
        context.await(stream);
        if (any.getInt(0) == 0) {
            forget();
            return false;
        }
        flagged = true;
        long host = CudaMemory.address(memory.hostFlags);
        for (int kind = STEP; kind < CudaMemory.FLAGS; kind++) {
            long at = ((long) kind * worlds + first) * Integer.BYTES;
            context.toHost(host + at, memory.flags + at, (long) count * Integer.BYTES, stream);
        }
        context.await(stream);
        return true;
    }

    /** Clears what the host knows of an earlier call's flags. */
    private void forget() {
        for (int kind = STEP; flagged && kind < CudaMemory.FLAGS; kind++) {
            for (int b = first; b < first + count; b++) {
                memory.hostFlags.putInt((kind * worlds + b) * Integer.BYTES, 0);
            }
        }
        flagged = false;
    }

    /** Gives the stream back. */
    void close() {
        context.end(stream);
    }

    private long flags(int kind) {
        return memory.flags(kind, worlds);
    }

    private void launch(String kernel, int threadsAWorld, Number... arguments) {
        context.launch(code.kernel(kernel), blocks((long) count * threadsAWorld), THREADS, stream, arguments);
    }

    private static int blocks(long threads) {
        return Math.toIntExact((threads + THREADS - 1) / THREADS);
    }
}
