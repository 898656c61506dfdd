package org.sed4j.rl.network;

import java.nio.FloatBuffer;

/** Columns of one-hot codes and broadcast numbers, straight from bytes. */
final class CodeColumns implements Columns {
    private final Window window;
    private final Inputs inputs;
    private final Feed feed;

    CodeColumns(Window window, Inputs inputs, Feed feed) {
        this.window = window;
        this.inputs = inputs;
        this.feed = feed;
    }

    @Override
    public void write(int rows, Block columns) {
        int run = rows * window.positions();
        columns.zero((long) run * window.taps());
        for (int i = 0; i < rows; i++) {
            for (int ky = 0; ky < window.kernelRows(); ky++) {
                for (int kx = 0; kx < window.kernelColumns(); kx++) {
                    tap(i, ky, kx, run, columns.floats);
                }
            }
        }
    }

    private void tap(int row, int ky, int kx, int run, FloatBuffer columns) {
        int perPlane = window.kernelRows() * window.kernelColumns() * run;
        int kinds = inputs.codes().kinds();
        int start = (ky * window.kernelColumns() + kx) * run + row * window.positions();
        int firstX = window.firstColumn(kx);
        int endX = window.endColumn(kx);
        for (int oy = window.firstRow(ky); oy < window.endRow(ky); oy++) {
            int y = oy * window.strideRows() - window.top() + ky;
            int line = row * window.in().cells() + y * window.in().width() - window.left() + kx;
            for (int ox = firstX; ox < endX; ox++) {
                int at = start + oy * window.outColumns() + ox;
                columns.put(at + feed.codes[line + ox * window.strideColumns()] * perPlane, 1);
            }
            for (int k = 0; k < inputs.numbers(); k++) {
                float number = feed.numbers[row * inputs.numbers() + k];
                for (int ox = firstX; ox < endX; ox++) {
                    columns.put(start + oy * window.outColumns() + ox + (kinds + k) * perPlane, number);
                }
            }
        }
    }

    @Override
    public void writeSlopes(int rows, Block columns) {
        throw new IllegalStateException("codes have no slopes");
    }

    @Override
    public void back(int rows, Block columns) {
        throw new IllegalStateException("codes have no slopes");
    }
}
