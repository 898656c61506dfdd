package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Leader actions that nobody's payoffs tell apart: to mix more than one of them adds nothing. */
final class EqualActions {
    private final Terms terms;
    private final Map<Integer, List<Integer>> seen = new HashMap<>();

    private EqualActions(Terms terms) {
        this.terms = terms;
    }

    /** Of every set of equal actions the first, in order. */
    static int[] distinct(Terms terms) {
        EqualActions actions = new EqualActions(terms);
        return IntStream.range(0, terms.leaderActions).filter(actions::isFresh).toArray();
    }

    private boolean isFresh(int action) {
        List<Integer> alike = seen.computeIfAbsent(hash(action), hash -> new ArrayList<>());
        boolean fresh = alike.stream().noneMatch(earlier -> equal(earlier, action));
        if (fresh) {
            alike.add(action);
        }
        return fresh;
    }

    private int hash(int action) {
        int hash = Arrays.deepHashCode(terms.leader[action]);
        for (double[][][] payoffs : terms.follower) {
            hash = 31 * hash + Arrays.deepHashCode(payoffs[action]);
        }
        return hash;
    }

    private boolean equal(int one, int other) {
        return Arrays.deepEquals(terms.leader[one], terms.leader[other])
                && Arrays.stream(terms.follower).allMatch(payoffs -> Arrays.deepEquals(payoffs[one], payoffs[other]));
    }
}
