package org.sed4j.envs.gtb;

import java.util.Arrays;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * The payments of ranked players: the expected order statistics of n clipped draws of skill, the least first.
 *
 * <p>The released code estimates them from 100,000 draws of n with numpy's generator at seed 1. The same generator is run here,
 * so that its payments come out to the last bits: for four players 11.33, 13.27, 16.47 and 22.25 coin. Above 16 players the
 * integral E[X_(k)] is computed instead, which that estimate approaches.
 */
final class RankedSkills {
    private static final int DRAWS = 100_000;
    private static final int SEED = 1;
    private static final int MOST_DRAWN = 16;
    private static final int INTERVALS = 4000;

    private RankedSkills() {}

    /** Payments for n ranks, the least first. */
    static double[] payments(int n, Building building) {
        double[] multiples = new double[n];
        if (building.skill() == Skill.NONE) {
            Arrays.fill(multiples, 1);
        } else {
            multiples = n <= MOST_DRAWN ? drawn(n, building) : integrated(n, building);
        }
        for (int k = 0; k < n; k++) {
            multiples[k] *= building.payment();
        }
        return multiples;
    }

    /** As the released code: always Pareto. */
    private static double[] drawn(int n, Building building) {
        MersenneTwister twister = new MersenneTwister(SEED);
        double[] sums = new double[n];
        double[] row = new double[n];
        for (int d = 0; d < DRAWS; d++) {
            for (int i = 0; i < n; i++) {
                double u = uniform(twister);
                row[i] = building.multiple(StrictMath.exp(-StrictMath.log(1 - u) / 4) - 1);
            }
            Arrays.sort(row);
            for (int i = 0; i < n; i++) {
                sums[i] += row[i];
            }
        }
        for (int i = 0; i < n; i++) {
            sums[i] /= DRAWS;
        }
        return sums;
    }

    /** numpy's 53 bits: 27 of one word and 26 of the next. */
    private static double uniform(MersenneTwister twister) {
        int high = twister.nextInt() >>> 5;
        int low = twister.nextInt() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /** E[X_(k)] = 1 + ∫_1^M P(X_(k) > x) dx, by the trapezoidal rule; X_(k) > x if at most k-1 draws lie at or below x. */
    private static double[] integrated(int n, Building building) {
        double[] means = new double[n];
        Arrays.fill(means, 1);
        double most = building.mostMultiplier();
        double width = (most - 1) / INTERVALS;
        for (int j = 0; j <= INTERVALS && width > 0; j++) {
            double s = j * width / (most - 1);
            double above = Math.pow(1 + s, -4);
            double weight = j == 0 || j == INTERVALS ? 0.5 : 1;
            double exactly = n * Math.log(above); // log P(none at or below x)
            double atMost = 0;
            for (int k = 0; k < n; k++) {
                atMost += Math.exp(exactly);
                means[k] += weight * width * Math.min(1, atMost);
                exactly += Math.log((n - k) / (k + 1.0)) + Math.log1p(-above) - Math.log(above);
            }
        }
        return means;
    }
}
