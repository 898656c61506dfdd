package org.sed4j.rl.population;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** What a round's choices are regretted by: by seat, how much more the best one choice would have gained on average. */
final class Regrets {
    private final double[][] gained;
    private final double[] earned;
    private final long[] noted;

    Regrets(ActionHeads heads) {
        this.gained = new double[heads.seats()][];
        for (int seat = 0; seat < gained.length; seat++) {
            gained[seat] = new double[heads.size(seat % heads.heads())];
        }
        this.earned = new double[gained.length];
        this.noted = new long[gained.length];
    }

    void clear() {
        for (double[] row : gained) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(earned, 0);
        Arrays.fill(noted, 0);
    }

    /** Goes on as though all gains of a seat had been that much larger. */
    void rescale(int seat, double factor) {
        earned[seat] *= factor;
        for (int a = 0; a < gained[seat].length; a++) {
            gained[seat][a] *= factor;
        }
    }

    /** Notes what each choice would have gained, and what the mixture gained. */
    void note(int seat, double[] gains, double mean) {
        for (int a = 0; a < gains.length; a++) {
            gained[seat][a] += gains[a];
        }
        earned[seat] += mean;
        noted[seat]++;
    }

    /**
     * The mean over seats; NaN if nothing was noted.
     *
     * @param worth by seat, what a gain of 1 is worth
     */
    double mean(IntToDoubleFunction worth) {
        double sum = 0;
        for (int seat = 0; seat < gained.length; seat++) {
            double best = Arrays.stream(gained[seat]).max().orElse(Double.NaN);
            sum += worth.applyAsDouble(seat) * (best - earned[seat]) / noted[seat];
        }
        return sum / gained.length;
    }
}
