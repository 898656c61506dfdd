package org.sed4j.core.stackelberg.markov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.stackelberg.Distribution;

/**
 * A policy π_i: Ω_i → A_i that acts on the present observation only, possibly at random.
 *
 * @param byObservation for each observation a distribution over the player's actions
 * @paper 002, Definition 2.2 (policies map observations to actions)
 */
public record MemorylessPolicy(List<Distribution> byObservation) {
    public MemorylessPolicy {
        byObservation = List.copyOf(byObservation);
    }

    /**
     * The deterministic policy that plays those actions.
     *
     * @param actions how many actions the player has
     * @param plays the action at each observation
     */
    public static MemorylessPolicy pure(int actions, int... plays) {
        List<Distribution> byObservation = new ArrayList<>();
        Arrays.stream(plays).forEach(play -> byObservation.add(Distribution.pure(actions, play)));
        return new MemorylessPolicy(byObservation);
    }

    /** Every action equally likely at each of so many observations. */
    public static MemorylessPolicy uniform(int actions, int observations) {
        List<Distribution> byObservation = new ArrayList<>();
        for (int o = 0; o < observations; o++) {
            byObservation.add(Distribution.uniform(actions));
        }
        return new MemorylessPolicy(byObservation);
    }
}
