package org.sed4j.rl.ppo;

import org.sed4j.core.math.Elementary;
import org.sed4j.core.run.NumericalDivergence;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Adam;
import org.sed4j.rl.network.OutputLoss;
import org.sed4j.rl.rollout.Advantages;
import org.sed4j.rl.rollout.Rollout;

/**
 * Proximal policy optimisation with a clipped ratio: several passes of minibatch gradients over one rollout.
 *
 * <p>Minimises, over each minibatch, mean[-min(ρA, clip(ρ, 1-ε, 1+ε)A)] + c_v · value loss - c_e · entropy, where
 * ρ = π(a|o) / π_old(a|o). The same rollout, settings and seed give the same parameters to the bit.
 *
 * <p>Source: Schulman, Wolski, Dhariwal, Radford and Klimov (2017), "Proximal policy optimization algorithms",
 * arXiv:1707.06347, equation 9; value clipping and per-minibatch normalisation as in common implementations, both settings.
 */
public final class Ppo {
    private final ActorCritic mind;
    private final PpoSettings settings;
    private final ActionFamily family;
    private final float[] gradient;
    private final Sums sums = new Sums();

    /** PPO for that actor and critic. */
    public Ppo(ActorCritic mind, PpoSettings settings) {
        this.mind = mind;
        this.settings = settings;
        this.family = mind.family();
        this.gradient = new float[mind.parameterCount()];
    }

    /** What it was told. */
    public PpoSettings settings() {
        return settings;
    }

    /**
     * Improves the policy and the value from one rollout.
     *
     * @param learningRate α for this update
     * @param seed where the order of minibatches comes from
     * @throws NumericalDivergence if a loss or gradient is not finite; parameters are then as after the last good minibatch
     */
    public PpoFigures update(Rollout rollout, Advantages estimates, double learningRate, Seed seed) {
        Transitions all = new Transitions(rollout, estimates);
        int size = all.size();
        sums.clear(size / Math.max(1, minibatches(size)) + 1);
        double explained = all.explainedVariance();
        int pass = 0;
        boolean near = true;
        while (pass < settings.epochs() && near) {
            sums.clearDivergence();
            all.shuffle(seed.at(pass).rng());
            int parts = minibatches(size);
            for (int part = 0; part < parts; part++) {
                int from = (int) ((long) size * part / parts);
                int to = (int) ((long) size * (part + 1) / parts);
                descend(all, from, to - from, learningRate);
            }
            pass++;
            near = sums.divergence() <= settings.stopDivergence();
        }
        return sums.figures(explained, learningRate);
    }

    /** How many minibatches bring their size nearest to what was asked: one of 64 by 33 makes two of 32. */
    private int minibatches(int size) {
        return (int) Math.max(1, Math.round((double) size / settings.minibatch()));
    }

    private void descend(Transitions all, int from, int count, double learningRate) {
        all.take(from, count, settings.normalisesAdvantages());
        OutputLoss loss = (first, number, outputs, cotangent) -> {
            for (int i = 0; i < number; i++) {
                differentiate(all, from + first + i, first + i, count, i, outputs, cotangent);
            }
        };
        mind.gradient(all.observations(from), count, loss, gradient);
        sums.close(count);
        double norm = Adam.clip(gradient, settings.gradientNorm());
        NumericalDivergence.finite(sums.minibatches(), "gradient norm", norm);
        NumericalDivergence.finite(sums.minibatches(), "policy loss", sums.policyLoss());
        NumericalDivergence.finite(sums.minibatches(), "value loss", sums.valueLoss());
        sums.addNorm(norm);
        mind.descend(gradient, learningRate);
    }

    /** The derivative of one row's loss, and its figures. */
    private void differentiate(
            Transitions all, int place, int row, int count, int i, float[] outputs, float[] cotangent) {
        Rollout rollout = all.rollout();
        int slot = all.slot(place);
        int lane = all.lane(place);
        int k = family.scores();
        int h = family.entries();
        int at = i * (k + 1);
        family.normalise(outputs, at, rollout.masks(slot), lane * rollout.choices());
        double logRatio = family.logProbability(outputs, at, rollout.actions(slot), lane * h)
                - rollout.logProbability(slot)[lane];
        double ratio = Elementary.exp(logRatio);
        double gain = all.advantage(place);
        double clipped = Math.min(Math.max(ratio, 1 - settings.clipRange()), 1 + settings.clipRange());
        double surrogate = Math.min(ratio * gain, clipped * gain);
        double weight = ratio * gain <= clipped * gain ? -ratio * gain / count : 0;
        double entropy = family.differentiate(
                outputs, at, rollout.actions(slot), lane * h, weight, -settings.entropyBonus() / count, cotangent, at);

        double value = outputs[at + k];
        double target = all.target(place);
        double old = all.value(place);
        double error = value - target;
        double valueLoss = 0.5 * error * error;
        double slope = error;
        if (settings.clipsValue()) {
            double bounded = old + Math.min(Math.max(value - old, -settings.clipRange()), settings.clipRange());
            double boundedLoss = 0.5 * (bounded - target) * (bounded - target);
            if (boundedLoss > valueLoss) {
                valueLoss = boundedLoss;
                slope = bounded == value ? error : 0;
            }
        }
        cotangent[at + k] = (float) (settings.valueWeight() * slope / count);
        sums.row(row, -surrogate, valueLoss, entropy, ratio - 1 - logRatio, clipped != ratio);
    }
}
