package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.List;

/** Times several jobs turn about, so that whatever else the machine does falls on all of them. */
final class NetworkTurns {
    private NetworkTurns() {}

    /**
     * Median milliseconds of each job, after a warm-up.
     *
     * @param seconds for each job: half as long again is spent on the warm-up
     */
    static double[] medians(List<Runnable> jobs, double seconds, int leastTurns, int mostTurns) {
        for (Runnable job : jobs) {
            long start = System.nanoTime();
            do {
                job.run();
            } while (System.nanoTime() - start < seconds * 0.5e9);
        }
        List<double[]> turns = new ArrayList<>();
        long start = System.nanoTime();
        while (turns.size() < leastTurns
                || (turns.size() < mostTurns && System.nanoTime() - start < seconds * jobs.size() * 1e9)) {
            double[] turn = new double[jobs.size()];
            for (int i = 0; i < turn.length; i++) {
                long began = System.nanoTime();
                jobs.get(i).run();
                turn[i] = (System.nanoTime() - began) / 1e6;
            }
            turns.add(turn);
        }
        double[] medians = new double[jobs.size()];
        for (int i = 0; i < medians.length; i++) {
            int job = i;
            double[] sorted =
                    turns.stream().mapToDouble(turn -> turn[job]).sorted().toArray();
            medians[i] = sorted[sorted.length / 2];
        }
        return medians;
    }
}
