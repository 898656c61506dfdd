package org.sed4j.voting.ballot;

import java.util.Arrays;

/** One ballot's row of levels in a flat array: 0 the best, without gaps; m for a candidate left out of m. */
final class Levels {
    private Levels() {}

    /** Renumbers one ballot's levels as 0, 1, ... without gaps; says of which kind it is. */
    static BallotKind densify(int[] from, int at, int m, int[] to, int[] map) {
        Arrays.fill(map, 0);
        int out = 0;
        boolean tied = false;
        for (int c = 0; c < m; c++) {
            int level = from[at + c];
            if (level < 0) {
                InvalidBallotException.unless(false, "level", level, "must not be negative", "0 is the best");
            }
            if (level >= m) {
                out++;
            } else {
                tied |= map[level]++ > 0;
            }
        }
        int next = 0;
        for (int level = 0; level < m; level++) {
            map[level] = map[level] > 0 ? next++ : 0;
        }
        for (int c = 0; c < m; c++) {
            int level = from[at + c];
            to[at + c] = level >= m ? m : map[level];
        }
        return kind(tied, out);
    }

    /** Of which kind the ballot in {@code levels[at, at + m)} is. */
    static BallotKind kind(int[] levels, int at, int m) {
        boolean tied = false;
        int out = 0;
        for (int c = 0; c < m; c++) {
            int level = levels[at + c];
            out += level == m ? 1 : 0;
            for (int d = 0; d < c && level < m; d++) {
                tied |= levels[at + d] == level;
            }
        }
        return kind(tied, out);
    }

    private static BallotKind kind(boolean tied, int out) {
        return tied ? BallotKind.WEAK : out > 1 ? BallotKind.TRUNCATED : BallotKind.LINEAR;
    }
}
