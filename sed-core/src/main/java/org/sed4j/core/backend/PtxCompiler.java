package org.sed4j.core.backend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiler from CUDA C to PTX, with products and sums kept apart (no fused multiply-add), as Java has them. */
public interface PtxCompiler {

    /** Code that every device from Ampere on takes: its driver translates what was made for this capability. */
    int COMMON = 80;

    /** What it is and of which version: "NVRTC 12.4". */
    String name();

    /** Where it is. */
    String where();

    /** The CUDA it belongs to: 1000 · major + 10 · minor. A driver at least as new takes its code. */
    int version();

    /**
     * Compiles.
     *
     * @param source of CUDA C, without includes
     * @param capability 10 · major + minor of the device, at least {@link #COMMON}; if the compiler does not know it, code
     *     for the newest that it knows and the device takes is made
     * @throws CompilationFailure with the compiler's log, if it refuses
     */
    String compile(String source, int capability, String... definitions);

    /** NVRTC, or nvcc where there is none; why neither is there. */
    static Search<PtxCompiler> find() {
        Search<Nvrtc> nvrtc = Nvrtc.find();
        if (nvrtc.isFound()) {
            return Search.found(nvrtc.tool());
        }
        Search<Nvcc> nvcc = Nvcc.find();
        return nvcc.isFound()
                ? Search.found(nvcc.tool())
                : Search.missing(nvrtc.why() + "; " + nvcc.why(), nvrtc.remedy());
    }

    /** The newest of these capabilities that a device of capability {@code wanted} takes; null if none is. */
    static @Nullable Integer suitable(List<Integer> known, int wanted) {
        Integer best = null;
        for (int each : known) {
            if (each <= wanted && (best == null || each > best)) {
                best = each;
            }
        }
        return best;
    }
}
