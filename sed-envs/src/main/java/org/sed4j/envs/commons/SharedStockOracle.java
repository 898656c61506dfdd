package org.sed4j.envs.commons;

import org.sed4j.envs.oracle.Oracle;

/**
 * The dynamic commons in closed form. The policy is τ, the tax on takings, returned from the others.
 *
 * <p>If all take the share s, ln x_{t+1} = α (ln x_t + ln(1-ns)), and
 * <pre>
 *   V = ln s / (1-β) + ln x_0 / (1-αβ) + αβ ln(1-ns) / ((1-β)(1-αβ))
 * </pre>
 * A Markov-perfect player weighs (1-τ)/s, what a share more brings now, against αβ/(1-αβ) / (1-ns), what it costs later, so
 * s = (1-τ)(1-αβ) / (n(1-τ)(1-αβ) + αβ): Levhari and Mirman's share at τ = 0. The planner's ns = 1-αβ follows from τ = 1 -
 * 1/n.
 *
 * <p>Source: Levhari and Mirman (1980); the tax is derived here.
 */
public final class SharedStockOracle implements Oracle {
    private final SharedStockRules rules;
    private final double n;
    /** αβ. */
    private final double left;

    /** What theory says under these rules. */
    public SharedStockOracle(SharedStockRules rules) {
        this.rules = rules;
        this.n = rules.players();
        this.left = rules.growth() * rules.patience();
    }

    @Override
    public int players() {
        return rules.players();
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double high() {
        return 1;
    }

    private double weight(double tax) {
        return n * (1 - tax) * (1 - left) + left;
    }

    /** The share s of the stock that each takes. */
    @Override
    public double response(int player, double tax) {
        return (1 - tax) * (1 - left) / weight(tax);
    }

    private double responseSlope(double tax) {
        return -(1 - left) * left / (weight(tax) * weight(tax));
    }

    /** The share that all take together under a planner. */
    public double plannersTotal() {
        return 1 - left;
    }

    /**
     * What a player gets who takes the share {@code own} of the stock for ever while each of the others takes {@code
     * theirs}.
     */
    public double utility(double own, double theirs, double tax) {
        double kept = (1 - tax) * own + tax * theirs;
        double future = left / (1 - left) * Math.log(1 - own - (n - 1) * theirs);
        return (Math.log(kept) + future) / (1 - rules.patience()) + Math.log(rules.start()) / (1 - left);
    }

    /** V, from the first stock and for ever. */
    @Override
    public double utility(int player, double tax) {
        double s = response(player, tax);
        return utility(s, s, tax);
    }

    @Override
    public double slope(int player, double tax) {
        double s = response(player, tax);
        return (1 / s - left / (1 - left) * n / (1 - n * s)) / (1 - rules.patience()) * responseSlope(tax);
    }

    /** The stock that the takings let settle: (1-ns)^(α/(1-α)). */
    public double stock(double tax) {
        double a = rules.growth();
        return Math.pow(1 - n * response(0, tax), a / (1 - a));
    }

    /** What is taken and handed back in a step at the stock that settles. */
    @Override
    public double revenue(double tax) {
        return tax * n * response(0, tax) * stock(tax);
    }

    @Override
    public double revenueSlope(double tax) {
        double s = response(0, tax);
        double a = rules.growth();
        double falls = a / (1 - a) * n * s / (1 - n * s);
        return n * stock(tax) * (s + tax * responseSlope(tax) * (1 - falls));
    }

    @Override
    public double utilitarian() {
        return 1 - 1 / n;
    }

    @Override
    public double ideal(int voter) {
        return utilitarian();
    }

    @Override
    public double egalitarian() {
        return utilitarian();
    }

    @Override
    public double mix(double eta) {
        return utilitarian();
    }

    @Override
    public double weighted(double... weights) {
        return utilitarian();
    }

    /** What a player loses for ever on the best of its levels. */
    @Override
    public double gridLoss(double tax) {
        double s = response(0, tax);
        double best = Double.NEGATIVE_INFINITY;
        for (double own : rules.share().values()) {
            if (own + (n - 1) * s < 1) {
                best = Math.max(best, utility(own, s, tax));
            }
        }
        return utility(s, s, tax) - best;
    }
}
