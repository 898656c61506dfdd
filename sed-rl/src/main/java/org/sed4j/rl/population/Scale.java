package org.sed4j.rl.population;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.rl.noregret.PayoffRange;

/**
 * Where each player's payoffs lie, so that rules can be given gains in [0, 1]: known, or as wide as what that player saw. Who has
 * little at stake so learns as fast as who has much.
 */
final class Scale implements Checkpointed {
    private final Optional<PayoffRange> known;
    private final double[] low;
    private final double[] high;

    Scale(Optional<PayoffRange> known, int players) {
        this.known = known;
        this.low = new double[players];
        this.high = new double[players];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    Scale copy() {
        Scale copy = new Scale(known, low.length);
        System.arraycopy(low, 0, copy.low, 0, low.length);
        System.arraycopy(high, 0, copy.high, 0, high.length);
        return copy;
    }

    /**
     * Widens to payoffs; NaN is passed over.
     *
     * @param payoffs [worlds · players · choices]
     * @return by player, by what its gains given before are to be multiplied
     */
    double[] widen(double[] payoffs, int choices) {
        double[] factors = new double[low.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = high[i] - low[i];
        }
        for (int cell = 0; cell < payoffs.length; cell++) {
            int i = cell / choices % low.length;
            low[i] = payoffs[cell] < low[i] ? payoffs[cell] : low[i];
            high[i] = payoffs[cell] > high[i] ? payoffs[cell] : high[i];
        }
        for (int i = 0; i < factors.length; i++) {
            boolean fresh = known.isPresent() || !(factors[i] > 0);
            factors[i] = fresh ? 1 : factors[i] / (high[i] - low[i]);
        }
        return factors;
    }

    /** The gain that a payoff is; 0 while no two payoffs have differed. */
    double gain(double payoff, int player) {
        if (known.isPresent()) {
            return known.get().gain(payoff, player);
        }
        return high[player] > low[player] ? (payoff - low[player]) / (high[player] - low[player]) : 0;
    }

    /** What a gain of 1 is worth to a player. */
    double width(int player) {
        return known.map(PayoffRange::width).orElse(Math.max(0, high[player] - low[player]));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (int i = 0; i < low.length; i++) {
            out.writeDouble(low[i]);
            out.writeDouble(high[i]);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (int i = 0; i < low.length; i++) {
            low[i] = in.readDouble();
            high[i] = in.readDouble();
        }
    }
}
