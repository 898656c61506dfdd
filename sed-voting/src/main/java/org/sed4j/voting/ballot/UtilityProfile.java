package org.sed4j.voting.ballot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A profile of utilities: how much each voter gets from each candidate. Axes: G groups, m candidates. */
public final class UtilityProfile extends Electorate implements Profile {
    private final double[] utilities;

    private UtilityProfile(Candidates candidates, double[] utilities, Weights weights) {
        super(candidates, weights);
        this.utilities = utilities;
    }

    /** One voter for each row of [n][m] utilities. Copied. */
    public static UtilityProfile of(Candidates candidates, double[][] rows) {
        long[] weights = new long[rows.length];
        Arrays.fill(weights, 1);
        return of(candidates, rows, weights);
    }

    /** {@code weights[g]} voters for each row of [G][m] utilities. Copied. */
    public static UtilityProfile of(Candidates candidates, double[][] rows, long[] weights) {
        int m = candidates.size();
        InvalidBallotException.unless(
                rows.length == weights.length,
                "weights",
                weights.length,
                "must be " + rows.length + ", one for each ballot",
                "the two arrays belong to two profiles");
        candidates.requireRoom(rows.length);
        double[] flat = new double[rows.length * m];
        for (int g = 0; g < rows.length; g++) {
            InvalidBallotException.unless(
                    rows[g].length == m,
                    "utilities of ballot " + g,
                    rows[g].length,
                    "must be " + m + ", one for each of " + candidates.names(),
                    "rows are ragged");
            for (int c = 0; c < m; c++) {
                if (!Double.isFinite(rows[g][c])) {
                    InvalidBallotException.unless(
                            false,
                            "utility of " + candidates.name(c) + " on ballot " + g,
                            rows[g][c],
                            "must be finite",
                            "a payoff was not computed");
                }
                flat[g * m + c] = rows[g][c];
            }
        }
        return new UtilityProfile(candidates, flat, new Weights(weights.clone()));
    }

    @Override
    public BallotKind kind() {
        return BallotKind.UTILITIES;
    }

    /** What group g gets from candidate c. */
    public double utility(int g, int c) {
        return utilities[g * candidates.size() + c];
    }

    @Override
    public Utilities ballot(int g) {
        List<Double> row = new ArrayList<>();
        for (int c = 0; c < candidates.size(); c++) {
            row.add(utility(g, c));
        }
        return new Utilities(row);
    }

    /** The rankings that order candidates by these utilities; equal utilities are tied. */
    public RankingProfile rankings() {
        int m = candidates.size();
        int[] levels = new int[groups() * m];
        long[] weight = new long[groups()];
        for (int g = 0; g < groups(); g++) {
            weight[g] = weight(g);
            for (int c = 0; c < m; c++) {
                for (int d = 0; d < m; d++) {
                    levels[g * m + c] += utility(g, d) > utility(g, c) ? 1 : 0;
                }
            }
        }
        return RankingProfile.ofLevels(candidates, levels, weight);
    }

    @Override
    public UtilityProfile swapped(int g, Ballot instead) {
        Utilities ballot = Profile.requireType(Utilities.class, this, g, instead);
        double[][] rows = new double[groups() + 1][];
        long[] weight = new long[groups() + 1];
        for (int h = 0; h < groups(); h++) {
            rows[h] = row(h);
            weight[h] = weight(h) - (h == g ? 1 : 0);
        }
        rows[groups()] =
                ballot.utilities().stream().mapToDouble(Double::doubleValue).toArray();
        weight[groups()] = 1;
        return of(candidates, rows, weight);
    }

    /** What group g gets from every candidate. A copy. */
    public double[] row(int g) {
        int m = candidates.size();
        return Arrays.copyOfRange(utilities, g * m, (g + 1) * m);
    }

    @Override
    public String toString() {
        return Grouping.text(this, g -> ballot(g).utilities().toString());
    }
}
