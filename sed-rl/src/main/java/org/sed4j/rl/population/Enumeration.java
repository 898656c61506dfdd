package org.sed4j.rl.population;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pure strategies of one player, numbered: a choice of each head for each situation. Strategy s is s written with one
 * digit for each, the first head of the first situation changing slowest.
 */
final class Enumeration {
    private final ActionHeads heads;
    private final List<ByteBuffer> situations;
    private final Map<ByteBuffer, Integer> place = new HashMap<>();

    Enumeration(ActionHeads heads, Iterable<ByteBuffer> keys) {
        this.heads = heads;
        this.situations = new ArrayList<>();
        for (ByteBuffer key : keys) {
            place.put(key, situations.size());
            situations.add(key);
        }
    }

    /** How many there are; a double, since they may be very many. */
    double count() {
        double joint = 1;
        for (int h = 0; h < heads.heads(); h++) {
            joint *= heads.size(h);
        }
        return Math.pow(joint, situations.size());
    }

    /** The situations, in order. */
    List<ByteBuffer> situations() {
        return situations;
    }

    /** What a strategy does in a situation; null if it is none of these. */
    int @Nullable [] choices(int strategy, ByteBuffer key) {
        Integer at = place.get(key);
        return at == null ? null : choices(strategy, at);
    }

    /** What a strategy does in the situation at a place. */
    int[] choices(int strategy, int at) {
        int rest = strategy;
        int[] choices = new int[heads.heads()];
        for (int s = situations.size() - 1; s >= at; s--) {
            for (int h = heads.heads() - 1; h >= 0; h--) {
                choices[h] = rest % heads.size(h);
                rest /= heads.size(h);
            }
        }
        return choices;
    }

    /** The number of the strategy that a player has now. */
    int number(Book<int[]> book) {
        int number = 0;
        for (ByteBuffer key : situations) {
            int[] choices = book.row(key);
            for (int h = 0; h < heads.heads(); h++) {
                number = number * heads.size(h) + choices[h];
            }
        }
        return number;
    }
}
