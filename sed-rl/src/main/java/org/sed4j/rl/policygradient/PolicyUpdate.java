package org.sed4j.rl.policygradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.Crew;
import org.sed4j.rl.network.Rows;

/**
 * One update of one learner as a function of the rewards, θ' = update(θ, rewards), and its derivative in them.
 *
 * <p>The one function that players learn with and that MetaGrad differentiates. {@link #run} reads as in {@link LearningRule}:
 * advantages, then epochs on the {@link Surrogate}. {@link #pullback} walks the last run backwards: for an adjoint λ of θ', each
 * epoch gives every transition's advantage its share by one tangent pass; between epochs λ grows by the surrogate's curvature
 * along it, a central difference of its gradient; then advantages are pulled back to rewards. No second-order differentiation
 * anywhere.
 *
 * @paper 004, equations 3 and 4
 */
final class PolicyUpdate {
    private final LearningRule rule;
    private final Surrogate surrogate;
    private final @Nullable ValueFunction value;
    private final Samples samples;
    private final Estimates estimates;

    private final double[] advantages;
    private final double[] valueRows;
    private final double[] rowRewards;

    // of the last run
    private Surrogate.@Nullable Batch batch;
    private double[] fittedValue = {};
    private Crew crew = Crew.of(1);
    private double[] valued = {};
    private @Nullable Object valuedEpisode;
    private final List<Epoch> epochs = new ArrayList<>();

    /** What an epoch did: from θ along G, cut by the greatest norm to share {@code kept}. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier: lives for one update
    private record Epoch(double[] theta, Moments moments, double[] ascent, double kept, double[] weight) {}

    PolicyUpdate(
            LearningRule rule,
            ExploringChoices choices,
            Standing standing,
            @Nullable ValueFunction value,
            Samples samples) {
        this.rule = rule;
        this.surrogate = new Surrogate(rule, choices, standing, samples);
        this.value = value;
        this.samples = samples;
        this.estimates = new Estimates(rule.discount(), rule.traceDecay(), rule.normalises());
        int most = standing.tape().maxRows();
        this.advantages = new double[most];
        this.valueRows = new double[samples.mostRows()];
        this.rowRewards = new double[most];
    }

    /** Shares work among a crew; results do not depend on it. */
    void shareWith(Crew workers) {
        crew = workers;
    }

    /**
     * Learns from an episode.
     *
     * @param rewards [T · L], by slot and lane of the trajectory
     * @param laneOf by lane of the samples: its lane in the trajectory
     * @return the state after
     */
    LearnerState run(LearnerState start, Trajectory episode, double[] rewards, int[] laneOf) {
        Surrogate.Batch taken = take(episode, rewards, laneOf);
        return value != null && !value.rule().stepsFirst()
                ? sideBySide(value, start, taken)
                : ascended(valued(start, taken), taken);
    }

    private Surrogate.Batch take(Trajectory episode, double[] rewards, int[] laneOf) {
        Rows rows = samples.take(episode);
        Surrogate.Batch taken = new Surrogate.Batch(episode, rows, laneOf, advantages);
        batch = taken;
        for (int row = 0; row < samples.count(); row++) {
            rowRewards[row] = rewards[place(taken, row)];
        }
        return taken;
    }

    /** With a value function that steps after it valued the episode, whose work and the policy's need not wait for each other. */
    private LearnerState sideBySide(ValueFunction value, LearnerState start, Surrogate.Batch taken) {
        crew.run(2, task -> {
            if (task == 0) {
                keep(value.errors(start, taken.rows(), samples, rowRewards));
            } else {
                surrogate.look(taken, start.policy());
            }
        });
        valued = start.value();
        valuedEpisode = taken.episode().episode();
        LearnerState[] halves = {start, start};
        crew.run(2, task -> halves[task] = task == 0 ? value.descend(start) : ascended(start, taken));
        LearnerState fitted = halves[0];
        LearnerState moved = halves[1];
        return new LearnerState(
                moved.policy(), moved.policyMoments(), fitted.value(), fitted.valueMoments(), fitted.target());
    }

