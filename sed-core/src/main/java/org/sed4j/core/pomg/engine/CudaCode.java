package org.sed4j.core.pomg.engine;

import java.util.HashMap;
import java.util.Map;
import org.sed4j.core.backend.CudaDevice;
import org.sed4j.core.backend.CudaDriver;
import org.sed4j.core.backend.PtxCompiler;

/**
 * One World's kernels on one device, shared by a batch and its forks.
 *
 * @param program what they were made from
 * @param device where they are
 * @param context of the device
 * @param kernels by name
 */
record CudaCode(Program program, CudaDevice device, CudaDriver.Context context, Map<String, Long> kernels) {
    /** Worlds whose records are interleaved, so that neighbouring threads read neighbouring memory: a warp of them. */
    static final int TILE = 32;

    /** Bytes of arrays that a thread can have: the local memory of every device so far (CUDA C++ Programming Guide). */
    static final int MOST_SCRATCH = 512 << 10;

    /** Says whether any world was flagged. */
    private static final String ANY = """

            extern "C" __global__ void sed_run_any(const int *flags, int count, int *any) {
                int t = blockIdx.x * blockDim.x + threadIdx.x;
                if (t < count && flags[t]) atomicOr(any, 1);
            }
            """;

    static final String ANY_KERNEL = "sed_run_any";

    CudaCode {
        kernels = Map.copyOf(kernels);
    }

    /**
     * Compiles for a device and loads.
     *
     * @throws org.sed4j.core.backend.CompilationFailure if the compiler refuses
     * @throws org.sed4j.core.backend.CudaFailure if the driver does
     */
    static CudaCode of(Program program, PtxCompiler compiler, CudaDriver driver, CudaDevice device) {
        String ptx = ptx(program, compiler, device.capability());
        CudaDriver.Context context = driver.open(device);
        try {
            long module = context.load(ptx);
            Map<String, Long> kernels = new HashMap<>();
            for (String entry : program.entries()) {
                kernels.put(entry, context.function(module, entry));
            }
            kernels.put(ANY_KERNEL, context.function(module, ANY_KERNEL));
            return new CudaCode(program, device, context, kernels);
        } catch (RuntimeException | Error problem) {
            context.close();
            throw problem;
        }
    }

    /** The World's kernels and the run time's own. */
    static String ptx(Program program, PtxCompiler compiler, int capability) {
        return compiler.compile(program.cuda() + ANY, capability, "SED_TILE=" + TILE);
    }

    /** The kernel of that name. */
    long kernel(String name) {
        Long kernel = kernels.get(name);
        if (kernel == null) {
            throw new IllegalStateException("There is no kernel " + name);
        }
        return kernel;
    }
}
