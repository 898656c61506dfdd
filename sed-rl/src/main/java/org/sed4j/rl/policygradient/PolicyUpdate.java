package org.sed4j.rl.policygradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.network.Tape;

/**
 * One update of one learner as a function of the rewards, θ' = update(θ, rewards), and its derivative in them.
 *
 * <p>The one function that players learn with and that MetaGrad differentiates. {@link #run} reads as in {@link LearningRule}:
 * advantages, then epochs. {@link #pullback} walks the last run backwards: for an adjoint λ of θ', each epoch gives every
 * transition's advantage κ ω_t ρ_t · d/ds log π_{θ+sλ}(a_t|o_t), one tangent pass; between epochs λ grows by H λ, where H, the
 * Hessian of the surrogate, is applied as a central difference of its gradient; then advantages are pulled back to rewards.
 * No second-order differentiation anywhere. The samples, and which samples are clipped, are constants.
 *
 * @paper 004, equations 3 and 4
 */
final class PolicyUpdate {
    private final LearningRule rule;
    private final ExploringChoices choices;
    private final Tape tape;
    private final @Nullable ValueFunction value;
    private final Samples samples;
    private final Estimates estimates;

    private final double[] advantages;
    private final double[] valueRows;
    private final double[] rowRewards;
    private final double[] cotangents;
    private final double[] scoreTangents;
    private final double[] oldLog;

    // of the last run
    private @Nullable Trajectory trajectory;
    private Rows rows = (first, count, codes, numbers) -> {};
    private double[] fittedValue = {};
    private final Standing standing;
    private boolean fits = true;
    private double[] valued = {};
    private long valuedEpisode = -1;
    private final List<Epoch> epochs = new ArrayList<>();

    /** Where a tape stands and what it evaluated last, so that standing there again costs nothing. */
    static final class Standing {
        private final Tape tape;
        private double[] theta = {};
        private long episode = -1;
        private double[] scores = {};

        Standing(Tape tape) {
            this.tape = tape;
        }

