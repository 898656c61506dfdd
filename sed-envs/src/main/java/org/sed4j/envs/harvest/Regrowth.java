package org.sed4j.envs.harvest;

import java.util.List;
import org.sed4j.core.game.Require;

/**
 * How apples grow back: an empty site with k live apples near regrows in a step with probability p_min(k, K).
 *
 * @param probabilities p_0, ..., p_K
 * @param radius near means dr² + dc² ≤ radius², the site itself left out; 2 makes 12 neighbours
 * @param underAvatars whether an apple may grow where somebody stands, who then eats it at once
 */
public record Regrowth(List<Double> probabilities, int radius, boolean underAvatars) {
    /** Melting Pot's commons_harvest__open, and the table of paper 002 (which lists it in descending order). */
    public static final Regrowth OPEN = new Regrowth(List.of(0.0, 0.0025, 0.005, 0.025), 2, true);

    /** Melting Pot's commons_harvest__closed and __partnership. */
    public static final Regrowth CLOSED = new Regrowth(List.of(0.0, 0.001, 0.005, 0.025), 2, true);

    public Regrowth {
        probabilities = List.copyOf(probabilities);
        Require.atLeast(probabilities.size(), 1, "regrowth probabilities");
        for (int k = 0; k < probabilities.size(); k++) {
            Require.within(probabilities.get(k), 0, 1, "regrowth probability at " + k + " neighbours");
        }
        Require.within(radius, 0, 100, "regrowth radius");
    }

    /** K, the index of the last probability. */
    public int last() {
        return probabilities.size() - 1;
    }
}
