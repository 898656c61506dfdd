package org.sed4j.envs.oracle;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.sed4j.core.game.Require;

/**
 * What a principal may be after, as a function of a policy: social welfare as {@link org.sed4j.core.welfare.Welfare} has it,
 * revenue, or any weights of players.
 */
public final class Aim {
    private final String name;
    private final Measured value;
    private final Measured slope;
    private final ToDoubleFunction<Oracle> policy;

    private Aim(String name, Measured value, Measured slope, ToDoubleFunction<Oracle> policy) {
        this.name = name;
        this.value = value;
        this.slope = slope;
        this.policy = policy;
    }

    /** Something of a policy. */
    @FunctionalInterface
    private interface Measured {
        double of(Oracle oracle, double policy);
    }

    /** Σ V_i. */
    public static Aim utilitarian() {
        return new Aim("utilitarian", (o, t) -> sum(o.utilities(t)), (o, t) -> sum(o.slopes(t)), Oracle::utilitarian);
    }

    /** min_i V_i. */
    public static Aim egalitarian() {
        return new Aim(
                "egalitarian",
                (o, t) -> Arrays.stream(o.utilities(t)).min().orElseThrow(),
                (o, t) -> o.slope(worst(o.utilities(t)), t),
                Oracle::egalitarian);
    }

    /** (∏ V_i)^(1/n), 0 where some V_i ≤ 0. */
    public static Aim nash() {
        return new Aim("nash", (o, t) -> Math.exp(meanLog(o.utilities(t))), Aim::nashSlope, Oracle::nash);
    }

    /** What is raised. */
    public static Aim revenue() {
        return new Aim("revenue", Oracle::revenue, Oracle::revenueSlope, Oracle::highestRevenue);
    }

    /**
     * η Σ V_i + (1-η) min_i V_i.
     *
     * @param eta in [0, 1]
     */
    public static Aim mix(double eta) {
        Require.within(eta, 0, 1, "eta");
        return new Aim(
                "mix:" + eta,
                (o, t) -> eta * utilitarian().value(o, t)
                        + (1 - eta) * egalitarian().value(o, t),
                (o, t) -> eta * utilitarian().slope.of(o, t)
                        + (1 - eta) * egalitarian().slope.of(o, t),
                o -> o.mix(eta));
    }

    /**
     * Σ g_i V_i.
     *
     * @param weights g, one for each player, at least 0 and not all 0
     */
    public static Aim weighted(double... weights) {
        double[] g = weights.clone();
        double most = 0;
        for (int i = 0; i < g.length; i++) {
            Require.within(g[i], 0, Double.MAX_VALUE, "weight of player " + i);
            most = Math.max(most, g[i]);
        }
        Require.that(most > 0, "greatest weight", most, "must be positive", "nobody is weighed");
        return new Aim(
                "weighted",
                (o, t) -> product(g, o.utilities(t)),
                (o, t) -> product(g, o.slopes(t)),
                o -> o.weighted(g));
    }

    /** "utilitarian", parameters included. */
    public String name() {
        return name;
    }

    /** Its value when all respond to a policy. */
    public double value(Oracle oracle, double at) {
        return value.of(oracle, at);
    }

    /** The best policy, in closed form where the oracle has one. */
    public double policy(Oracle oracle) {
        return policy.applyAsDouble(oracle);
    }

    /** The best policy as the numerical solver finds it. */
    public double search(Oracle oracle) {
        return Peaks.of(
                t -> value.of(oracle, t), t -> slope.of(oracle, t), oracle.low(), oracle.high(), oracle.kinks());
    }

    @Override
    public String toString() {
        return name;
    }

    private static double sum(double[] amounts) {
        double sum = 0;
        for (double amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    private static int worst(double[] amounts) {
        int worst = 0;
        for (int i = 1; i < amounts.length; i++) {
            worst = amounts[i] < amounts[worst] ? i : worst;
        }
        return worst;
    }

    private static double meanLog(double[] amounts) {
        double logs = 0;
        for (double amount : amounts) {
            logs += amount > 0 ? Math.log(amount) : Double.NEGATIVE_INFINITY;
        }
        return logs / amounts.length;
    }

    /** The slope of the mean logarithm: of one sign with that of the product. */
    private static double nashSlope(Oracle oracle, double t) {
        double[] amounts = oracle.utilities(t);
        double[] slopes = oracle.slopes(t);
        double sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += amounts[i] > 0 ? slopes[i] / amounts[i] : 0;
        }
        return sum;
    }

    private static double product(double[] weights, double[] amounts) {
        Require.that(
                weights.length == amounts.length,
                "weights",
                weights.length,
                "must be one for each of " + amounts.length + " players",
                "the principal was given one as well");
        double sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += weights[i] * amounts[i];
        }
        return sum;
    }
}
