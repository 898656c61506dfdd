package org.sed4j.rl.network;

import org.jspecify.annotations.Nullable;

/**
 * Where a convolution looks: input planes, kernel, stride and the zeros put before the first row and column.
 *
 * <p>A column, after the usual "image to column" layout, holds for one position of the output everything its kernel sees:
 * {@link #taps} floats, ordered (plane, kernel row, kernel column) as the weights are.
 */
record Window(
        Size in,
        int kernelRows,
        int kernelColumns,
        int strideRows,
        int strideColumns,
        int top,
        int left,
        int outRows,
        int outColumns) {

    /** Planes of cells. */
    record Size(int planes, int height, int width) {
        int cells() {
            return height * width;
        }
    }

    /**
     * @param padding DL4J's explicit padding, or null for mode Same, which splits what is needed and puts the odd one last
     */
    static Window of(Size in, int[] kernel, int[] stride, int @Nullable [] padding, int outRows, int outColumns) {
        int top = padding != null ? padding[0] : before(in.height(), kernel[0], stride[0], outRows);
        int left = padding != null ? padding[1] : before(in.width(), kernel[1], stride[1], outColumns);
        return new Window(in, kernel[0], kernel[1], stride[0], stride[1], top, left, outRows, outColumns);
    }

    private static int before(int in, int kernel, int stride, int out) {
        return Math.max(0, (out - 1) * stride + kernel - in) / 2;
    }

    /** Positions of the output: its rows · columns. */
    int positions() {
        return outRows * outColumns;
    }

    /** What a kernel sees: planes · kernel rows · kernel columns. */
    int taps() {
        return in.planes() * kernelRows * kernelColumns;
    }

    /** First output column whose tap {@code kx} lies inside. */
    int firstColumn(int kx) {
        return first(left - kx, strideColumns);
    }

    /** One past the last output column whose tap {@code kx} lies inside. */
    int endColumn(int kx) {
        return end(left - kx, in.width(), strideColumns, outColumns);
    }

    /** First output row whose tap {@code ky} lies inside. */
    int firstRow(int ky) {
        return first(top - ky, strideRows);
    }

    /** One past the last output row whose tap {@code ky} lies inside. */
    int endRow(int ky) {
        return end(top - ky, in.height(), strideRows, outRows);
    }

    private static int first(int shift, int stride) {
        return shift <= 0 ? 0 : (shift + stride - 1) / stride;
    }

    private static int end(int shift, int size, int stride, int out) {
        return Math.max(0, Math.min(out, Math.floorDiv(size - 1 + shift, stride) + 1));
    }
}
