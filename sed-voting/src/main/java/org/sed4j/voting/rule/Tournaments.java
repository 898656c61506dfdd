package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.rule.Majorities.Strength;

/** Counts that need nothing but the pairwise matrix and no order of defeats. */
final class Tournaments {
    private Tournaments() {}

    static Outcome condorcet(Candidates field, Pairwise pairs, Count count) {
        int winner = Majorities.condorcetWinner(pairs);
        count.note(() -> winner < 0 ? "nobody beats every other candidate" : field.name(winner) + " beats all others");
        return Choice.winners(field, winner < 0 ? all(pairs.size()) : List.of(winner), count);
    }

    static List<Integer> all(int m) {
        List<Integer> all = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            all.add(c);
        }
        return all;
    }

    static Outcome copeland(Candidates field, Pairwise pairs, BigFraction tie, Count count) {
        BigFraction[] scores = new BigFraction[pairs.size()];
        for (int a = 0; a < scores.length; a++) {
            int wins = 0;
            int ties = 0;
            for (int b = 0; b < scores.length; b++) {
                wins += a != b && pairs.margin(a, b) > 0 ? 1 : 0;
                ties += a != b && pairs.margin(a, b) == 0 ? 1 : 0;
            }
            scores[a] = tie.multiply(ties).add(wins);
        }
        return Choice.highest(field, scores, count);
    }

    /** What counts against a candidate under minimax. */
    enum Opposition {
        MARGINS,
        WINNING_VOTES,
        OPPOSITION;

        long of(Pairwise pairs, int rival, int c) {
            return switch (this) {
                case MARGINS -> pairs.margin(rival, c);
                case WINNING_VOTES -> pairs.beats(rival, c) ? pairs.prefers(rival, c) : 0;
                case OPPOSITION -> pairs.prefers(rival, c);
            };
        }
    }

    static Outcome minimax(Candidates field, Pairwise pairs, Opposition opposition, Count count) {
        long[] scores = new long[pairs.size()];
        for (int a = 0; a < scores.length; a++) {
            long worst = scores.length == 1 ? 0 : Long.MIN_VALUE;
            for (int b = 0; b < scores.length; b++) {
                worst = a == b ? worst : Math.max(worst, opposition.of(pairs, b, a));
            }
            scores[a] = -worst;
        }
        return Choice.highest(field, scores, count);
    }

    static Outcome schulze(Candidates field, Pairwise pairs, Strength strength, Count count) {
        int m = pairs.size();
        long[][] paths = Majorities.strongestPaths(pairs, strength);
        List<Integer> winners = new ArrayList<>();
        for (int a = 0; a < m; a++) {
            boolean unbeaten = true;
            for (int b = 0; b < m; b++) {
                unbeaten &= paths[a][b] >= paths[b][a];
            }
            if (unbeaten) {
                winners.add(a);
            }
        }
        noteMatrix(field, paths, "strongest path from", count);
        return Choice.winners(field, winners, count);
    }

    static void noteMatrix(Candidates field, long[][] matrix, String what, Count count) {
        if (!count.keepsAccount()) {
            return;
        }
        for (int a = 0; a < matrix.length; a++) {
            List<String> row = new ArrayList<>();
            for (int b = 0; b < matrix.length; b++) {
                if (a != b) {
                    row.add(field.name(b) + " " + matrix[a][b]);
                }
            }
            String line = what + " " + field.name(a) + " to " + String.join(", ", row);
            count.note(() -> line);
        }
    }

    /** a is out if some b beats it by more than every path back from a to b is strong. */
    static Outcome splitCycle(Candidates field, Pairwise pairs, Count count) {
        int m = pairs.size();
        long[][] paths = Majorities.strongestPaths(pairs, Strength.MARGINS);
        List<Integer> winners = new ArrayList<>();
        for (int a = 0; a < m; a++) {
            boolean defeated = false;
            for (int b = 0; b < m; b++) {
                if (pairs.margin(b, a) > 0 && pairs.margin(b, a) > paths[a][b]) {
                    defeated = true;
                    String line = field.name(b) + " defeats " + field.name(a) + " by " + pairs.margin(b, a)
                            + "; the strongest path back is " + paths[a][b];
                    count.note(() -> line);
                }
            }
            if (!defeated) {
                winners.add(a);
            }
        }
        return Choice.winners(field, winners, count);
    }

    /** Gillies: b covers a if b beats a and everybody who beats b beats a; whom nobody covers is in. */
    static Outcome uncovered(Candidates field, Pairwise pairs, Count count) {
        int m = pairs.size();
        List<Integer> winners = new ArrayList<>();
        for (int a = 0; a < m; a++) {
            boolean covered = false;
            for (int b = 0; b < m && !covered; b++) {
                covered = pairs.beats(b, a) && coversFromAbove(pairs, b, a);
            }
            if (!covered) {
                winners.add(a);
            }
        }
        return Choice.winners(field, winners, count);
    }

    private static boolean coversFromAbove(Pairwise pairs, int b, int a) {
        for (int c = 0; c < pairs.size(); c++) {
            if (pairs.beats(c, b) && !pairs.beats(c, a)) {
                return false;
            }
        }
        return true;
    }
}
