package org.sed4j.envs.pricing;

import org.sed4j.envs.oracle.Oracle;

/**
 * The market with one price: revenue and buyers' surplus under the logit rule or, at λ = +∞, under reason. The policy is
 * the price t.
 *
 * <p>Buyer i buys with p = 1/(1 + e^(-λ(u_i-t))) and expects ln(1 + e^(λ(u_i-t)))/λ, in the limit max(0, u_i - t), buying
 * at t = u_i. With one worth u, d(t p)/dt = 0 is λt - 1 = e^(λ(u-t)), so (λt - 1) e^(λt-1) = e^(λu-1): t = (1 +
 * W(e^(λu-1)))/λ with Lambert's W.
 */
public final class PricingOracle implements Oracle {
    private final PricingRules rules;
    private final double[] worths;
    private final double lambda;
    private final double[] kinks;

    /** What theory says under these rules. */
    public PricingOracle(PricingRules rules) {
        this.rules = rules;
        this.worths = rules.worths();
        this.lambda = rules.precision();
        this.kinks = rules.noisy() ? new double[0] : rules.worths();
    }

    /** What theory says of buyers who follow a logit rule of another precision under the same rules. */
    public PricingOracle withPrecision(double other) {
        return new PricingOracle(new PricingRules(worths, other, rules.highest(), rules.steps()));
    }

    @Override
    public int players() {
        return worths.length;
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double high() {
        return rules.highest();
    }

    /** The probability that buyer i buys. */
    @Override
    public double response(int player, double price) {
        double gain = worths[player] - price;
        if (!rules.noisy()) {
            return gain >= 0 ? 1 : 0;
        }
        return 1 / (1 + Math.exp(-lambda * gain));
    }

    @Override
    public double utility(int player, double price) {
        double gain = worths[player] - price;
        if (!rules.noisy()) {
            return Math.max(0, gain);
        }
        return Math.max(0, gain) + Math.log1p(Math.exp(-lambda * Math.abs(gain))) / lambda;
    }

    @Override
    public double slope(int player, double price) {
        return -response(player, price);
    }

    @Override
    public double revenue(double price) {
        double sales = 0;
        for (int i = 0; i < worths.length; i++) {
            sales += response(i, price);
        }
        return price * sales;
    }

    @Override
    public double revenueSlope(double price) {
        double sum = 0;
        for (int i = 0; i < worths.length; i++) {
            double p = response(i, price);
            sum += rules.noisy() ? p - price * lambda * p * (1 - p) : p;
        }
        return sum;
    }

    @Override
    public double[] kinks() {
        return kinks.clone();
    }

    @Override
    public double ideal(int voter) {
        return 0;
    }

    @Override
    public double utilitarian() {
        return 0;
    }

    @Override
    public double egalitarian() {
        return 0;
    }

    @Override
    public double nash() {
        return 0;
    }

    @Override
    public double mix(double eta) {
        return 0;
    }

    @Override
    public double weighted(double... weights) {
        return 0;
    }

    /** The price of highest revenue: in closed form where all worths are one, among the worths at λ = +∞, else by search. */
    @Override
    public double highestRevenue() {
        if (!rules.noisy()) {
            double best = 0;
            for (double worth : worths) {
                double price = Math.min(worth, rules.highest());
                best = revenue(price) > revenue(best) || (revenue(price) == revenue(best) && price < best)
                        ? price
                        : best;
            }
            return best;
        }
        for (double worth : worths) {
            if (worth != worths[0]) {
                return Oracle.super.highestRevenue();
            }
        }
        return Math.min(rules.highest(), price(worths[0], lambda));
    }

    /** (1 + W(e^(λu-1)))/λ, the price of highest revenue against one worth u. */
    public static double price(double worth, double precision) {
        return (1 + lambertOfExp(precision * worth - 1)) / precision;
    }

    /** W(e^x), the w > 0 with w + ln w = x, by Newton's steps; safe where e^x overflows. */
    static double lambertOfExp(double x) {
        double w = x > 1 ? x - Math.log(x) : Math.exp(x) / (1 + Math.exp(x));
        for (int step = 0; step < 100; step++) {
            double next = w * (1 + x - Math.log(w)) / (1 + w);
            if (next == w) {
                break;
            }
            w = next;
        }
        return w;
    }

    /** What a seller loses in a round who sets the price that is best against buyers of another precision. */
    public double lossOfBelieving(double precision) {
        return revenue(highestRevenue()) - revenue(withPrecision(precision).highestRevenue());
    }

    /** Nothing: buyers' choices are two, and both are levels. */
    @Override
    public double gridLoss(double price) {
        return 0;
    }
}
