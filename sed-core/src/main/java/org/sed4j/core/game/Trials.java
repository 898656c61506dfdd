package org.sed4j.core.game;

import java.util.List;

/**
 * A principal's what-ifs: what would follow from each candidate design, found on forks of the economy and copies of the
 * followers, never on the running ones.
 */
@FunctionalInterface
public interface Trials {

    /**
     * What would follow from each candidate, in order. The running economy and followers stay as they are, to the bit.
     *
     * @throws IllegalArgumentException if a candidate may not be enacted
     */
    List<Outcome> outcomes(List<Design> candidates);

    /**
     * Sets up trials for the state that an economy is in.
     *
     * @param <E> the economies it can fork
     */
    @FunctionalInterface
    interface Lab<E extends Economy> {
        /**
         * Trials from the present state.
         *
         * @param steps how many steps each trial lives
         */
        Trials of(E economy, Followers<E> followers, FeasibleSet feasible, int steps);
    }

    /** A lab that refuses every trial: for principals that try nothing. */
    static <E extends Economy> Lab<E> none() {
        return (economy, followers, feasible, steps) -> candidates -> {
            throw new IllegalStateException(
                    "This design game has no trials.\nMaybe a searching principal was given to a game without a Lab.");
        };
    }
}
