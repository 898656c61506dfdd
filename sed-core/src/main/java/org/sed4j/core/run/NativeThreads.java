package org.sed4j.core.run;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.sed4j.core.backend.NativeFolder;

/**
 * The threads of the native libraries, set to one.
 *
 * <p>Parallel work here is done by a {@link Crew} over whole pieces of a problem; libraries that start threads of their own
 * under it slow it down, and a sum split among threads depends on their number. Set in code, so that results do not depend
 * on the variables of a shell.
 */
public final class NativeThreads {
    private NativeThreads() {}

    /** Makes OpenBLAS and ND4J's native operations work on the calling thread alone. Calling it again changes nothing. */
    public static void single() {
        NativeFolder.prepare();
        Once.touch();
    }

    /** Initialised once, by the class loader. */
    private static final class Once {
        static {
            Nd4j.getBackend(); // loads ND4J, which names its native operations, and OpenBLAS with it
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
            openblas.blas_set_num_threads(1);
        }

        static void touch() {}
    }
}
