package org.sed4j.core.stackelberg;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.lp.Fractions;

/**
 * The numbers of a Stackelberg game as the solvers want them: each player's payoffs less the least of them, times a number
 * that is for each player the same. In exact arithmetic that number makes integers of them, whose sums, differences and
 * products with the weights are exact in doubles; in floating point it is a power of two that brings the largest near 1, so
 * that tolerances mean the same in every game.
 *
 * <p>Axes: L leader actions, n followers, T type profiles, A profiles.
 */
final class Terms {
    /** Weighted sums of integers below this, and differences of two, stay below 2^53. */
    private static final double LARGEST_SUM = 0x1p50;

    /** Share of the payoffs' range below which a difference is rounding. */
    private static final double TIE = 1e-9;

    final BayesianGame shape;
    final Arithmetic arithmetic;
    final int leaderActions;
    /** [T], proportional to D. */
    final double[] weight;
    /** [L][T][A], at least 0. */
    final double[][][] leader;
    /** [n][L][T][A], at least 0. */
    final double[][][][] follower;

    private final double least;
    private final double[] unit;
    private final double scale;

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
        double sum = weigh();
        least = least(leader);
        double byPayoff = rescaled(leader, least, sum, "the leader's payoffs");
        scale = sum * byPayoff;
        unit = new double[follower.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = rescaled(follower[i], least(follower[i]), sum, "the payoffs of follower " + i);
        }
    }

    /**
     * The same numbers with other actions of the leader.
     *
     * @param made [L'][T][A] payoffs of those from [L][T][A] ones of these
     */
    private Terms(Terms before, int actions, UnaryOperator<double[][][]> made) {
        shape = before.shape;
        arithmetic = before.arithmetic;
        leaderActions = actions;
        weight = before.weight;
        leader = made.apply(before.leader);
        follower = new double[before.follower.length][][][];
        Arrays.setAll(follower, i -> made.apply(before.follower[i]));
        least = before.least;
        unit = before.unit;
        scale = before.scale;
    }

    /** The same numbers where the leader has only these actions. */
    Terms keeping(int[] actions) {
        return new Terms(this, actions.length, payoffs -> {
            double[][][] kept = new double[actions.length][][];
            Arrays.setAll(kept, k -> payoffs[actions[k]]);
            return kept;
        });
    }

    /**
     * The same numbers where the leader's actions are mixtures of these.
     *
     * @param mixtures [L'][L]
     */
    Terms among(double[]... mixtures) {
        return new Terms(this, mixtures.length, payoffs -> mixed(payoffs, mixtures));
    }

    private static double[][][] mixed(double[][][] byAction, double[][] mixtures) {
        double[][][] mixed = new double[mixtures.length][byAction[0].length][byAction[0][0].length];
        for (int k = 0; k < mixed.length; k++) {
            for (int l = 0; l < byAction.length; l++) {
                for (int t = 0; t < mixed[k].length && mixtures[k][l] != 0; t++) {
                    for (int a = 0; a < mixed[k][t].length; a++) {
                        mixed[k][t][a] += mixtures[k][l] * byAction[l][t][a];
                    }
                }
            }
        }
        return mixed;
    }

    /** Makes the weights integers in exact arithmetic; what they sum to. */
    private double weigh() {
        double sum = 0;
        BigInteger multiple = arithmetic == Arithmetic.EXACT ? Fractions.denominator(weight) : BigInteger.ONE;
        for (int t = 0; t < weight.length; t++) {
            weight[t] = arithmetic == Arithmetic.EXACT
                    ? Fractions.simplest(weight[t]).multiply(multiple).doubleValue()
                    : weight[t];
            sum += weight[t];
        }
        fits(sum, multiple, "the prior");
        return sum;
    }

    private static void fits(double largest, BigInteger multiple, String whose) {
        Require.that(
                largest < LARGEST_SUM,
                "common denominator of " + whose,
                multiple,
                "leaves integers whose weighted sums exceed 2^50",
                "the numbers have too many digits for the exact path; round them or use floating point");
    }

    private static double least(double[][][] numbers) {
        double least = Double.POSITIVE_INFINITY;
        for (double[][] plane : numbers) {
            for (double[] row : plane) {
                for (double entry : row) {
                    least = Math.min(least, entry);
                }
            }
        }
        return least;
    }

    /** Subtracts the least, multiplies, and returns the multiplier. */
    private double rescaled(double[][][] numbers, double from, double weights, String whose) {
        return arithmetic == Arithmetic.EXACT
                ? toIntegers(numbers, Fractions.simplest(from), weights, whose)
                : towardsOne(numbers, from);
    }

    private static double toIntegers(double[][][] numbers, BigFraction from, double weights, String whose) {
        BigInteger multiple = from.getDenominator();
        for (double[][] plane : numbers) {
            for (double[] row : plane) {
                BigInteger q = Fractions.denominator(row);
                multiple = multiple.divide(multiple.gcd(q)).multiply(q);
            }
        }
        double largest = Math.max(1, multiple.doubleValue());
        for (double[][] plane : numbers) {
            for (double[] row : plane) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = Fractions.simplest(row[j])
                            .subtract(from)
                            .multiply(multiple)
                            .doubleValue();
                    largest = Math.max(largest, row[j]);
                }
            }
        }
        fits(largest * weights, multiple, whose);
        return multiple.doubleValue();
    }

    private static double towardsOne(double[][][] numbers, double from) {
        double range = 0;
        for (double[][] plane : numbers) {
            for (double[] row : plane) {
                for (double entry : row) {
                    range = Math.max(range, entry / 2 - from / 2); // halved, since a range may overflow
                }
            }
        }
        int exponent = range == 0 ? 0 : Math.max(-1000, Math.min(1000, -Math.getExponent(range) - 1));
        for (double[][] plane : numbers) {
            for (double[] row : plane) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = Math.scalb(row[j], exponent) - Math.scalb(from, exponent);
                }
            }
        }
        return Math.scalb(1.0, exponent);
    }

    /** By how much interim payoffs may differ in these terms and still count as tied. */
    double tie() {
        return arithmetic == Arithmetic.EXACT ? 0 : TIE;
    }

    /** A difference of player i's payoffs in these terms. */
    double difference(int player, double ofPayoffs) {
        return ofPayoffs * unit[player];
    }

    /** The number that a weighted sum of the leader's terms stands for. */
    Value value(double weightedSum) {
        return arithmetic == Arithmetic.EXACT
                ? value(Fractions.simplest(weightedSum))
                : Value.of(least + weightedSum / scale);
    }

    Value value(BigFraction weightedSum) {
        return Value.of(Fractions.simplest(least).add(weightedSum.divide(Fractions.simplest(scale))));
    }
}
