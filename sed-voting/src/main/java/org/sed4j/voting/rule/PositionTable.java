package org.sed4j.voting.rule;

import java.util.Arrays;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * How often each candidate takes each place: all that a positional rule needs, made in one pass.
 *
 * <p>Candidates tied on a ballot share the places that their tier takes, each with an equal part. Candidates left out are
 * the last tier. Exact: counts are whole, and divided by the size of the tier only at the end.
 */
final class PositionTable {
    private final int m;
    /** For a tier that starts at place p and has s members, {@code counts[p * (m + 1) + s][c]}; null if there is none. */
    private final long[][] counts;

    private PositionTable(int m) {
        this.m = m;
        this.counts = new long[m * (m + 1)][];
    }

    static PositionTable of(RankingProfile profile) {
        int m = profile.candidates().size();
        PositionTable table = new PositionTable(m);
        int[] size = new int[m + 1];
        int[] start = new int[m + 1];
        for (int g = 0; g < profile.groups(); g++) {
            long weight = profile.weight(g);
            for (int level = 0; level <= m; level++) {
                size[level] = 0;
            }
            for (int c = 0; c < m; c++) {
                size[profile.level(g, c)]++;
            }
            int next = 0;
            for (int level = 0; level <= m; level++) {
                start[level] = next;
                next += size[level];
            }
            for (int c = 0; c < m; c++) {
                int level = profile.level(g, c);
                table.tier(start[level], size[level])[c] += weight;
            }
        }
        return table;
    }

    private long[] tier(int start, int size) {
        int index = start * (m + 1) + size;
        long[] tier = counts[index];
        if (tier == null) {
            tier = new long[m];
            counts[index] = tier;
        }
        return tier;
    }

    /** Σ over places of (how often) · (points of the place), for every candidate. */
    BigFraction[] scores(BigFraction[] points) {
        BigFraction[] scores = new BigFraction[m];
        Arrays.fill(scores, BigFraction.ZERO);
        for (int start = 0; start < m; start++) {
            BigFraction sum = BigFraction.ZERO;
            for (int size = 1; start + size <= m; size++) {
                sum = sum.add(points[start + size - 1]);
                long[] tier = counts[start * (m + 1) + size];
                if (tier == null) {
                    continue;
                }
                BigFraction each = sum.divide(size);
                for (int c = 0; c < m; c++) {
                    if (tier[c] != 0) {
                        scores[c] = scores[c].add(each.multiply(tier[c]));
                    }
                }
            }
        }
        return scores;
    }

    /** How many voters rank c at place {@code place} or better; defined for strict rankings. */
    long within(int c, int place) {
        long sum = 0;
        for (int p = 0; p <= place; p++) {
            long[] tier = counts[p * (m + 1) + 1];
            sum += tier == null ? 0 : tier[c];
        }
        return sum;
    }
}
