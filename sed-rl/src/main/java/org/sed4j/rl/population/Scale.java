package org.sed4j.rl.population;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.rl.noregret.PayoffRange;

/** Where payoffs lie, so that rules can be given gains in [0, 1]: known, or as wide as what was seen. */
final class Scale implements Checkpointed {
    private final Optional<PayoffRange> known;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Scale(Optional<PayoffRange> known) {
        this.known = known;
    }

    Scale copy() {
        Scale copy = new Scale(known);
        copy.low = low;
        copy.high = high;
        return copy;
    }

    /**
     * Widens to payoffs; NaN is passed over.
     *
     * @return by what gains given before are to be multiplied
     */
    double widen(double[] payoffs) {
        double before = high - low;
        for (double payoff : payoffs) {
            low = payoff < low ? payoff : low;
            high = payoff > high ? payoff : high;
        }
        return known.isPresent() || !(before > 0) ? 1 : before / (high - low);
    }

    /** The gain that a payoff is; 0 while no two payoffs have differed. */
    double gain(double payoff, int player) {
        if (known.isPresent()) {
            return known.get().gain(payoff, player);
        }
        return high > low ? (payoff - low) / (high - low) : 0;
    }

    /** What a gain of 1 is worth. */
    double width() {
        return known.map(PayoffRange::width).orElse(Math.max(0, high - low));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(low);
        out.writeDouble(high);
    }

    @Override
    public void load(DataInput in) throws IOException {
        low = in.readDouble();
        high = in.readDouble();
    }
}
