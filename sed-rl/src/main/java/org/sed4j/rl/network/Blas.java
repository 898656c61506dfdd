package org.sed4j.rl.network;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * OpenBLAS as ND4J ships it, on row-major matrices in one memory each.
 *
 * <p>One thread for each call, many callers: parallelism is over rows, so that results depend on no thread count.
 */
final class Blas {
    private static final int ROW_MAJOR = openblas.CblasRowMajor;
    private static final int PLAIN = openblas.CblasNoTrans;
    private static final int TURNED = openblas.CblasTrans;

    private Blas() {}

    /** c[m, n] = a[m, k] · b[n, k]ᵀ + keep · c; {@code lda} and so on are the lengths of rows in memory. */
    static void timesTransposed(
            int m,
            int n,
            int k,
            FloatPointer a,
            int lda,
            FloatPointer b,
            int ldb,
            float keep,
            FloatPointer c,
            int ldc) {
        openblas.cblas_sgemm(ROW_MAJOR, PLAIN, TURNED, m, n, k, 1, a, lda, b, ldb, keep, c, ldc);
    }

    /** c[m, n] = a[m, k] · b[k, n] + keep · c. */
    static void times(
            int m,
            int n,
            int k,
            FloatPointer a,
            int lda,
            FloatPointer b,
            int ldb,
            float keep,
            FloatPointer c,
            int ldc) {
        openblas.cblas_sgemm(ROW_MAJOR, PLAIN, PLAIN, m, n, k, 1, a, lda, b, ldb, keep, c, ldc);
    }

    /** c[m, n] = a[k, m]ᵀ · b[k, n] + keep · c. */
    static void transposedTimes(
            int m,
            int n,
            int k,
            FloatPointer a,
            int lda,
            FloatPointer b,
            int ldb,
            float keep,
            FloatPointer c,
            int ldc) {
        openblas.cblas_sgemm(ROW_MAJOR, TURNED, PLAIN, m, n, k, 1, a, lda, b, ldb, keep, c, ldc);
    }

    /** y += x, for {@code length} floats. */
    static void add(int length, FloatPointer x, FloatPointer y) {
        openblas.cblas_saxpy(length, 1, x, 1, y, 1);
    }

    /** y[n] += a[m, n]ᵀ · x[m]. */
    static void addTransposedTimes(int m, int n, FloatPointer a, FloatPointer x, FloatPointer y) {
        openblas.cblas_sgemv(ROW_MAJOR, TURNED, m, n, 1, a, n, x, 1, 1, y, 1);
    }

    /** y[m] += a[m, n] · x[n]. */
    static void addTimes(int m, int n, FloatPointer a, FloatPointer x, FloatPointer y) {
        openblas.cblas_sgemv(ROW_MAJOR, PLAIN, m, n, 1, a, n, x, 1, 1, y, 1);
    }
}
