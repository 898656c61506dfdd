package org.sed4j.rl.network;

/**
 * What an output position of a convolution meets in a plane of its input: cells, and where the weights of their taps begin.
 *
 * <p>For rows with one plane set in every cell, as one-hot codes are: then a sum is one weight a tap, gathered in registers. Weights
 * lie as {@link WindowRuns} has them.
 */
final class WindowTaps {
    private final int filters;
    private final int positions;
    /** By position: where its taps begin. */
    private final int[] start;

    private final int[] cell;
    private final int[] weight;
    /** One position's taps: where their weights begin, the cell's plane counted in. */
    private final int[] met;

    WindowTaps(Window window, int filters) {
        int rows = window.kernelRows();
        int columns = window.kernelColumns();
        int width = window.in().width();
        int height = window.in().cells() / width;
        this.filters = filters;
        this.positions = window.positions();
        this.start = new int[positions + 1];
        this.cell = new int[positions * rows * columns];
        this.weight = new int[cell.length];
        this.met = new int[rows * columns];
        int count = 0;
        for (int p = 0; p < positions; p++) {
            int top = p / window.outColumns() * window.strideRows() - window.top();
            int left = p % window.outColumns() * window.strideColumns() - window.left();
            for (int ky = Math.max(0, -top); ky < rows && top + ky < height; ky++) {
                for (int kx = Math.max(0, -left); kx < columns && left + kx < width; kx++) {
                    cell[count] = (top + ky) * width + left + kx;
                    weight[count++] = (ky * columns + columns - 1 - kx) * filters;
                }
            }
            start[p + 1] = count;
        }
    }

    /**
     * Adds one row's sums to its outputs.
     *
     * @param planes by cell: where the weights of the plane that is set there begin
     * @param to [filters · positions] from {@code at} on
     */
    void addSums(int[] planes, double[] weights, double[] to, int at) {
        for (int p = 0; p < positions; p++) {
            int taps = 0;
            for (int t = start[p]; t < start[p + 1]; t++) {
                met[taps++] = planes[cell[t]] + weight[t];
            }
            int f = 0;
            for (; f + 2 < filters; f += 3) {
                double a = 0;
                double b = 0;
                double c = 0;
                for (int t = 0; t < taps; t++) {
                    int w = met[t] + f;
                    a += weights[w];
                    b += weights[w + 1];
                    c += weights[w + 2];
                }
                to[at + f * positions + p] += a;
                to[at + (f + 1) * positions + p] += b;
                to[at + (f + 2) * positions + p] += c;
            }
            for (; f < filters; f++) {
                double a = 0;
                for (int t = 0; t < taps; t++) {
                    a += weights[met[t] + f];
                }
                to[at + f * positions + p] += a;
            }
        }
    }
}
