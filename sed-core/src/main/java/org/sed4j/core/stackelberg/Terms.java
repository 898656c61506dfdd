package org.sed4j.core.stackelberg;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.lp.Fractions;

/**
 * The numbers of a Stackelberg game as the solvers want them: as they are, or, for exact arithmetic, multiplied up to
 * integers, whose sums, differences and products are exact in doubles.
 *
 * <p>Axes: L leader actions, n followers, T type profiles, A profiles.
 */
final class Terms {
    /** Sums of this many times two integers of this size stay below 2^53. */
    private static final double LARGEST_SUM = 0x1p50;

    /** Share of the payoffs' range below which a difference is rounding. */
    private static final double TIE = 1e-9;

    final BayesianGame shape;
    final Arithmetic arithmetic;
    final int leaderActions;
    /** [T], D(t) · weightScale. */
    final double[] weight;
    /** [L][T][A]. */
    final double[][][] leader;
    /** [n][L][T][A]. */
    final double[][][][] follower;
    /** What a weighted sum of the leader's numbers must be divided by. */
    final double scale;

    private final double[] tie;

    static Terms of(InducedGame game, Arithmetic arithmetic) {
        return new Terms(game.followers(), List.of(game), arithmetic);
    }

    static Terms of(StackelbergGame game, Arithmetic arithmetic) {
        List<InducedGame> induced = new ArrayList<>();
        for (int l = 0; l < game.leaderActions().size(); l++) {
            induced.add(game.induce(l));
        }
        return new Terms(game.followers(), induced, arithmetic);
    }

    private Terms(BayesianGame shape, List<InducedGame> induced, Arithmetic arithmetic) {
        this.shape = shape;
        this.arithmetic = arithmetic;
        this.leaderActions = induced.size();
        int types = shape.typeProfiles().count();
        int profiles = shape.profiles().count();
        leader = new double[leaderActions][types][profiles];
        follower = new double[shape.players()][leaderActions][types][profiles];
        for (int l = 0; l < leaderActions; l++) {
            for (int t = 0; t < types; t++) {
                for (int a = 0; a < profiles; a++) {
                    leader[l][t][a] = induced.get(l).leader(t, a);
                    for (int i = 0; i < follower.length; i++) {
                        follower[i][l][t][a] = induced.get(l).followers().payoff(i, t, a);
                    }
                }
            }
        }
        weight = shape.prior().toArray();
        scale = arithmetic == Arithmetic.EXACT ? scaleUp() : 1;
        tie = new double[follower.length];
        for (int i = 0; i < tie.length && arithmetic == Arithmetic.FLOATING; i++) {
            tie[i] = TIE * Math.max(largest(follower[i]), Double.MIN_NORMAL);
        }
    }

    /** By how much player i's interim payoffs may differ and still count as tied. */
    double tie(int player) {
        return tie[player];
    }

    /** The number that a weighted sum of the leader's terms stands for. */
    Value value(double weightedSum) {
        return arithmetic == Arithmetic.EXACT
                ? Value.of(integer(weightedSum).divide(integer(scale)))
                : Value.of(weightedSum);
    }

    Value value(BigFraction weightedSum) {
        return Value.of(weightedSum.divide(integer(scale)));
    }

    private static BigFraction integer(double value) {
        return Fractions.simplest(value);
    }

    private double scaleUp() {
        double byWeight = up(new double[][][] {{weight}}, "the prior");
        double byPayoff = up(leader, "the leader's payoffs");
        for (int i = 0; i < follower.length; i++) {
            up(follower[i], "the payoffs of follower " + i); // only comparisons are made of these
        }
        return byWeight * byPayoff;
    }

    /** Multiplies all numbers up to integers, and returns the multiplier. */
    private static double up(double[][][] numbers, String whose) {
        BigInteger multiple = BigInteger.ONE;
        for (double[][] plane : numbers) {
            for (double[] row : plane) {
                BigInteger q = Fractions.denominator(row);
                multiple = multiple.divide(multiple.gcd(q)).multiply(q);
            }
        }
        double multiplier = multiple.doubleValue();
        double sum = 0;
        for (double[][] plane : numbers) {
            for (double[] row : plane) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = Fractions.simplest(row[j]).multiply(multiple).doubleValue();
                    sum += Math.abs(row[j]);
                }
            }
        }
        Require.that(
                multiplier < LARGEST_SUM && sum < LARGEST_SUM,
                "common denominator of " + whose,
                multiple,
                "leaves integers that sum to more than 2^50",
                "the numbers have too many digits for the exact path; round them or use floating point");
        return multiplier;
    }

    private static double largest(double[][][] numbers) {
        double largest = 0;
        for (double[][] plane : numbers) {
            for (double[] row : plane) {
                for (double entry : row) {
                    largest = Math.max(largest, Math.abs(entry));
                }
            }
        }
        return largest;
    }
}
