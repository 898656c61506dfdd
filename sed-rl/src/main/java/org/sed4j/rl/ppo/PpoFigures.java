package org.sed4j.rl.ppo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How an update went: means over all minibatches unless said otherwise.
 *
 * @param policyLoss mean of -min(ρA, clip(ρ)A)
 * @param valueLoss half the mean squared error of the value, clipped if so set, before its weight
 * @param entropy mean entropy of the policy, nats, summed over heads
 * @param divergence mean of (ρ - 1) - ln ρ in the last pass, an estimate of the KL divergence, nats
 * @param clipFraction share of transitions whose ratio lay outside the clip range
 * @param explainedVariance 1 - Var(target - value) / Var(target) before the update; 0 if targets do not vary
 * @param gradientNorm mean norm of the gradient before clipping
 * @param learningRate α that was used
 */
public record PpoFigures(
        double policyLoss,
        double valueLoss,
        double entropy,
        double divergence,
        double clipFraction,
        double explainedVariance,
        double gradientNorm,
        double learningRate) {

    /** Nothing was measured. */
    public static final PpoFigures NONE = new PpoFigures(
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** The figures by the names a metrics file gives them. */
    public Map<String, Double> named(String prefix) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put(prefix + "policy_loss", policyLoss);
        named.put(prefix + "value_loss", valueLoss);
        named.put(prefix + "entropy", entropy);
        named.put(prefix + "kl", divergence);
        named.put(prefix + "clip_fraction", clipFraction);
        named.put(prefix + "explained_variance", explainedVariance);
        named.put(prefix + "gradient_norm", gradientNorm);
        named.put(prefix + "learning_rate", learningRate);
        return named;
    }

    /** The mean of several updates' figures; empty for none. */
    static Optional<PpoFigures> mean(List<PpoFigures> all) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new PpoFigures(
                        mean(all, PpoFigures::policyLoss),
                        mean(all, PpoFigures::valueLoss),
                        mean(all, PpoFigures::entropy),
                        mean(all, PpoFigures::divergence),
                        mean(all, PpoFigures::clipFraction),
                        mean(all, PpoFigures::explainedVariance),
                        mean(all, PpoFigures::gradientNorm),
                        mean(all, PpoFigures::learningRate)));
    }

    private static double mean(List<PpoFigures> all, ToDoubleFunction<PpoFigures> figure) {
        return all.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
