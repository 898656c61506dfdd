package org.sed4j.rl.population;

/** What choices gained in one situation, over the worlds in which it came up. */
final class Lesson {
    private final double[] sums;
    private int worlds;

    Lesson(int choices) {
        this.sums = new double[choices];
    }

    void add(double[] gains) {
        for (int a = 0; a < sums.length; a++) {
            sums[a] += gains[a];
        }
        worlds++;
    }

    double[] mean() {
        double[] mean = sums.clone();
        for (int a = 0; a < mean.length; a++) {
            mean[a] /= worlds;
        }
        return mean;
    }
}
