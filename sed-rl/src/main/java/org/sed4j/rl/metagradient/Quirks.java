package org.sed4j.rl.metagradient;

/**
 * Where the published MetaGrad code departs from the update that players really make; all off by default.
 *
 * @param squaresStandStill the derivative through Adam takes its mean of squares as a constant (all experiments with Adam)
 * @param sums the replica sums gradients of transitions where the players' update averages them, so that its step is N times as
 *     large (Cleanup)
 * @param unmixed the designer's objective reads probabilities off the softmax alone, though players explored (Cleanup)
 * @param replicaScale incentives count this many times as much in the replica as they were paid: 2 where the code pays the raw
 *     sigmoid and differentiates twice of it (Cleanup), else 1
 */
public record Quirks(boolean squaresStandStill, boolean sums, boolean unmixed, double replicaScale) {

    /** None of them. */
    public static Quirks none() {
        return new Quirks(false, false, false, 1);
    }

    /** Those of the published code in Cleanup. */
    public static Quirks ofPublishedCleanup() {
        return new Quirks(false, true, true, 2);
    }
}
