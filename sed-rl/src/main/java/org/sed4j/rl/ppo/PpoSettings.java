package org.sed4j.rl.ppo;

import org.sed4j.core.game.Require;

/**
 * What PPO is told. Defaults ({@link #defaults}) are those of the published apple-picking code, which are CleanRL's.
 *
 * @param learningRate α of Adam at the start, above 0
 * @param adamEpsilon ε of Adam, above 0
 * @param discount γ in [0, 1], per transition
 * @param traceDecay λ of the advantage estimate in [0, 1]
 * @param clipRange ε of the clipped ratio, above 0
 * @param clipsValue whether the value's change is clipped by the same range
 * @param entropyBonus weight of the entropy, at least 0
 * @param valueWeight weight of the value loss, at least 0
 * @param gradientNorm greatest norm of a gradient, above 0; infinite for no clipping
 * @param epochs passes over the rollout, at least 1
 * @param minibatch transitions per gradient, at least 1: a pass is cut into round(transitions / minibatch) parts, at least
 *     one, whose sizes differ by at most 1
 * @param normalisesAdvantages whether advantages are centred and scaled within a minibatch
 * @param stopDivergence estimated KL divergence above which no further pass is made; infinite for none
 */
public record PpoSettings(
        double learningRate,
        double adamEpsilon,
        double discount,
        double traceDecay,
        double clipRange,
        boolean clipsValue,
        double entropyBonus,
        double valueWeight,
        double gradientNorm,
        int epochs,
        int minibatch,
        boolean normalisesAdvantages,
        double stopDivergence) {

    public PpoSettings {
        positive(learningRate, "learning rate");
        positive(adamEpsilon, "Adam epsilon");
        Require.within(discount, 0, 1, "discount");
        Require.within(traceDecay, 0, 1, "trace decay");
        positive(clipRange, "clip range");
        Require.within(entropyBonus, 0, Double.MAX_VALUE, "entropy bonus");
        Require.within(valueWeight, 0, Double.MAX_VALUE, "value weight");
        positive(gradientNorm, "gradient norm");
        Require.atLeast(epochs, 1, "epochs");
        Require.atLeast(minibatch, 1, "minibatch");
        positive(stopDivergence, "stop divergence");
    }

    private static void positive(double value, String name) {
        Require.that(value > 0, name, value, "must be positive", "it was left out of the configuration");
    }

    /** The numbers of the published apple-picking code (commit d9ef0c3), which both of its learners share. */
    public static PpoSettings defaults() {
        return new PpoSettings(
                2.5e-4, 1e-5, 0.99, 0.95, 0.2, true, 0.01, 0.5, 0.5, 4, 128, true, Double.POSITIVE_INFINITY);
    }

    /** The same with minibatches of so many transitions. */
    public PpoSettings minibatches(int transitions) {
        return new PpoSettings(
                learningRate,
                adamEpsilon,
                discount,
                traceDecay,
                clipRange,
                clipsValue,
                entropyBonus,
                valueWeight,
                gradientNorm,
                epochs,
                transitions,
                normalisesAdvantages,
                stopDivergence);
    }

    /** These with another learning rate. */
    public PpoSettings learningRate(double value) {
        return new PpoSettings(
                value,
                adamEpsilon,
                discount,
                traceDecay,
                clipRange,
                clipsValue,
                entropyBonus,
                valueWeight,
                gradientNorm,
                epochs,
                minibatch,
                normalisesAdvantages,
                stopDivergence);
    }

    /** These with another discount. */
    public PpoSettings discount(double value) {
        return new PpoSettings(
                learningRate,
                adamEpsilon,
                value,
                traceDecay,
                clipRange,
                clipsValue,
                entropyBonus,
                valueWeight,
                gradientNorm,
                epochs,
                minibatch,
                normalisesAdvantages,
                stopDivergence);
    }

    /** These with another trace decay. */
    public PpoSettings traceDecay(double value) {
        return new PpoSettings(
                learningRate,
                adamEpsilon,
                discount,
                value,
                clipRange,
                clipsValue,
                entropyBonus,
                valueWeight,
                gradientNorm,
                epochs,
                minibatch,
                normalisesAdvantages,
                stopDivergence);
    }

    /** These with another weight of the entropy. */
    public PpoSettings entropyBonus(double value) {
        return new PpoSettings(
                learningRate,
                adamEpsilon,
                discount,
                traceDecay,
                clipRange,
                clipsValue,
                value,
                valueWeight,
                gradientNorm,
                epochs,
                minibatch,
                normalisesAdvantages,
                stopDivergence);
    }
}
