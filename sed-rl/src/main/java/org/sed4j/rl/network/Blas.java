package org.sed4j.rl.network;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.nativeblas.NativeOpsHolder;

/** OpenBLAS as ND4J ships it, one thread for each call: parallelism is over rows, so that results depend on no thread count. */
final class Blas {
    static {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        openblas.blas_set_num_threads(1);
    }

    private Blas() {}

    /** Sets one thread, the first time it is called. */
    static void oneThread() {}
}