    /** The state after the policy's epochs. */
    private LearnerState ascended(LearnerState start, Surrogate.Batch taken) {
        estimates.estimate(samples, rowRewards, valueRows, advantages);
        epochs.clear();
        double[] theta = start.policy();
        Moments moments = start.policyMoments();
        for (int k = 0; k < rule.epochs(); k++) {
            double[] weight = new double[samples.count()];
            double[] ascent = surrogate.gradient(taken, theta, k == 0, weight);
            double kept = cut(ascent);
            double[] after = theta.clone();
            Moments next = rule.step().step(after, ascent, moments);
            epochs.add(new Epoch(theta, moments, ascent, kept, weight));
            theta = after;
            moments = next;
        }
        return new LearnerState(theta, moments, start.value(), start.valueMoments(), start.target());
    }

    private int place(Surrogate.Batch taken, int row) {
        return samples.slot(row) * taken.episode().lanes() + taken.laneOf()[samples.lane(row)];
    }

    /**
     * The same for a replica, whose value function need not learn: where values come before the step, they do not depend on
     * rewards.
     */
    LearnerState rerun(LearnerState start, Trajectory episode, double[] rewards, int[] laneOf) {
        Surrogate.Batch taken = take(episode, rewards, laneOf);
        return ascended(valued(start, taken), taken);
    }

    private void keep(double[] values) {
        System.arraycopy(values, 0, valueRows, 0, samples.rows());
    }

    /** Writes the values that advantages are estimated with; a value function that steps first has stepped in the state given back. */
    private LearnerState valued(LearnerState start, Surrogate.Batch taken) {
        if (value == null) {
            Arrays.fill(valueRows, 0, samples.rows(), 0);
            return start;
        }
        Rows rows = taken.rows();
        if (!value.rule().stepsFirst()) {
            Object episode = taken.episode().episode();
            if (start.value() != valued || episode != valuedEpisode) {
                keep(value.values(start.value(), rows, samples));
                valued = start.value();
                valuedEpisode = episode;
            }
            return start;
        }
        LearnerState fitted = value.fit(start, rows, samples, rowRewards);
        fittedValue = fitted.value();
        keep(value.values(fittedValue, rows, samples));
        return fitted;
    }

    /** Cuts G to the greatest norm and returns the share that is left. */
    private double cut(double[] ascent) {
        if (rule.gradientNorm() == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double norm = Vectors.norm(ascent);
        if (norm <= rule.gradientNorm()) {
            return 1;
        }
        double kept = rule.gradientNorm() / norm;
        for (int i = 0; i < ascent.length; i++) {
            ascent[i] *= kept;
        }
        return kept;
    }

    /**
     * The derivative of the last {@link #run}: from an adjoint of θ' to adjoints of the rewards.
     *
     * @param adjoint of θ'; left as it is
     * @param squaresStandStill see {@link StepRule#pullback}
     * @param rewardAdjoints [T · L], written at this learner's transitions
     */
    void pullback(double[] adjoint, boolean squaresStandStill, double[] rewardAdjoints) {
        Surrogate.Batch taken = Objects.requireNonNull(batch);
        double[] lambda = adjoint.clone();
        double[] byAdvantage = new double[samples.count()];
        double[] direction = new double[lambda.length];
        Moments moments = rule.step().start(lambda.length);
        for (int k = epochs.size() - 1; k >= 0; k--) {
            Epoch epoch = epochs.get(k);
            rule.step().pullback(lambda, epoch.ascent(), epoch.moments(), squaresStandStill, moments, direction);
            uncut(epoch, direction);
            surrogate.addAlong(taken, epoch.theta(), direction, epoch.weight(), byAdvantage);
            if (k > 0) {
                surrogate.addCurvature(taken, epoch.theta(), direction, epoch.weight(), lambda);
            }
        }
        estimates.pullback(samples, advantages, byAdvantage);
        if (value != null && value.rule().stepsFirst()) {
            estimates.pullbackToValues(samples, byAdvantage, valueRows);
            value.pullback(fittedValue, taken.rows(), samples, valueRows, squaresStandStill, byAdvantage);
        }
        for (int row = 0; row < samples.count(); row++) {
            rewardAdjoints[place(taken, row)] = byAdvantage[row];
        }
    }

    /** Through the cut to the greatest norm: k (λ - G (G·λ) / |G|²), with G as it was left. */
    private static void uncut(Epoch epoch, double[] direction) {
        if (epoch.kept() == 1) {
            return;
        }
        double[] g = epoch.ascent();
        double along = Vectors.dot(g, direction) / Vectors.dot(g, g);
        for (int i = 0; i < direction.length; i++) {
            direction[i] = epoch.kept() * (direction[i] - along * g[i]);
        }
    }
}
