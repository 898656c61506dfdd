package org.sed4j.rl.policygradient;

import java.util.Arrays;

/**
 * Advantages of transitions as a function of rewards and values, and its derivative.
 *
 * <p>δ_l = r_l + γ V(o_{l+1}) - V(o_l), A_t = Σ_{l≥t} (γλ)^{l-t} δ_l within a lane; the value beyond a final state is 0.
 * Between transitions that are some steps apart γ counts once a step, λ once a transition.
 * Normalised: Ã = (A - mean) / (deviation + 1e-8).
 *
 * <p>Sources: Schulman et al. (2016), "High-dimensional continuous control using generalized advantage estimation", ICLR; the
 * derivative is the eligibility trace e_l = c_l + γλ e_{l-1} of adjoints c.
 */
public final class Estimates {
    private static final double SMALL = 1e-8;

    private final double discount;
    private final double lambda;
    private final boolean normalises;
    private double mean;
    private double deviation;

    /**
     * @param discount γ in [0, 1]
     * @param traceDecay λ in [0, 1]
     * @param normalises whether advantages are centred and scaled
     */
    public Estimates(double discount, double traceDecay, boolean normalises) {
        this.discount = discount;
        this.lambda = traceDecay;
        this.normalises = normalises;
    }

    /**
     * Writes the advantages of transitions.
     *
     * @param rewards by transition
     * @param values by row, last observations too; zeros without a value function
     */
    public void estimate(Samples samples, double[] rewards, double[] values, double[] advantages) {
        for (int row = samples.count() - 1; row >= 0; row--) {
            int next = samples.next(row);
            double beyond = samples.dies(row) ? 0 : values[next];
            double trace = next < samples.count() ? advantages[next] : 0;
            double gamma = over(samples.span(row), discount);
            advantages[row] = rewards[row] + gamma * beyond - values[row] + gamma * lambda * trace;
        }
        if (normalises) {
            normalise(advantages, samples.count());
        }
    }

    /** γ^span. */
    static double over(int span, double discount) {
        return span == 1 ? discount : Math.pow(discount, span);
    }

    private void normalise(double[] advantages, int count) {
        mean = 0;
        for (int row = 0; row < count; row++) {
            mean += advantages[row] / count;
        }
        double square = 0;
        for (int row = 0; row < count; row++) {
            square += (advantages[row] - mean) * (advantages[row] - mean) / count;
        }
        deviation = Math.sqrt(square);
        for (int row = 0; row < count; row++) {
            advantages[row] = (advantages[row] - mean) / (deviation + SMALL);
        }
    }

    /**
     * From adjoints of the advantages last estimated to those of rewards, in place.
     *
     * @param advantages as estimated
     * @param adjoint by transition, overwritten with the trace e
     */
    public void pullback(Samples samples, double[] advantages, double[] adjoint) {
        int count = samples.count();
        if (normalises) {
            double sum = 0;
            double along = 0;
            for (int row = 0; row < count; row++) {
                sum += adjoint[row];
                along += adjoint[row] * advantages[row];
            }
            // A - mean = Ã (deviation + SMALL), and the deviation's derivative in A_j is (A_j - mean) / (N deviation)
            double ratio = deviation > 0 ? (deviation + SMALL) / deviation : 0;
            for (int row = 0; row < count; row++) {
                adjoint[row] =
                        (adjoint[row] - sum / count - along / count * ratio * advantages[row]) / (deviation + SMALL);
            }
        }
        for (int row = 0; row < count; row++) {
            int before = samples.previous(row);
            if (before >= 0) {
                adjoint[row] += over(samples.span(before), discount) * lambda * adjoint[before];
            }
        }
    }

    /**
     * From the trace to adjoints of values.
     *
     * @param values by row, overwritten
     */
    public void pullbackToValues(Samples samples, double[] trace, double[] values) {
        Arrays.fill(values, 0, samples.rows(), 0);
        for (int row = 0; row < samples.count(); row++) {
            values[row] -= trace[row];
            if (!samples.dies(row)) {
                values[samples.next(row)] += over(samples.span(row), discount) * trace[row];
            }
        }
    }
}
