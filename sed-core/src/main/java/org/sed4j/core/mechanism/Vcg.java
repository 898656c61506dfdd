package org.sed4j.core.mechanism;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * The Vickrey-Clarke-Groves mechanism with Clarke's pivot payments: it chooses the alternative of the greatest reported
 * welfare (the first of several), and every agent pays what its presence costs the others.
 *
 * <p>Truth is dominant. Source: Vickrey (1961), Clarke (1971), Groves (1973); as in Nisan et al. (2007), "Algorithmic Game
 * Theory", section 9.3.
 *
 * @param <T> types
 * @param <X> alternatives
 */
public final class Vcg<T, X> {
    private final List<X> alternatives;
    private final Valuation<T, X> valuation;

    /** What an alternative is worth. */
    @FunctionalInterface
    public interface Valuation<T, X> {
        /** v_i(x, t_i), in money. */
        double of(int agent, X alternative, T type);
    }

    private Vcg(List<X> alternatives, Valuation<T, X> valuation) {
        this.alternatives = alternatives;
        this.valuation = valuation;
    }

    /** The mechanism over those alternatives. */
    public static <T, X> Vcg<T, X> of(List<X> alternatives, Valuation<T, X> valuation) {
        Require.atLeast(alternatives.size(), 1, "alternatives");
        return new Vcg<>(List.copyOf(alternatives), valuation);
    }

    /** The utility of an agent: what the decision is worth to it less what it pays. */
    public double utility(int agent, Settled<X> outcome, T type) {
        return valuation.of(agent, outcome.decision(), type)
                - outcome.payments().get(agent);
    }

    /** The welfare of a decision, payments left out. */
    public double welfare(List<T> types, Settled<X> outcome) {
        return welfare(types, outcome.decision(), -1);
    }

    /** Decision and payments on those reports. */
    public Settled<X> outcome(List<T> reports) {
        X chosen = best(reports, -1);
        List<Double> payments = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            payments.add(welfare(reports, best(reports, i), i) - welfare(reports, chosen, i));
        }
        return new Settled<>(chosen, payments);
    }

    private X best(List<T> reports, int without) {
        X best = alternatives.get(0);
        for (X alternative : alternatives) {
            best = welfare(reports, alternative, without) > welfare(reports, best, without) ? alternative : best;
        }
        return best;
    }

    private double welfare(List<T> reports, X alternative, int without) {
        double sum = 0;
        for (int i = 0; i < reports.size(); i++) {
            sum += i == without ? 0 : valuation.of(i, alternative, reports.get(i));
        }
        return sum;
    }
}
