package org.sed4j.rl.network;

import java.util.Arrays;

/** Columns of the convolution before. */
final class PlaneColumns implements Columns {
    private final Window window;
    private final Pass before;
    private final float[] line; // one tap over a chunk

    PlaneColumns(Window window, Pass before, int chunk) {
        this.window = window;
        this.before = before;
        this.line = new float[chunk * window.positions()];
    }

    @Override
    public void write(int rows, Block columns) {
        write(before.values, rows, columns);
    }

    @Override
    public void writeSlopes(int rows, Block columns) {
        write(before.slopes, rows, columns);
    }

    private void write(float[] planes, int rows, Block columns) {
        int run = rows * window.positions();
        int tap = 0;
        for (int plane = 0; plane < window.in().planes(); plane++) {
            for (int ky = 0; ky < window.kernelRows(); ky++) {
                for (int kx = 0; kx < window.kernelColumns(); kx++) {
                    Arrays.fill(line, 0, run, 0);
                    visit(plane, ky, kx, rows, planes, true);
                    columns.floats.put(tap++ * run, line, 0, run);
                }
            }
        }
    }

    @Override
    public void back(int rows, Block columns) {
        int run = rows * window.positions();
        Arrays.fill(before.slopes, 0, rows * window.in().planes() * window.in().cells(), 0);
        int tap = 0;
        for (int plane = 0; plane < window.in().planes(); plane++) {
            for (int ky = 0; ky < window.kernelRows(); ky++) {
                for (int kx = 0; kx < window.kernelColumns(); kx++) {
                    columns.floats.get(tap++ * run, line, 0, run);
                    visit(plane, ky, kx, rows, before.slopes, false);
                }
            }
        }
    }

    /** Copies what one tap sees into the line, or adds the line to it. */
    private void visit(int plane, int ky, int kx, int rows, float[] planes, boolean copy) {
        int firstX = window.firstColumn(kx);
        int endX = window.endColumn(kx);
        int stride = window.strideColumns();
        for (int i = 0; i < rows; i++) {
            for (int oy = window.firstRow(ky); oy < window.endRow(ky); oy++) {
                int y = oy * window.strideRows() - window.top() + ky;
                int from = (plane * rows + i) * window.in().cells()
                        + y * window.in().width()
                        - window.left()
                        + kx;
                int to = i * window.positions() + oy * window.outColumns();
                for (int ox = firstX; ox < endX; ox++) {
                    if (copy) {
                        line[to + ox] = planes[from + ox * stride];
                    } else {
                        planes[from + ox * stride] += line[to + ox];
                    }
                }
            }
        }
    }
}
