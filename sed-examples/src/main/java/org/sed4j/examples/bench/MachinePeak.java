package org.sed4j.examples.bench;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What one core can do at best: a large matrix product in single precision, and a copy beyond its caches.
 *
 * @param flops floating-point operations a second
 * @param bytes read and written a second
 */
record MachinePeak(double flops, double bytes) {
    private static final int SIZE = 1024;
    private static final int FLOATS = 16 << 20;
    private static final int TURNS = 9;

    static MachinePeak measure() {
        try (INDArray a = Nd4j.ones(DataType.FLOAT, SIZE, SIZE);
                INDArray b = Nd4j.ones(DataType.FLOAT, SIZE, SIZE);
                INDArray c = Nd4j.zeros(DataType.FLOAT, SIZE, SIZE)) {
            double product = median(() -> a.mmuli(b, c));
            float[] from = new float[FLOATS];
            float[] to = new float[FLOATS];
            double copy = median(() -> System.arraycopy(from, 0, to, 0, FLOATS));
            return new MachinePeak(2.0 * SIZE * SIZE * SIZE / product, 2.0 * Float.BYTES * FLOATS / copy);
        }
    }

    private static double median(Runnable job) {
        double[] seconds = new double[TURNS];
        job.run();
        for (int turn = 0; turn < TURNS; turn++) {
            long begun = System.nanoTime();
            job.run();
            seconds[turn] = (System.nanoTime() - begun) * 1e-9;
        }
        Arrays.sort(seconds);
        return seconds[TURNS / 2];
    }
}
