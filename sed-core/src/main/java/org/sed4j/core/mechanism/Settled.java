package org.sed4j.core.mechanism;

import java.util.List;

/**
 * An outcome with money: what was decided, and what each agent pays.
 *
 * @param decision the alternative chosen
 * @param payments for each agent; negative if it is paid
 * @param <X> alternatives
 */
public record Settled<X>(X decision, List<Double> payments) {
    public Settled {
        payments = List.copyOf(payments);
    }

    /** The sum of payments. */
    public double revenue() {
        return payments.stream().mapToDouble(Double::doubleValue).sum();
    }
}