        /** The scores of an episode's rows at θ, which nobody writes. */
        double[] at(double[] theta, Trajectory trajectory, Rows rows, int count) {
            if (theta != this.theta || trajectory.episode() != episode) {
                tape.bind(theta);
                scores = tape.evaluate(rows, count);
                this.theta = theta;
                this.episode = trajectory.episode();
            }
            return scores;
        }
    }

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
        this.choices = choices;
        this.standing = standing;
        this.tape = standing.tape;
        this.value = value;
        this.samples = samples;
        this.estimates = new Estimates(rule.discount(), rule.traceDecay(), rule.normalises());
        int most = tape.maxRows();
        this.advantages = new double[most];
        this.valueRows = new double[most + samples.lanes()];
        this.rowRewards = new double[most];
        this.cotangents = new double[most * choices.total()];
        this.scoreTangents = new double[most * choices.total()];
        this.oldLog = new double[most];
    }

    /**
     * Learns from an episode.
     *
     * @param rewards [T · L], by slot and lane of the trajectory
     * @param laneOf by lane of the samples: its lane in the trajectory
     * @return the state after
     */
    LearnerState run(LearnerState start, Trajectory episode, double[] rewards, int[] laneOf) {
        trajectory = episode;
        rows = samples.take(episode);
        for (int row = 0; row < samples.count(); row++) {
            rowRewards[row] = rewards[samples.slot(row) * episode.lanes() + laneOf[samples.lane(row)]];
        }
        LearnerState state = valued(start);
        estimates.estimate(samples, rowRewards, valueRows, advantages);
        epochs.clear();
        double[] theta = start.policy();
        Moments moments = start.policyMoments();
        for (int k = 0; k < rule.epochs(); k++) {
            double[] weight = new double[samples.count()];
            double[] ascent = direction(theta, k == 0, weight, false, laneOf);
            double kept = cut(ascent);
            double[] after = theta.clone();
            Moments next = rule.step().step(after, ascent, moments);
            epochs.add(new Epoch(theta, moments, ascent, kept, weight));
            theta = after;
            moments = next;
        }
        return new LearnerState(theta, moments, state.value(), state.valueMoments(), state.target());
    }

    /**
     * The same for a replica, whose value function need not learn: where values come before the step, they do not depend on
     * rewards.
     */
    LearnerState rerun(LearnerState start, Trajectory episode, double[] rewards, int[] laneOf) {
        fits = false;
        LearnerState after = run(start, episode, rewards, laneOf);
        fits = true;
        return after;
    }

    /** Fits the value function and writes the values that advantages are estimated with. */
    private LearnerState valued(LearnerState start) {
        int all = samples.count() + samples.lanes();
        if (value == null) {
            Arrays.fill(valueRows, 0, all, 0);
            return start;
        }
        if (!value.rule().stepsFirst()) {
            long episode = Objects.requireNonNull(trajectory).episode();
            if (start.value() != valued || episode != valuedEpisode) {
                System.arraycopy(value.values(start.value(), rows, samples), 0, valueRows, 0, all);
                valued = start.value();
                valuedEpisode = episode;
            }
            return fits ? value.fit(start, rows, samples, rowRewards) : start;
        }
        LearnerState fitted = value.fit(start, rows, samples, rowRewards);
        fittedValue = fitted.value();
        System.arraycopy(value.values(fittedValue, rows, samples), 0, valueRows, 0, all);
        return fitted;
    }

    /**
     * G at θ.
     *
     * @param first whether θ is where the batch's old probabilities are read off
     * @param weight κ ω_t ρ_t by transition, written; read for ω where {@code masked}
     * @param masked whether ω stays as it is
     */
    private double[] direction(double[] theta, boolean first, double[] weight, boolean masked, int[] laneOf) {
        Trajectory episode = Objects.requireNonNull(trajectory);
        double[] scores = standing.at(theta, episode, rows, samples.count());
        int total = choices.total();
        double share = share();
        for (int row = 0; row < samples.count(); row++) {
            int place = row(episode, row, scores, laneOf);
            double log = choices.logProbability(episode.actions(), place * choices.heads());
            if (first) {
                oldLog[row] = log;
            }
            double ratio = Math.exp(log - oldLog[row]);
            boolean flat = masked ? weight[row] == 0 : clipped(ratio, advantages[row]);
            double pull = flat ? 0 : share * ratio;
            if (!masked) {
                weight[row] = pull;
            }
            choices.differentiate(
                    episode.actions(),
                    place * choices.heads(),
                    pull * advantages[row],
                    share * rule.entropyBonus(),
                    cotangents,
                    row * total);
        }
        double[] ascent = new double[theta.length];
        tape.pullback(cotangents, ascent);
        return ascent;
    }

    private double share() {
        return rule.reduction() == LearningRule.Reduction.SUM ? 1 : 1.0 / samples.count();
    }

    /** Takes up the policy of a row; returns its place in the trajectory's lists. */
    private int row(Trajectory episode, int row, double[] scores, int[] laneOf) {
        int place = samples.slot(row) * episode.lanes() + laneOf[samples.lane(row)];
        int total = choices.total();
        choices.row(scores, row * total, episode.masks(), place * total, episode.exploration());
        return place;
    }

    private boolean clipped(double ratio, double advantage) {
        return advantage >= 0 ? ratio >= 1 + rule.clipRange() : ratio <= 1 - rule.clipRange();
    }

    /** Cuts G to the greatest norm and returns the share that is left. */
    private double cut(double[] ascent) {
        if (rule.gradientNorm() == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double norm = Math.sqrt(dot(ascent, ascent));
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
    void pullback(double[] adjoint, boolean squaresStandStill, int[] laneOf, double[] rewardAdjoints) {
        Trajectory episode = Objects.requireNonNull(trajectory);
        int count = samples.count();
        double[] lambda = adjoint.clone();
        double[] byAdvantage = new double[count];
        double[] direction = new double[lambda.length];
        Moments moments = rule.step().start(lambda.length);
        for (int k = epochs.size() - 1; k >= 0; k--) {
            Epoch epoch = epochs.get(k);
            rule.step().pullback(lambda, epoch.ascent(), epoch.moments(), squaresStandStill, moments, direction);
            uncut(epoch, direction);
            double[] scores = standing.at(epoch.theta(), episode, rows, count);
            tape.tangent(direction, scoreTangents);
            for (int row = 0; row < count; row++) {
                int place = row(episode, row, scores, laneOf);
                byAdvantage[row] += epoch.weight()[row]
                        * choices.tangent(
                                episode.actions(), place * choices.heads(), scoreTangents, row * choices.total());
            }
            if (k > 0) {
                addCurvature(epoch, direction, laneOf, lambda);
            }
        }
        estimates.pullback(samples, advantages, byAdvantage);
        if (value != null && value.rule().stepsFirst()) {
            estimates.pullbackToValues(samples, byAdvantage, valueRows);
            value.pullback(fittedValue, rows, samples, valueRows, squaresStandStill, byAdvantage);
        }
        for (int row = 0; row < count; row++) {
            rewardAdjoints[samples.slot(row) * episode.lanes() + laneOf[samples.lane(row)]] = byAdvantage[row];
        }
    }

    /** Through the cut to the greatest norm: k (λ - G (G·λ) / |G|²), with G as it was left. */
    private static void uncut(Epoch epoch, double[] direction) {
        if (epoch.kept() == 1) {
            return;
        }
        double[] g = epoch.ascent();
        double along = dot(g, direction) / dot(g, g);
        for (int i = 0; i < direction.length; i++) {
            direction[i] = epoch.kept() * (direction[i] - along * g[i]);
        }
    }

    /** λ += H · direction, with H the derivative of G at the epoch's θ. */
    private void addCurvature(Epoch epoch, double[] direction, int[] laneOf, double[] lambda) {
        double size = Math.sqrt(dot(direction, direction));
        if (size == 0) {
            return;
        }
        double h = tape.relativeStep() * Math.max(1, Math.sqrt(dot(epoch.theta(), epoch.theta()))) / size;
        double[] ahead = direction(moved(epoch.theta(), h, direction), false, epoch.weight(), true, laneOf);
        double[] behind = direction(moved(epoch.theta(), -h, direction), false, epoch.weight(), true, laneOf);
        for (int i = 0; i < lambda.length; i++) {
            lambda[i] += (ahead[i] - behind[i]) / (2 * h);
        }
    }

    private static double[] moved(double[] theta, double h, double[] direction) {
        double[] moved = theta.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += h * direction[i];
        }
        return moved;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
