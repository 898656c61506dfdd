package org.sed4j.examples.certify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.run.Seed;

/**
 * A row of the table: a society whose ring should lead where theory says, and what it is measured by.
 *
 * @param society the family it belongs to, "linear-tax"
 * @param rule of the vote
 * @param objective that is pursued
 * @param principal who governs
 * @param followers who lives there
 * @param truth what theory says
 * @param ring plays it
 */
public record Claim(
        String society, String rule, String objective, String principal, String followers, Truth truth, Ring ring) {

    /** Plays a society from a seed and measures what it came to. */
    @FunctionalInterface
    public interface Ring {
        /** The same finding for the same seed, whatever else runs. */
        Finding play(Seed seed);
    }

    /**
     * What theory says, and what else the learned figure must be seen beside.
     *
     * @param policy the exact choice
     * @param value the objective's value of it, all responding exactly
     * @param unit what gaps are shares of, above 0: the size of the value, or of what is at stake where the value is 0
     * @param tolerance the share of the unit within which the ring should come
     * @param rivals by name what others come to, all responding exactly: the best constant of a grid, no policy, a random one
     */
    public record Truth(double policy, double value, double unit, double tolerance, Map<String, Double> rivals) {
        public Truth {
            rivals = new LinkedHashMap<>(rivals);
        }

        @Override
        public Map<String, Double> rivals() {
            return new LinkedHashMap<>(rivals);
        }
    }

    /**
     * What a ring came to.
     *
     * @param policy the choice
     * @param value the objective as lived, a round
     * @param worth what theory says that choice is worth, all responding exactly
     */
    public record Finding(double policy, double value, double worth) {}

    /** Such as "linear-tax: nash, ppo, multiplicative-weights". */
    public String label() {
        String vote = rule.equals("fixed") ? "" : rule + ", ";
        return society + ": " + vote + objective + ", " + principal + ", " + followers;
    }
}
