package org.sed4j.envs.tax;

import java.util.Arrays;

/**
 * The rates that Saez's formula gives for a population of incomes, τ(z) = (1 - G(z)) / (1 - G(z) + a(z) · e).
 *
 * <p>G(z) is the mean welfare weight of those who earn at least z, weights being 1/max(1, z) of mean 1; a(z) = z · p(z) / P(≥ z) is the
 * local Pareto parameter, p a density. Incomes are counted in 100 equal bins up to the top bracket and an open one above, where a =
 * m / (m - cut) for mean income m, 0 if nobody is there. G is averaged over a bin's edges, and half of a bin counts as above
 * its middle. Bins without incomes are interpolated. A bracket's rate is the tax accrued across it over its width.
 *
 * <p>Source: Saez (2001), "Using elasticities to derive optimal income tax rates", Review of Economic Studies 68, 205-229, as
 * discretised in the released code of the AI Economist (Zheng et al. 2022), from which {@link SaezVariant#INCOMES} departs in
 * three places; {@link SaezVariant#RELEASED} does not, but for the 1e-9 that it adds to denominators.
 */
final class SaezFormula {
    private static final int BINS = 100;

    private final SaezVariant variant;
    private final double[] cuts;
    private final double top;
    private final double width;
    private final double[] people = new double[BINS + 1];
    private final double[] weight = new double[BINS + 1];
    private final double[] rates = new double[BINS + 1];

    /**
     * The formula for some brackets.
     *
     * @param brackets the last one open
     * @param variant in which form
     */
    SaezFormula(Brackets brackets, SaezVariant variant) {
        this.variant = variant;
        this.cuts = brackets.levy().cuts();
        this.top = cuts[cuts.length - 2];
        this.width = top / BINS;
    }

    /**
     * The rates of the brackets.
     *
     * @param incomes negative ones count as below every bin
     * @param count how many of them to read
     * @param elasticity e ≥ 0
     */
    double[] rates(double[] incomes, int count, double elasticity) {
        Arrays.fill(people, 0);
        Arrays.fill(weight, 0);
        double all = 0;
        double rich = 0;
        for (int s = 0; s < count; s++) {
            int bin = bin(incomes[s]);
            double w = 1 / Math.max(1, weighed(incomes[s], bin));
            all += w;
            if (bin >= 0) {
                people[bin]++;
                weight[bin] += w;
                rich += bin == BINS ? incomes[s] : 0;
            }
        }
        double perHead = count == 0 ? 0 : all / count;
        marginal(perHead, rich, elasticity);
        interpolate();
        double[] brackets = new double[cuts.length - 1];
        for (int b = 0; b < brackets.length; b++) {
            brackets[b] = b == brackets.length - 1 ? rates[BINS] : mean(cuts[b], cuts[b + 1]);
        }
        return brackets;
    }

    /** Where an income is counted, -1 below all bins. */
    private int bin(double income) {
        if (income < 0) {
            return -1;
        }
        boolean above = variant == SaezVariant.RELEASED ? income > top : income >= top;
        return above ? BINS : Math.min((int) (income / width), BINS - 1);
    }

    /** The income that stands for one. */
    private double weighed(double income, int bin) {
        return variant == SaezVariant.RELEASED && bin >= 0 && bin < BINS ? (bin + 0.5) * width : income;
    }

    /** Writes τ of each bin, NaN where nobody is. */
    private void marginal(double perHead, double rich, double e) {
        double above = people[BINS];
        double weightAbove = weight[BINS];
        double g = share(weightAbove, above, perHead);
        double mean = above > 0 ? rich / above : 0;
        double a = mean > top ? mean / (mean - top) : 0;
        rates[BINS] = tau(g, a, e);
        for (int bin = BINS - 1; bin >= 0; bin--) {
            double gRight = share(weightAbove, above, perHead);
            double middle = above + people[bin] / 2;
            double z = (bin + 0.5) * width;
            double local = people[bin] == 0 ? 0 : z * people[bin] / middle / width;
            above += people[bin];
            weightAbove += weight[bin];
            double gMean = (gRight + share(weightAbove, above, perHead)) / 2;
            rates[bin] = people[bin] == 0 ? Double.NaN : tau(gMean, local, e);
        }
    }

    private static double share(double weight, double people, double perHead) {
        return people == 0 ? 0 : weight / people / perHead;
    }

    private static double tau(double g, double a, double e) {
        double net = 1 - g;
        double whole = net + a * e;
        return whole == 0 ? 0 : net / whole;
    }

    /** Fills bins without incomes: in a straight line between their neighbours; below the first by the first, or from 0. */
    private void interpolate() {
        int last = -1;
        for (int bin = 0; bin <= BINS; bin++) {
            if (!Double.isNaN(rates[bin])) {
                for (int gap = last + 1; gap < bin; gap++) {
                    double from = last >= 0 ? rates[last] : variant == SaezVariant.RELEASED ? 0 : rates[bin];
                    rates[gap] = from + (rates[bin] - from) * (gap - last) / (bin - last);
                }
                last = bin;
            }
        }
    }

    /** The mean rate between two incomes. */
    private double mean(double from, double to) {
        double tax = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double overlap = Math.min(to, (bin + 1) * width) - Math.max(from, bin * width);
            tax += Math.max(0, overlap) * rates[bin];
        }
        return tax / (to - from);
    }
}
