package org.sed4j.voting.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.special.Erf;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.UtilityProfile;

/** Random utilities and types. */
public final class TypeCultures {
    private TypeCultures() {}

    /** How a single number is drawn. */
    public enum Draw implements ToDoubleFunction<Rng> {
        /** Uniform on [0, 1). */
        UNIFORM {
            @Override
            public double applyAsDouble(Rng rng) {
                return rng.uniform();
            }
        },
        /** Standard normal. */
        NORMAL {
            @Override
            public double applyAsDouble(Rng rng) {
                return rng.gaussian();
            }
        },
        /** Exponential with mean 1. */
        EXPONENTIAL {
            @Override
            public double applyAsDouble(Rng rng) {
                return -StrictMath.log(1 - rng.uniform());
            }
        }
    }

    /** Every utility of n voters for m candidates drawn alike and apart. */
    public static UtilityProfile utilities(int m, int n, Draw draw, Seed seed) {
        Rng rng = seed.rng();
        double[][] rows = new double[n][m];
        for (double[] row : rows) {
            Arrays.setAll(row, c -> draw.applyAsDouble(rng));
        }
        return UtilityProfile.of(Candidates.letters(m), rows);
    }

    /** Types uniform on [0, 1]^m for n players and the principal (paper 002, appendix A). */
    public static TypeSpace uniform(int players, String... names) {
        return seed -> {
            Rng rng = seed.rng();
            double[] principal = new double[names.length];
            Arrays.setAll(principal, j -> rng.uniform());
            double[][] rows = new double[players][names.length];
            for (double[] row : rows) {
                Arrays.setAll(row, j -> rng.uniform());
            }
            return TypeMatrix.of(List.of(names), principal, rows);
        };
    }

    /**
     * Types with uniform margins on [0, 1] and a common correlation between the columns: a Gaussian copula.
     *
     * @param correlation of the underlying normals, in [0, 1]
     */
    public static TypeSpace correlated(int players, double correlation, String... names) {
        Require.within(correlation, 0, 1, "correlation of types");
        return seed -> {
            Rng rng = seed.rng();
            double[][] rows = new double[players + 1][names.length];
            for (double[] row : rows) {
                double shared = rng.gaussian();
                Arrays.setAll(
                        row,
                        j -> normalShare(StrictMath.sqrt(correlation) * shared
                                + StrictMath.sqrt(1 - correlation) * rng.gaussian()));
            }
            return TypeMatrix.of(List.of(names), rows[0], Arrays.copyOfRange(rows, 1, rows.length));
        };
    }

    /** Φ, the standard normal distribution function. */
    private static double normalShare(double z) {
        return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }

    /**
     * Two camps: a share of players near one type, the others near the other, within {@code width} on either side, cut to
     * [0, 1]. The principal is drawn uniformly.
     *
     * @param share of the first camp; its players come first and number round(share · n)
     */
    public static TypeSpace camps(int players, String name, double share, double low, double high, double width) {
        Require.within(share, 0, 1, "share of the first camp");
        Require.within(low, 0, 1, "type of the first camp");
        Require.within(high, 0, 1, "type of the second camp");
        long first = Math.round(share * players);
        return seed -> {
            Rng rng = seed.rng();
            double[] principal = {rng.uniform()};
            double[][] rows = new double[players][1];
            for (int i = 0; i < players; i++) {
                double centre = i < first ? low : high;
                rows[i][0] = Math.min(1, Math.max(0, centre + width * (2 * rng.uniform() - 1)));
            }
            return TypeMatrix.of(List.of(name), principal, rows);
        };
    }

    /**
     * Types that follow from how a round ended: a column becomes each player's share of the largest amount of a measure,
     * averaged over the worlds, and the other columns stay. Whoever got most reports 1; if nobody got anything, all stay.
     *
     * @param first how types begin
     */
    public static TypeSpace fromLastRound(TypeSpace first, String column, String measure) {
        return new TypeSpace() {
            @Override
            public TypeMatrix draw(Seed seed) {
                return first.draw(seed);
            }

            @Override
            public TypeMatrix next(TypeMatrix before, Outcome outcome, Seed seed) {
                double[] got = outcome.meanAmounts(measure);
                double most = Arrays.stream(got).max().orElse(0);
                if (!(most > 0)) {
                    return before;
                }
                int j = before.names().indexOf(column);
                Require.that(j >= 0, "type column", column, "must be one of " + before.names(), "a name is misspelled");
                double[][] rows = new double[before.players()][];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = before.player(i);
                    rows[i][j] = Math.max(0, got[i]) / most;
                }
                return TypeMatrix.of(before.names(), before.principal(), rows);
            }
        };
    }
}
