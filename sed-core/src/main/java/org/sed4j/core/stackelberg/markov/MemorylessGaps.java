package org.sed4j.core.stackelberg.markov;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a profile of memoryless policies, mixing or not, is from a Nash equilibrium against every deviation: to policies
 * that mix, and even to policies that see the state.
 *
 * <p>{@link DeterministicPolicies#nash} is the exact certificate where only deterministic memoryless policies may be
 * deviated to, as in the papers.
 *
 * @param gaps one for each player
 * @paper 002, Definition 2.4 (the δ of an (ε, δ)-SSMNE), for π that mix
 */
public record MemorylessGaps(List<Gap> gaps) {
    public MemorylessGaps {
        gaps = List.copyOf(gaps);
    }

    /**
     * One player's.
     *
     * @param atLeast what the policy found gains, at least 0
     * @param atMost what a player who saw the state and everybody's observation would gain
     * @param deviation the policy that was found
     */
    public record Gap(double atLeast, double atMost, MemorylessPolicy deviation) {}

    /** The gaps of a profile. */
    public static MemorylessGaps of(FinitePomg game, List<MemorylessPolicy> policies) {
        double[] returns = Returns.of(game, policies);
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < returns.length; i++) {
            BestResponse best = BestResponse.mixing(game, policies, i);
            gaps.add(new Gap(
                    Math.max(best.lower() - returns[i], 0), Math.max(best.upper() - returns[i], 0), best.policy()));
        }
        return new MemorylessGaps(gaps);
    }

    /** A number that the greatest gap is no less than. */
    public double atLeast() {
        return gaps.stream().mapToDouble(Gap::atLeast).max().orElse(0);
    }

    /** A number that the greatest gap is no more than. */
    public double atMost() {
        return gaps.stream().mapToDouble(Gap::atMost).max().orElse(0);
    }

    /**
     * Whether this proves a δ-Nash equilibrium; false if it refutes one.
     *
     * @throws IllegalStateException if δ lies between the bounds
     */
    public boolean proves(double delta) {
        if (atLeast() <= delta && !(atMost() <= delta)) {
            throw new IllegalStateException("A gap between " + atLeast() + " and " + atMost()
                    + " neither is nor is not at most " + delta
                    + ".\nMaybe the papers' notion is meant: certify against deterministic policies.");
        }
        return atLeast() <= delta;
    }
}
