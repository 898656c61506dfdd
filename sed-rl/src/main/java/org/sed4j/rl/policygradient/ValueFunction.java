package org.sed4j.rl.policygradient;

import java.util.Arrays;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.network.Tape;

/** A network that values observations, its TD(0) step and the derivative of that step in the rewards. Parameters are arguments. */
public final class ValueFunction {
    private final ValueRule rule;
    private final double discount;
    private final Tape tape;
    private final double[] initial;
    private double[] values;
    private double[] bootstrap;
    private final double[] cotangents;

    // of the last fit
    private double[] before = {};
    private double[] ascent = {};
    private Moments moments = Moments.none();

    /**
     * @param network one output
     * @param rows the most rows of a batch, last observations included
     */
    public ValueFunction(Network network, ValueRule rule, double discount, int rows) {
        this.rule = rule;
        this.discount = discount;
        this.tape = network.tape(rows);
        this.initial = network.parameterValues();
        this.values = new double[rows];
        this.bootstrap = new double[rows];
        this.cotangents = new double[rows];
    }

    ValueRule rule() {
        return rule;
    }

    double[] initial() {
        return initial.clone();
    }

    /** The value of every row at φ, last observations included. Its own memory, valid until the next call. */
    public double[] values(double[] phi, Rows rows, Samples samples) {
        int all = samples.count() + samples.lanes();
        if (values.length < samples.rows()) {
            values = new double[samples.rows()];
            bootstrap = new double[samples.rows()];
        }
        tape.bind(phi);
        extras(
                samples,
                all,
                (from, some) -> System.arraycopy(tape.evaluate(rows.from(from), some), 0, values, from, some));
        System.arraycopy(tape.evaluate(rows, all), 0, values, 0, all);
        return values;
    }

    /** Asks about extra rows, as many at a time as the tape holds. */
    private void extras(Samples samples, int all, Some work) {
        int most = tape.maxRows();
        for (int from = all; from < samples.rows(); from += most) {
            work.of(from, Math.min(most, samples.rows() - from));
        }
    }

    /** Does something with {@code count} rows from one on. */
    private interface Some {
        void of(int from, int count);
    }

    /**
     * One step on the squared TD(0) error.
     *
     * @param rewards by transition
     * @return φ', v's moments and φ̄' in the value's part of a state, the policy's part as it was
     */
    public LearnerState fit(LearnerState state, Rows rows, Samples samples, double[] rewards) {
        errors(state, rows, samples, rewards);
        return descend(state);
    }

    /**
     * The first half of a {@link #fit}: values and their errors.
     *
     * @return the values before, as {@link #values} gives them
     */
    double[] errors(LearnerState state, Rows rows, Samples samples, double[] rewards) {
        int count = samples.count();
        boolean apart = state.target() != state.value();
        if (apart) {
            double[] targets = values(state.target(), rows, samples);
            System.arraycopy(targets, 0, bootstrap, 0, samples.rows());
        }
        values(state.value(), rows, samples);
        if (!apart) {
            System.arraycopy(values, 0, bootstrap, 0, samples.rows());
        }
        for (int row = 0; row < count; row++) {
            double beyond = samples.dies(row) ? 0 : bootstrap[samples.next(row)];
            cotangents[row] = 2.0 / count * (rewards[row] + over(samples.span(row)) * beyond - values[row]);
        }
        Arrays.fill(cotangents, count, count + samples.lanes(), 0);
        return values;
    }

    /** The second half: the step, from where {@link #errors} left the network. */
    LearnerState descend(LearnerState state) {
        before = state.value();
        moments = state.valueMoments();
        ascent = new double[before.length];
        tape.pullback(cotangents, ascent);
        double[] after = before.clone();
        Moments next = rule.step().step(after, ascent, moments);
        double[] target = rule.targetRate() == 1 ? after : moved(state.target(), after);
        return new LearnerState(state.policy(), state.policyMoments(), after, next, target);
    }

    private double over(int span) {
        return Estimates.over(span, discount);
    }

    private double[] moved(double[] target, double[] towards) {
        double[] moved = target.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += rule.targetRate() * (towards[i] - moved[i]);
        }
        return moved;
    }

    /**
     * Adds to adjoints of rewards what reaches them through the last {@link #fit}.
     *
     * @param after φ' of that fit
     * @param valueAdjoints by row: adjoints of the values at φ'
     * @param rewardAdjoints by transition, added to
     */
    void pullback(
            double[] after,
            Rows rows,
            Samples samples,
            double[] valueAdjoints,
            boolean squaresStandStill,
            double[] rewardAdjoints) {
        double[] adjoint = new double[after.length];
        tape.bind(after);
        extras(samples, samples.count() + samples.lanes(), (from, some) -> {
            tape.evaluate(rows.from(from), some);
            tape.pullback(Arrays.copyOfRange(valueAdjoints, from, from + some), adjoint);
        });
        values(after, rows, samples);
        tape.pullback(valueAdjoints, adjoint);
        double[] ascentAdjoint = new double[after.length];
        rule.step()
                .pullback(
                        adjoint, ascent, moments, squaresStandStill, rule.step().start(after.length), ascentAdjoint);
        values(before, rows, samples);
        tape.tangent(ascentAdjoint, values);
        for (int row = 0; row < samples.count(); row++) {
            rewardAdjoints[row] += 2.0 / samples.count() * values[row];
        }
    }
}
