package org.sed4j.envs.tax;

/**
 * The elasticity e of income to the net-of-tax rate, estimated from incomes z and marginal rates τ by least squares of log z on
 * log(1 - τ), where z > 0 and τ < 1; at least 0, and smoothed over estimates.
 *
 * <p>Source: the released code of the AI Economist: start 0.5, e ← 0.98 e + 0.02 new; nothing new below 10 samples or where
 * rates hardly vary (standard deviation below 1e-6).
 */
final class IncomeElasticity {
    private static final double START = 0.5;
    private static final double KEEP = 0.98;
    private static final int LEAST = 10;
    private static final double VARIES = 1e-6;

    private double value = START;

    double value() {
        return value;
    }

    void set(double e) {
        value = e;
    }

    /** Takes one more estimate into account. */
    void update(double[] incomes, double[] marginalRates, int count) {
        int used = 0;
        double x = 0;
        double y = 0;
        double rate = 0;
        double rateSquared = 0;
        for (int s = 0; s < count; s++) {
            if (incomes[s] > 0 && marginalRates[s] < 1) {
                used++;
                x += StrictMath.log(1 - marginalRates[s]);
                y += StrictMath.log(incomes[s]);
                rate += marginalRates[s];
                rateSquared += marginalRates[s] * marginalRates[s];
            }
        }
        double variance = used == 0 ? 0 : rateSquared / used - rate / used * (rate / used);
        if (used < LEAST || variance < VARIES * VARIES) {
            return;
        }
        double xx = 0;
        double xy = 0;
        for (int s = 0; s < count; s++) {
            if (incomes[s] > 0 && marginalRates[s] < 1) {
                double deviation = StrictMath.log(1 - marginalRates[s]) - x / used;
                xx += deviation * deviation;
                xy += deviation * (StrictMath.log(incomes[s]) - y / used);
            }
        }
        if (xx > 0) {
            value = KEEP * value + (1 - KEEP) * Math.max(0, xy / xx);
        }
    }
}
