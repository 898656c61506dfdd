package org.sed4j.envs.tax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Require;

/**
 * A tax code: brackets and a rate for each.
 *
 * <p>Immutable.
 *
 * @param brackets what is taxed at which rate
 * @param rates φ_b, fractions in [0, 1], one for each bracket
 */
public record TaxSchedule(Brackets brackets, List<Double> rates) {

    public TaxSchedule {
        rates = List.copyOf(rates);
        Require.that(
                rates.size() == brackets.count(),
                "tax rates",
                rates.size(),
                "must be " + brackets.count() + ", one for each bracket",
                "a bracket was added without its rate");
        for (int b = 0; b < rates.size(); b++) {
            Require.within(rates.get(b), 0, 1, "tax rate of bracket " + b);
        }
    }

    /**
     * The US federal income tax of 2018 for single filers, in coins of 1000 dollars.
     *
     * <p>Source: as {@link Brackets#US_FEDERAL}.
     */
    public static final TaxSchedule US_FEDERAL = of(Brackets.US_FEDERAL, 0.10, 0.12, 0.22, 0.24, 0.32, 0.35, 0.37);

    /** A schedule with those rates. */
    public static TaxSchedule of(Brackets brackets, double... rates) {
        List<Double> list = new ArrayList<>();
        for (double rate : rates) {
            list.add(rate);
        }
        return new TaxSchedule(brackets, list);
    }

    /** No tax: the free market. */
    public static TaxSchedule free(Brackets brackets) {
        return new TaxSchedule(brackets, Collections.nCopies(brackets.count(), 0.0));
    }

    /** T(w), the tax on income w ≥ 0. */
    public double tax(double w) {
        double tax = 0;
        for (int b = 0; b < rates.size(); b++) {
            tax += rates.get(b) * brackets.slice(b, w);
        }
        return tax;
    }

    /**
     * What everybody pays on balance if the revenue is handed out evenly: T(w_i) - (1/n) Σ_j T(w_j), negative for those who
     * gain. Sums to 0.
     *
     * @param incomes w, one for each player
     */
    public double[] netTransfers(double... incomes) {
        double[] net = new double[incomes.length];
        double revenue = 0;
        for (int i = 0; i < net.length; i++) {
            net[i] = tax(incomes[i]);
            revenue += net[i];
        }
        for (int i = 0; i < net.length; i++) {
            net[i] -= revenue / net.length;
        }
        return net;
    }

    /** φ: the rates as a design. */
    public Design design() {
        return Design.of(rates.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
