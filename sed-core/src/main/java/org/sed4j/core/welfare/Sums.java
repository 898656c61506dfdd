package org.sed4j.core.welfare;

import java.util.Set;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Require;

/** The objectives made of a sum and a minimum. */
final class Sums {
    private Sums() {}

    static double total(double[] amounts) {
        double sum = 0;
        for (double amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    static double least(double[] amounts) {
        double least = Double.POSITIVE_INFINITY;
        for (double amount : amounts) {
            least = Math.min(least, amount);
        }
        return least;
    }

    record Total(String measure) implements Objective {
        @Override
        public String name() {
            return "utilitarian(" + measure + ")";
        }

        @Override
        public Set<String> measures() {
            return Set.of(measure);
        }

        @Override
        public double value(Design design, Account account) {
            double[] amounts = account.amounts(measure);
            return total(amounts);
        }
    }

    record Mean(String measure) implements Objective {
        @Override
        public String name() {
            return "mean-utilitarian(" + measure + ")";
        }

        @Override
        public Set<String> measures() {
            return Set.of(measure);
        }

        @Override
        public double value(Design design, Account account) {
            double[] amounts = account.amounts(measure);
            return total(amounts) / amounts.length;
        }
    }

    record Least(String measure) implements Objective {
        @Override
        public String name() {
            return "egalitarian(" + measure + ")";
        }

        @Override
        public Set<String> measures() {
            return Set.of(measure);
        }

        @Override
        public double value(Design design, Account account) {
            double[] amounts = account.amounts(measure);
            return least(amounts);
        }
    }

    record Mix(String measure, double eta) implements Objective {
        Mix {
            Require.within(eta, 0, 1, "eta");
        }

        @Override
        public String name() {
            return "eta-mix(" + eta + ", " + measure + ")";
        }

        @Override
        public Set<String> measures() {
            return Set.of(measure);
        }

        @Override
        public double value(Design design, Account account) {
            double[] amounts = account.amounts(measure);
            return eta * total(amounts) + (1 - eta) * least(amounts);
        }
    }
}
