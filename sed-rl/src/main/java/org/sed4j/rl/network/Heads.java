package org.sed4j.rl.network;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * How the outputs of a network's last layer are shared among its readers: for each head, how many outputs and with what gain
 * their weights start.
 *
 * @param sizes outputs of each head, at least 1
 * @param gains gain of each head, finite and not negative
 */
public record Heads(List<Integer> sizes, List<Double> gains) {
    /** Gain of a policy's logits: all actions nearly equally likely at first. Source as in {@link Architectures}. */
    public static final double POLICY_GAIN = 0.01;

    /** Gain of a value. */
    public static final double VALUE_GAIN = 1;

    public Heads {
        sizes = List.copyOf(sizes);
        gains = List.copyOf(gains);
        Require.that(
                !sizes.isEmpty() && sizes.size() == gains.size(),
                "heads",
                sizes + " outputs with gains " + gains,
                "must be at least one, each with a gain",
                "a head was left out");
        for (int i = 0; i < sizes.size(); i++) {
            Require.atLeast(sizes.get(i), 1, "outputs of head " + i);
            double gain = Require.finite(gains.get(i), "gain of head " + i);
            Require.that(gain >= 0, "gain of head " + i, gain, "must not be negative", "a sign was lost");
        }
    }

    /** One head. */
    public static Heads of(int outputs, double gain) {
        return new Heads(List.of(outputs), List.of(gain));
    }

    /** These heads and one more after them. */
    public Heads and(int outputs, double gain) {
        List<Integer> moreSizes = new ArrayList<>(sizes);
        List<Double> moreGains = new ArrayList<>(gains);
        moreSizes.add(outputs);
        moreGains.add(gain);
        return new Heads(moreSizes, moreGains);
    }

    /** Outputs of all heads together. */
    public int outputs() {
        int sum = 0;
        for (int size : sizes) {
            sum += size;
        }
        return sum;
    }
}
