package org.sed4j.core.run;

/**
 * A number of a learner that ceased to be one: a loss, a gradient or a parameter is NaN or infinite.
 *
 * <p>The run that catches it saves the last good state and stops; nothing computed after {@link #step()} is kept.
 */
public final class NumericalDivergence extends ArithmeticException {
    private static final long serialVersionUID = 1;

    private final long step;
    private final String metric;
    private final double value;

    /**
     * Reports that {@code metric} became {@code value} at {@code step}.
     *
     * @param step the learner's update or the run's round, counted as in {@code metrics.csv}
     * @param metric the name of the number, as in {@code metrics.csv}
     */
    public NumericalDivergence(long step, String metric, double value) {
        super(metric + " (" + value + ") at step " + step + " must be a finite number.\n"
                + "Maybe the learning rate is too high or a reward is not finite.");
        this.step = step;
        this.metric = metric;
        this.value = value;
    }

    /**
     * Hands back a finite number.
     *
     * @throws NumericalDivergence if {@code value} is NaN or infinite
     */
    public static double finite(long step, String metric, double value) {
        if (!Double.isFinite(value)) {
            throw new NumericalDivergence(step, metric, value);
        }
        return value;
    }

    /** The step at which the number was found. */
    public long step() {
        return step;
    }

    /** The name of the number. */
    public String metric() {
        return metric;
    }

    /** The number itself: NaN or an infinity. */
    public double value() {
        return value;
    }
}
