package org.sed4j.examples.certify;

import java.util.Arrays;
import org.sed4j.core.game.Require;

/**
 * Votes on a point in [0, 1] under the mean rule, by voters with single-peaked preferences who know each other.
 *
 * <p>A voter below its peak reports 1 if that is not enough, one above it reports 0: in equilibrium at the outcome m, those
 * with peaks above m report 1, those below 0, and at most peaks at m report between. So m lies between the shares of peaks
 * above and at or above it, which makes it the median of the n peaks and the n-1 phantoms 1/n, ..., (n-1)/n, and the only
 * one.
 *
 * <p>Sources: Moulin (1980), "On strategy-proofness and single peakedness"; Renault and Trannoy (2005), "Protecting
 * minorities through the average voting rule".
 */
public final class StrategicMean {
    private StrategicMean() {}

    /** The phantoms 1/n, ..., (n-1)/n. */
    public static double[] phantoms(int voters) {
        Require.atLeast(voters, 2, "voters");
        double[] phantoms = new double[voters - 1];
        Arrays.setAll(phantoms, k -> (k + 1.0) / voters);
        return phantoms;
    }

    /**
     * The outcome of the equilibrium: the median of 2n-1 numbers, so that no tie has to be taken.
     *
     * @param peaks of at least two voters, in [0, 1]
     */
    public static double outcome(double... peaks) {
        double[] all = Arrays.copyOf(phantoms(peaks.length), 2 * peaks.length - 1);
        for (int i = 0; i < peaks.length; i++) {
            all[peaks.length - 1 + i] = Require.within(peaks[i], 0, 1, "peak of voter " + i);
        }
        Arrays.sort(all);
        return all[peaks.length - 1];
    }

    /** The report in [0, 1] that brings the mean nearest to a voter's peak, the others' summing to so much. */
    public static double answer(double peak, double others, int voters) {
        return Math.min(1, Math.max(0, voters * peak - others));
    }
}
