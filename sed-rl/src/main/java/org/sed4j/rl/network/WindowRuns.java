package org.sed4j.rl.network;

/**
 * What a cell of a convolution's input meets: runs of weights beside the runs of output positions that they add to.
 *
 * <p>Weights lie by (kernel row, kernel column from the last to the first, filter) and sums by (position, filter), so that at
 * stride 1 a kernel row is one run.
 */
final class WindowRuns {
    private final int[] start;
    private final int[] weight;
    private final int[] sum;
    private final int[] length;
    private int count;

    WindowRuns(Window window, int filters) {
        int cells = window.in().cells();
        int most = cells * window.kernelRows() * (window.strideColumns() == 1 ? 1 : window.kernelColumns());
        this.start = new int[cells + 1];
        this.weight = new int[most];
        this.sum = new int[most];
        this.length = new int[most];
        for (int cell = 0; cell < cells; cell++) {
            collect(window, filters, cell);
            start[cell + 1] = count;
        }
    }

    private void collect(Window window, int filters, int cell) {
        int columns = window.kernelColumns();
        int y = cell / window.in().width();
        int x = cell % window.in().width();
        for (int ky = 0; ky < window.kernelRows(); ky++) {
            int row = outputOf(y + window.top() - ky, window.strideRows(), window.outRows());
            int last = -2;
            for (int j = 0; row >= 0 && j < columns; j++) {
                int column =
                        outputOf(x + window.left() - (columns - 1) + j, window.strideColumns(), window.outColumns());
                if (column >= 0 && column == last + 1) {
                    length[count - 1] += filters;
                } else if (column >= 0) {
                    weight[count] = (ky * columns + j) * filters;
                    sum[count] = (row * window.outColumns() + column) * filters;
                    length[count++] = filters;
                }
                last = column >= 0 && window.strideColumns() == 1 ? column : -2;
            }
        }
    }

    /** Which output a shifted input meets, or -1. */
    private static int outputOf(int shifted, int stride, int outputs) {
        boolean met = shifted >= 0 && shifted % stride == 0 && shifted / stride < outputs;
        return met ? shifted / stride : -1;
    }

    int start(int cell) {
        return start[cell];
    }

    int end(int cell) {
        return start[cell + 1];
    }

    int weight(int run) {
        return weight[run];
    }

    int sum(int run) {
        return sum[run];
    }

    int length(int run) {
        return length[run];
    }
}
