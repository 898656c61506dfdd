package org.sed4j.examples.bench;

import java.util.Arrays;

/**
 * Times two runners side by side: short turns, one after the other, so that what else the machine does hits both alike.
 *
 * <p>Each round gives one speed of each and one ratio; the medians over the rounds are reported. Both runners do the same
 * number of steps in all, warm-up included.
 */
final class Stopwatch {
    /** Odd, so that the median is a measurement. */
    private static final int ROUNDS = 11;

    private static final double NANO = 1e-9;

    private Stopwatch() {}

    /** Something that can take steps. */
    @FunctionalInterface
    interface Runner {
        /** Takes that many steps. */
        void steps(int count);
    }

    /**
     * What was measured.
     *
     * @param subject steps per second, median over the rounds
     * @param reference likewise
     * @param ratio of the speeds, subject to reference, median over the rounds
     */
    record Timing(double subject, double reference, double ratio) {}

    /**
     * Races two runners.
     *
     * @param seconds for each of them, after as much again for warming up
     */
    static Timing race(Runner subject, Runner reference, double seconds) {
        int turn = warm(subject, reference, seconds);
        double[] first = new double[ROUNDS];
        double[] second = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            boolean swap = round % 2 == 1;
            double one = swap ? 0 : timed(subject, turn);
            double other = timed(reference, turn);
            one = swap ? timed(subject, turn) : one;
            first[round] = turn / one;
            second[round] = turn / other;
            ratio[round] = other / one;
        }
        return new Timing(median(first), median(second), median(ratio));
    }

    /** Steps per second of one runner alone, median over as many rounds, after twice {@code seconds} of warming up. */
    static double speed(Runner runner, double seconds) {
        Runner nobody = count -> {};
        int turn = warm(runner, nobody, seconds);
        double[] speeds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            speeds[round] = turn / timed(runner, turn);
        }
        return median(speeds);
    }

    /** Runs both until they are compiled; returns how many steps a turn should have. */
    private static int warm(Runner subject, Runner reference, double seconds) {
        double spent = 0;
        int turn = 1;
        double last = 0;
        while (spent < 2 * seconds || last < seconds / ROUNDS) {
            last = timed(subject, turn);
            spent += last + timed(reference, turn);
            if (last < seconds / ROUNDS / 2) {
                turn *= 2;
            } else if (spent >= 2 * seconds) {
                break;
            }
        }
        return Math.max(1, (int) (turn * seconds / ROUNDS / last));
    }

    private static double timed(Runner runner, int steps) {
        long start = System.nanoTime();
        runner.steps(steps);
        return Math.max(1, System.nanoTime() - start) * NANO;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
