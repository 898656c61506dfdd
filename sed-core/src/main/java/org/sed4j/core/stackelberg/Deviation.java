package org.sed4j.core.stackelberg;

import java.util.List;

/**
 * A unilateral deviation: what one player, as one type, would rather do. It is the witness that a profile is no equilibrium.
 *
 * @param player i, counted from 0
 * @param type t_i, 0 where types play no part
 * @param plays for each action the player was to play (or was told to), the one played instead; constant in a coarse
 *     deviation, fixed before any recommendation is seen
 */
public record Deviation(int player, int type, List<Integer> plays) {
    public Deviation {
        plays = List.copyOf(plays);
    }

    /** Whether the same action is played whatever was recommended. */
    public boolean isConstant() {
        return plays.stream().distinct().count() == 1;
    }
}
