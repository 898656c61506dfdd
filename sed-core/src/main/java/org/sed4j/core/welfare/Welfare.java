package org.sed4j.core.welfare;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Require;

/**
 * Social welfare functions O: objectives that aggregate what each of n players got of one named measure.
 *
 * <p>J_1..J_n are the amounts. All but a custom one are symmetric in the players. Every one takes the measure by name:
 * "apples", "coin", or {@link org.sed4j.core.game.Outcome#REWARD}. Where one is undefined
 * ({@link Objective#undefined} says where) its value is NaN, never an exception: a run goes on without that figure.
 *
 * @paper 002, "Social welfare examples" and section 4; 000, equations 1 to 3
 */
public final class Welfare {
    private Welfare() {}

    /** Utilitarian: Σ_i J_i. */
    public static Objective utilitarian(String measure) {
        return new Sums.Total(measure);
    }

    /** Mean-utilitarian: Σ_i J_i / n, as the published code of paper 002 has it. */
    public static Objective meanUtilitarian(String measure) {
        return new Sums.Mean(measure);
    }

    /** Egalitarian: min_i J_i. */
    public static Objective egalitarian(String measure) {
        return new Sums.Least(measure);
    }

    /** Nash welfare (∏_i J_i)^(1/n), 0 where some J_i ≤ 0. */
    public static Objective nash(String measure) {
        return nash(measure, 0, Nonpositive.ZERO);
    }

    /**
     * Nash welfare (∏_i (J_i + shift))^(1/n).
     *
     * @param shift added to every amount first, for measures that can be negative: what a player has without the game. The
     *     welfare is homogeneous only for 0
     * @param policy what it is where some J_i + shift ≤ 0
     */
    public static Objective nash(String measure, double shift, Nonpositive policy) {
        return new NashWelfare(measure, Require.finite(shift, "shift of Nash welfare"), policy);
    }

    /** η · Σ_i J_i + (1 - η) · min_i J_i, with η ∈ [0, 1] the weight on the utilitarian part. */
    public static Objective mix(double eta, String measure) {
        return new Sums.Mix(measure, eta);
    }

    /** The family {η·Σ + (1-η)·min : 0 ≤ η ≤ 1} that the apple-picking society votes over; its parameter is "eta". */
    public static ObjectiveFamily mixes(String measure) {
        return ObjectiveFamily.continuum(eta -> mix(eta[0], measure), "eta");
    }

    /** Equality × productivity: (1 - Gini · n/(n-1)) · Σ_i J_i; NaN where an amount is negative. */
    public static Objective equalityTimesProductivity(String measure) {
        return new EqualityTimesProductivity(measure, 1, false);
    }

    /**
     * Equality × productivity per head, with equality's weight w: (w · equality + 1 - w) · Σ_i J_i / n.
     *
     * <p>w = 1 is the Gather-Trade-Build planner's default, w = 0 the mean.
     *
     * @param weight w ∈ [0, 1]
     */
    public static Objective equalityTimesMean(String measure, double weight) {
        return new EqualityTimesProductivity(measure, weight, true);
    }

    /**
     * Atkinson's equally-distributed equivalent, the generalised mean of order 1-ε: (Σ_i J_i^(1-ε) / n)^(1/(1-ε)).
     *
     * <p>ε = 0 is the mean, 1 the geometric mean (Nash welfare), +∞ the minimum. NaN where an amount is negative,
     * unless ε is 0 or +∞. Source: Atkinson (1970), "On the measurement of inequality", Journal of Economic Theory 2(3), 244-263.
     *
     * @param aversion ε ≥ 0, how much inequality is disliked
     */
    public static Objective atkinson(String measure, double aversion) {
        return aversion == Double.POSITIVE_INFINITY ? new Sums.Least(measure) : new Atkinson(measure, aversion);
    }

    /** What a gauge of the world shows at the round's end: apples left, say. */
    public static Objective gauge(String gauge) {
        return new Gauge(gauge);
    }

    /**
     * Σ_j w_j O_j: apples picked and apples left, say, each with its weight.
     *
     * @param weights finite, one for each objective
     */
    public static Objective weighted(List<Double> weights, List<Objective> objectives) {
        return new WeightedSum(weights, objectives);
    }

    /**
     * An objective of one's own over one measure; for more, implement {@link Objective}.
     *
     * @param name what a log calls it
     * @param function from the n amounts to a number; must not keep or change them
     */
    public static Objective of(String name, String measure, ToDoubleFunction<double[]> function) {
        return new Custom(name, measure, function);
    }
}
