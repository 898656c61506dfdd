package org.sed4j.core.translator;

import java.util.List;

/**
 * A constructed world and the lengths of what it is given and asked for.
 *
 * <p>A carrier: identity equality of its objects.
 *
 * @param world any one of those that a maker makes
 * @param state its state in the order in which the engine writes it: little-endian and packed, booleans as one byte
 * @param view what {@code observe} fills: an object with final arrays {@code codes} and {@code numbers}
 * @param principalView likewise for {@code consult}
 * @param players n
 * @param actions length of a joint action
 * @param design k
 * @param choices length of a player's mask, 0 if nothing is masked
 * @param measures numbers of a world's measures, all players together
 * @param gauges numbers of its gauges
 * @param ledger L
 * @param settles whether rewards are settled from a ledger
 */
public record Example(
        Object world,
        List<StatePiece> state,
        Object view,
        Object principalView,
        int players,
        int actions,
        int design,
        int choices,
        int measures,
        int gauges,
        int ledger,
        boolean settles) {
    public Example {
        state = List.copyOf(state);
    }
}
