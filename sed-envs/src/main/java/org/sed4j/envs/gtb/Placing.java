package org.sed4j.envs.gtb;

import java.util.HashSet;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * Where players begin, and whether their payments are drawn or ranked.
 *
 * @param kind how
 * @param ranks each player's rank, 0 the least skilled; empty to deal them anew each episode, and for {@link Kind#RANDOM}
 * @param above which begin in the upper half, for {@link Kind#SPLIT}: 0 the best, 1 the second best
 */
public record Placing(Kind kind, List<Integer> ranks, List<Integer> above) {

    /** Four corners by rank, dealt anew each episode: paper 004 and the AI Economist. */
    public static final Placing CORNERS = new Placing(Kind.CORNERS, List.of(), List.of());
    /** Anywhere, with payments drawn. */
    public static final Placing RANDOM = new Placing(Kind.RANDOM, List.of(), List.of());
    /** The best above a row of water, the others below it. */
    public static final Placing SPLIT = new Placing(Kind.SPLIT, List.of(), List.of(0));

    /** The ways to begin. */
    public enum Kind {
        /** On a random free cell; payments from each player's own draw of skill. */
        RANDOM,
        /**
         * In a corner by rank: the least skilled quarter top right, then bottom left, top left, and the best bottom right,
         * in rows of four from the corner. Payments are the expected order statistics of n draws.
         */
        CORNERS,
        /** On a random free cell of the upper or lower half, by rank. Payments as for corners. */
        SPLIT
    }

    public Placing {
        ranks = List.copyOf(ranks);
        above = List.copyOf(above);
        Require.that(
                isPermutation(ranks),
                "ranks of players",
                ranks,
                "must be the numbers 0 to n-1 in some order",
                "two players have one rank");
        for (int rank : above) {
            Require.atLeast(rank, 0, "rank that begins above");
        }
    }

    private static boolean isPermutation(List<Integer> ranks) {
        return new HashSet<>(ranks).size() == ranks.size()
                && ranks.stream().allMatch(rank -> rank >= 0 && rank < ranks.size());
    }

    /** Whether payments are ranked. */
    boolean isRanked() {
        return kind != Kind.RANDOM;
    }
}
