package org.sed4j.rl.policygradient;

import org.sed4j.core.math.Elementary;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.network.Tape;

/**
 * What an epoch ascends, as a function of θ over one batch: its gradient G = κ Σ_t (ω_t ρ_t A_t ∇log π_θ(a_t|o_t) + β ∇H), the
 * derivative of G in the advantages, and the derivative of G in θ along a direction.
 *
 * <p>Samples, and which of them are clipped (ω_t = 0), are constants.
 */
final class Surrogate {
    private final LearningRule rule;
    private final ExploringChoices choices;
    private final Standing standing;
    private final Tape tape;
    private final Samples samples;
    private final double[] cotangents;
    private final double[] scoreTangents;
    private final double[] oldLog;

    /**
     * What one update learns from.
     *
     * @param rows of the samples
     * @param laneOf by lane of the samples: its lane in the episode
     * @param advantages A, by transition
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier: lives for one update
    record Batch(Trajectory episode, Rows rows, int[] laneOf, double[] advantages) {}

    Surrogate(LearningRule rule, ExploringChoices choices, Standing standing, Samples samples) {
        this.rule = rule;
        this.choices = choices;
        this.standing = standing;
        this.tape = standing.tape();
        this.samples = samples;
        this.cotangents = new double[tape.maxRows() * choices.total()];
        this.scoreTangents = new double[tape.maxRows() * choices.total()];
        this.oldLog = new double[tape.maxRows()];
    }

    /** Evaluates θ at the batch's rows, for a {@link #gradient} there. */
    void look(Batch batch, double[] theta) {
        standing.at(theta, batch.episode(), batch.rows(), samples.count());
    }

    /**
     * G at θ, where ω is found.
     *
     * @param first whether θ is where the batch's old probabilities are read off
     * @param weight κ ω_t ρ_t by transition, written
     */
    double[] gradient(Batch batch, double[] theta, boolean first, double[] weight) {
        return gradient(batch, theta, first, weight, false);
    }

    private double[] gradient(Batch batch, double[] theta, boolean first, double[] weight, boolean masked) {
        Trajectory episode = batch.episode();
        double[] scores = standing.at(theta, episode, batch.rows(), samples.count());
        double share = rule.reduction() == LearningRule.Reduction.SUM ? 1 : 1.0 / samples.count();
        for (int row = 0; row < samples.count(); row++) {
            int place = row(batch, row, scores);
            double log = choices.logProbability(episode.actions(), place * choices.heads());
            if (first) {
                oldLog[row] = log;
            }
            double advantage = batch.advantages()[row];
            double ratio = Elementary.exp(log - oldLog[row]);
            boolean flat = masked ? weight[row] == 0 : clipped(ratio, advantage);
            double pull = flat ? 0 : share * ratio;
            if (!masked) {
                weight[row] = pull;
            }
            choices.differentiate(
                    episode.actions(),
                    place * choices.heads(),
                    pull * advantage,
                    share * rule.entropyBonus(),
                    cotangents,
                    row * choices.total());
        }
        double[] gradient = new double[theta.length];
        tape.pullback(cotangents, gradient);
        return gradient;
    }

    private boolean clipped(double ratio, double advantage) {
        return advantage >= 0 ? ratio >= 1 + rule.clipRange() : ratio <= 1 - rule.clipRange();
    }

    /** Takes up the policy of a row; returns its place in the episode's lists. */
    private int row(Batch batch, int row, double[] scores) {
        Trajectory episode = batch.episode();
        int place = samples.slot(row) * episode.lanes() + batch.laneOf()[samples.lane(row)];
        int total = choices.total();
        choices.row(scores, row * total, episode.masks(), place * total, episode.exploration());
        return place;
    }

    /**
     * Adds direction · ∂G/∂A_t = κ ω_t ρ_t · d/ds log π_{θ + s·direction}(a_t|o_t), by one tangent pass.
     *
     * @param weight as {@link #gradient} wrote it
     * @param byAdvantage by transition, added to
     */
    void addAlong(Batch batch, double[] theta, double[] direction, double[] weight, double[] byAdvantage) {
        double[] scores = standing.at(theta, batch.episode(), batch.rows(), samples.count());
        tape.tangent(direction, scoreTangents);
        int[] actions = batch.episode().actions();
        for (int row = 0; row < samples.count(); row++) {
            int place = row(batch, row, scores);
            byAdvantage[row] += weight[row]
                    * choices.tangent(actions, place * choices.heads(), scoreTangents, row * choices.total());
        }
    }

    /** Adds ∂G/∂θ · direction at θ: a central difference of G. */
    void addCurvature(Batch batch, double[] theta, double[] direction, double[] weight, double[] to) {
        double size = Vectors.norm(direction);
        if (size == 0) {
            return;
        }
        double h = tape.relativeStep() * Math.max(1, Vectors.norm(theta)) / size;
        double[] ahead = gradient(batch, Vectors.moved(theta, h, direction), false, weight, true);
        double[] behind = gradient(batch, Vectors.moved(theta, -h, direction), false, weight, true);
        for (int i = 0; i < to.length; i++) {
            to[i] += (ahead[i] - behind[i]) / (2 * h);
        }
    }
}
