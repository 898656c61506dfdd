package org.sed4j.core.pomg.engine;

import org.sed4j.core.backend.CudaFailure;
import org.sed4j.core.pomg.Backing;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;

/** Runs worlds on a CUDA device; instances on the JVM are brought up to date when somebody looks. */
final class CudaEngine implements Engine {
    /** From so many worlds on, one half's copies are worth overlapping with the other half's kernels. */
    private static final int WORTH_TWO = 2_048;
    /** Device memory that is left to the driver: stacks of threads, modules, fragments. */
    private static final long LEFT = 256L << 20;

    private final CudaCode code;
    private final Roster roster;
    private final Spaces spaces;
    private final Tensors now;
    private final CudaMemory memory;
    private final CudaStore store;
    private final Residence residence;
    private final long stream;
    private final CudaQueue[] lanes;

    /** Makes engines that share a device and compiled code. */
    record Maker(CudaCode code, Spaces spaces, Backing backing) implements Engine.Maker {
        @Override
        public Engine of(Roster roster, Tensors now) {
            return new CudaEngine(code, roster, spaces, now);
        }

        /** Why so many worlds do not fit on the device; empty if they do. */
        String crowded(int worlds) {
            long each = CudaMemory.bytesPerWorld(code.program().bytes(), spaces);
            long free = code.context().free() - LEFT;
            return each * worlds > free ? CudaEngine.crowded(code, worlds, each, free) : "";
        }

        @Override
        public void close() {
            code.context().close();
        }
    }

    CudaEngine(CudaCode code, Roster roster, Spaces spaces, Tensors now) {
        this.code = code;
        this.roster = roster;
        this.spaces = spaces;
        this.now = now;
        this.memory = fitting();
        this.stream = code.context().stream();
        this.store = new CudaStore(code, memory, roster, stream);
        this.residence = new Residence(roster.size(), store);
        roster.reside(residence);
        int worlds = roster.size();
        int half = worlds < WORTH_TWO ? worlds : worlds / 2 / CudaCode.TILE * CudaCode.TILE;
        this.lanes = new CudaQueue[worlds == half ? 1 : 2];
        for (int lane = 0; lane < lanes.length; lane++) {
            int first = lane * half;
            int count = lane == lanes.length - 1 ? worlds - first : half;
            lanes[lane] = new CudaQueue(code, memory, worlds, spaces.players(), first, count);
        }
    }

    private CudaMemory fitting() {
        long each = CudaMemory.bytesPerWorld(code.program().bytes(), spaces);
        long free = code.context().free() - LEFT;
        if (each * roster.size() > free) {
            throw tooMany(each, free, null);
        }
        try {
            return new CudaMemory(code.context(), roster.size(), code.program().bytes(), spaces, now);
        } catch (CudaFailure failure) {
            throw failure.code() == CudaFailure.OUT_OF_MEMORY ? tooMany(each, free, failure) : failure;
        }
    }

    private RuntimeException tooMany(long each, long free, @org.jspecify.annotations.Nullable CudaFailure cause) {
        return new IllegalStateException(
                crowded(code, roster.size(), each, free)
                        + ".\nMaybe another program holds the rest; nvidia-smi shows it.",
                cause);
    }

    private static String crowded(CudaCode code, int worlds, long each, long free) {
        return "A batch of " + worlds + " worlds of " + code.program().name() + " needs " + ((each * worlds) >> 20)
                + " MiB on " + code.device() + ", where " + (Math.max(0, free) >> 20) + " MiB are to be had: "
                + Math.max(0, free / each) + " worlds fit";
    }

    /** One: the device is shared by all worlds. */
    @Override
    public int shards(int threads) {
        return 1;
    }

    @Override
    public Drive drive(int from, int to, Marks marks, Stepper.Failures failures) {
        JvmDrive jvm = new JvmDrive(roster, spaces, now, from, to, marks, failures);
        boolean resets = code.program().has("sed_reset");
        return new CudaDrive(lanes, memory, store, roster, residence, jvm, now, marks, resets);
    }

    @Override
    public void close() {
        for (CudaQueue lane : lanes) {
            lane.close();
        }
        code.context().end(stream);
        memory.close();
    }
}
