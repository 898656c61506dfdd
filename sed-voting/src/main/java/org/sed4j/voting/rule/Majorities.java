package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.voting.ballot.Pairwise;

/** Sets and paths in the majority graph of a pairwise matrix. */
final class Majorities {
    private Majorities() {}

    /** Who beats every other candidate, or -1. */
    static int condorcetWinner(Pairwise pairs) {
        for (int a = 0; a < pairs.size(); a++) {
            boolean all = true;
            for (int b = 0; b < pairs.size() && all; b++) {
                all = a == b || pairs.beats(a, b);
            }
            if (all) {
                return a;
            }
        }
        return -1;
    }

    /** Who loses to every other candidate, or -1. */
    static int condorcetLoser(Pairwise pairs) {
        for (int a = 0; a < pairs.size() && pairs.size() > 1; a++) {
            boolean all = true;
            for (int b = 0; b < pairs.size() && all; b++) {
                all = a == b || pairs.beats(b, a);
            }
            if (all) {
                return a;
            }
        }
        return -1;
    }

    /** The smallest set of which every member beats everybody outside: those who reach all by "does not lose to". */
    static List<Integer> smith(Pairwise pairs) {
        boolean[][] reach = closure(pairs, false);
        List<Integer> smith = new ArrayList<>();
        for (int a = 0; a < pairs.size(); a++) {
            boolean all = true;
            for (int b = 0; b < pairs.size() && all; b++) {
                all = a == b || reach[a][b];
            }
            if (all) {
                smith.add(a);
            }
        }
        return smith;
    }

    /** The union of minimal sets that nobody outside beats: whoever reaches back, by "beats", all that reach it. */
    static List<Integer> schwartz(Pairwise pairs) {
        boolean[][] reach = closure(pairs, true);
        List<Integer> schwartz = new ArrayList<>();
        for (int a = 0; a < pairs.size(); a++) {
            boolean all = true;
            for (int b = 0; b < pairs.size() && all; b++) {
                all = a == b || !reach[b][a] || reach[a][b];
            }
            if (all) {
                schwartz.add(a);
            }
        }
        return schwartz;
    }

    private static boolean[][] closure(Pairwise pairs, boolean strict) {
        int m = pairs.size();
        boolean[][] reach = new boolean[m][m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                reach[a][b] = a != b && (strict ? pairs.margin(a, b) > 0 : pairs.margin(a, b) >= 0);
            }
        }
        for (int via = 0; via < m; via++) {
            for (int a = 0; a < m; a++) {
                for (int b = 0; b < m; b++) {
                    reach[a][b] |= reach[a][via] && reach[via][b];
                }
            }
        }
        return reach;
    }

    /** The strength of the strongest path from a to b, a path being as strong as its weakest link; 0 if there is none. */
    static long[][] strongestPaths(Pairwise pairs, Strength strength) {
        int m = pairs.size();
        long[][] paths = new long[m][m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                paths[a][b] = a != b && pairs.beats(a, b) ? strength.of(pairs, a, b) : 0;
            }
        }
        for (int via = 0; via < m; via++) {
            for (int a = 0; a < m; a++) {
                for (int b = 0; b < m; b++) {
                    if (a != b && a != via && b != via) {
                        paths[a][b] = Math.max(paths[a][b], Math.min(paths[a][via], paths[via][b]));
                    }
                }
            }
        }
        return paths;
    }

    /** How strong a defeat is. */
    enum Strength {
        /** By how many votes it was won. */
        MARGINS,
        /** How many votes won it. */
        WINNING_VOTES;

        long of(Pairwise pairs, int a, int b) {
            return this == MARGINS ? pairs.margin(a, b) : pairs.prefers(a, b);
        }
    }
}
