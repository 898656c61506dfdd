package org.sed4j.core.society;

import java.util.Optional;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;

/** What theory says of an economy: what its principal should come to. */
public interface Truth {

    /** Steps of the round that values are of. */
    int steps();

    /** The best that can be done for an objective, all responding exactly; empty where theory is silent. */
    Optional<Best> best(Objective objective);

    /** By player, the design that it would have, as a share of the way from the low bound of Φ to the high one; n numbers. */
    double[] ideals();

    /**
     * The best for an objective.
     *
     * @param design that is best
     * @param value of the objective in a round of {@link Truth#steps}
     */
    record Best(Design design, double value) {}
}
