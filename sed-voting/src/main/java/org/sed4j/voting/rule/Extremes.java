package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Those of some candidates who have the most, or the least, of something: all who tie for it. */
final class Extremes {
    private Extremes() {}

    static <T extends Comparable<T>> List<Integer> highest(Iterable<Integer> of, IntFunction<T> value) {
        return extreme(of, value, 1);
    }

    static <T extends Comparable<T>> List<Integer> lowest(Iterable<Integer> of, IntFunction<T> value) {
        return extreme(of, value, -1);
    }

    private static <T extends Comparable<T>> List<Integer> extreme(
            Iterable<Integer> of, IntFunction<T> value, int sign) {
        List<Integer> tied = new ArrayList<>();
        @Nullable T best = null;
        for (int c : of) {
            T now = value.apply(c);
            int order = best == null ? 1 : sign * now.compareTo(best);
            if (order > 0) {
                tied.clear();
                best = now;
            }
            if (order >= 0) {
                tied.add(c);
            }
        }
        return tied;
    }
}
