package org.sed4j.rl.policygradient;

/** A few operations on arrays as vectors. */
final class Vectors {
    private Vectors() {}

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** ‖x‖. */
    static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /** x + h · direction. */
    static double[] moved(double[] x, double h, double[] direction) {
        double[] moved = x.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += h * direction[i];
        }
        return moved;
    }
}
