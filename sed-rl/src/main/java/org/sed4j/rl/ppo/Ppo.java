package org.sed4j.rl.ppo;

import org.sed4j.core.run.NumericalDivergence;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.OutputLoss;
import org.sed4j.rl.network.Rows;
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
    private static final double TINY = 1e-8; // keeps a constant advantage from dividing by zero

    private final ActorCritic mind;
    private final PpoSettings settings;
    private final ActionFamily family;
    private final float[] gradient;
    private final Sums sums = new Sums();
    private int[] order = new int[0];
    private float[] advantage = new float[0];

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
        int size = list(rollout);
        sums.clear(size / Math.max(1, minibatches(size)) + 1);
        double explained = explainedVariance(rollout, estimates, size);
        int pass = 0;
        boolean near = true;
        while (pass < settings.epochs() && near) {
            sums.clearDivergence();
            seed.at(pass).rng().shuffle(order(size));
            int parts = minibatches(size);
            for (int part = 0; part < parts; part++) {
                int from = (int) ((long) size * part / parts);
                int to = (int) ((long) size * (part + 1) / parts);
                descend(rollout, estimates, from, to - from, learningRate);
            }
            pass++;
            near = sums.divergence() <= settings.stopDivergence();
        }
        return sums.figures(explained, learningRate);
    }

    private int minibatches(int size) {
        return Math.max(1, size / settings.minibatch());
    }

    private int list(Rollout rollout) {
        int size = rollout.size();
        if (order.length < size) {
            order = new int[size];
            advantage = new float[size];
        }
        int at = 0;
        for (int slot = 0; slot < rollout.slots(); slot++) {
            for (int lane = 0; lane < rollout.lanes(); lane++) {
                if (slot < rollout.length(lane)) {
                    order[at++] = slot * rollout.lanes() + lane;
                }
            }
        }
        return size;
    }

    private int[] order(int size) {
        if (order.length != size) {
            order = java.util.Arrays.copyOf(order, size); // a shorter rollout than the last one
        }
        return order;
    }

    private void descend(Rollout rollout, Advantages estimates, int from, int count, double learningRate) {
        prepare(rollout, estimates, from, count);
        Rows rows = (first, number, codes, numbers) -> {
            int cells = rollout.inputs().codes().cells();
            int floats = rollout.inputs().numbers();
            for (int i = 0; i < number; i++) {
                int index = order[from + first + i];
                rollout.observation(
                        index / rollout.lanes(), index % rollout.lanes(), codes, i * cells, numbers, i * floats);
            }
        };
        OutputLoss loss = (first, number, outputs, cotangent) -> {
            for (int i = 0; i < number; i++) {
                differentiate(rollout, estimates, from + first + i, first + i, count, i, outputs, cotangent);
            }
        };
        mind.gradient(rows, count, loss, gradient);
        sums.close(count);
        double norm = norm(gradient);
        NumericalDivergence.finite(sums.minibatches(), "gradient norm", norm);
        NumericalDivergence.finite(sums.minibatches(), "policy loss", sums.policyLoss());
        NumericalDivergence.finite(sums.minibatches(), "value loss", sums.valueLoss());
        sums.addNorm(norm);
        if (norm > settings.gradientNorm()) {
            float scale = (float) (settings.gradientNorm() / norm);
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] *= scale;
            }
        }
        mind.descend(gradient, learningRate);
    }

    private void prepare(Rollout rollout, Advantages estimates, int from, int count) {
        double mean = 0;
        for (int i = from; i < from + count; i++) {
            advantage[i] = estimates.advantage(order[i] / rollout.lanes(), order[i] % rollout.lanes());
            mean += advantage[i];
        }
        if (!settings.normalisesAdvantages() || count < 2) {
            return;
        }
        mean /= count;
        double squares = 0;
        for (int i = from; i < from + count; i++) {
            squares += (advantage[i] - mean) * (advantage[i] - mean);
        }
        double deviation = Math.sqrt(squares / (count - 1)) + TINY;
        for (int i = from; i < from + count; i++) {
            advantage[i] = (float) ((advantage[i] - mean) / deviation);
        }
    }

    /** The derivative of one row's loss, and its figures. */
    private void differentiate(
            Rollout rollout,
            Advantages estimates,
            int position,
            int row,
            int count,
            int i,
            float[] outputs,
            float[] cotangent) {
        int slot = order[position] / rollout.lanes();
        int lane = order[position] % rollout.lanes();
        int k = family.scores();
        int h = family.entries();
        int at = i * (k + 1);
        family.normalise(outputs, at, rollout.masks(slot), lane * rollout.choices());
        double logRatio = family.logProbability(outputs, at, rollout.actions(slot), lane * h)
                - rollout.logProbability(slot)[lane];
        double ratio = Math.exp(logRatio);
        double gain = advantage[position];
        double clipped = Math.min(Math.max(ratio, 1 - settings.clipRange()), 1 + settings.clipRange());
        double surrogate = Math.min(ratio * gain, clipped * gain);
        double weight = ratio * gain <= clipped * gain ? -ratio * gain / count : 0;
        double entropy = family.differentiate(
                outputs, at, rollout.actions(slot), lane * h, weight, -settings.entropyBonus() / count, cotangent, at);

        double value = outputs[at + k];
        double target = estimates.target(slot, lane);
        double old = rollout.value(slot)[lane];
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

    private static double norm(float[] vector) {
        double squares = 0;
        for (float entry : vector) {
            squares += (double) entry * entry;
        }
        return Math.sqrt(squares);
    }

    private double explainedVariance(Rollout rollout, Advantages estimates, int size) {
        double mean = 0;
        double meanError = 0;
        for (int i = 0; i < size; i++) {
            int slot = order[i] / rollout.lanes();
            int lane = order[i] % rollout.lanes();
            double target = estimates.target(slot, lane);
            mean += target / size;
            meanError += (target - rollout.value(slot)[lane]) / size;
        }
        double variance = 0;
        double unexplained = 0;
        for (int i = 0; i < size; i++) {
            int slot = order[i] / rollout.lanes();
            int lane = order[i] % rollout.lanes();
            double target = estimates.target(slot, lane);
            double error = target - rollout.value(slot)[lane] - meanError;
            variance += (target - mean) * (target - mean);
            unexplained += error * error;
        }
        return variance == 0 ? 0 : 1 - unexplained / variance;
    }

    /** Figures of the rows of a minibatch, written from any thread, added up in row order. */
    private static final class Sums {
        private float[] rows = new float[0];
        private double policy;
        private double value;
        private double entropy;
        private double divergence;
        private double clips;
        private double norms;
        private double lastPolicy;
        private double lastValue;
        private int minibatches;
        private int divergences;

        void clear(int mostRows) {
            if (rows.length < mostRows * 5) {
                rows = new float[mostRows * 5];
            }
            policy = value = entropy = clips = norms = 0;
            minibatches = 0;
            clearDivergence();
        }

        void clearDivergence() {
            divergence = 0;
            divergences = 0;
        }

        void row(int row, double policyLoss, double valueLoss, double entropyOfRow, double apart, boolean clipped) {
            int at = row * 5;
            rows[at] = (float) policyLoss;
            rows[at + 1] = (float) valueLoss;
            rows[at + 2] = (float) entropyOfRow;
            rows[at + 3] = (float) apart;
            rows[at + 4] = clipped ? 1 : 0;
        }

        void close(int count) {
            double[] total = new double[5];
            for (int row = 0; row < count; row++) {
                for (int j = 0; j < 5; j++) {
                    total[j] += rows[row * 5 + j];
                }
            }
            lastPolicy = total[0] / count;
            lastValue = total[1] / count;
            policy += lastPolicy;
            value += lastValue;
            entropy += total[2] / count;
            divergence += total[3] / count;
            clips += total[4] / count;
            divergences++;
            minibatches++;
        }

        void addNorm(double norm) {
            norms += norm;
        }

        int minibatches() {
            return minibatches;
        }

        double policyLoss() {
            return lastPolicy;
        }

        double valueLoss() {
            return lastValue;
        }

        double divergence() {
            return divergence / divergences;
        }

        PpoFigures figures(double explained, double learningRate) {
            return new PpoFigures(
                    policy / minibatches,
                    value / minibatches,
                    entropy / minibatches,
                    divergence(),
                    clips / minibatches,
                    explained,
                    norms / minibatches,
                    learningRate);
        }
    }
}
