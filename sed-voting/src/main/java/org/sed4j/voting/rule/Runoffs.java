package org.sed4j.voting.rule;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.rule.Elimination.Dropping;

/** How the rounds of {@link Eliminations} are counted. */
final class Runoffs {
    private Runoffs() {}

    static Outcome irv(RankingProfile profile, Count count) {
        return Elimination.run(profile.candidates(), count, in -> {
            long[] firsts = firsts(profile, in);
            List<Integer> tied = Extremes.lowest(members(in), c -> firsts[c]);
            return new Dropping(tied, safe(firsts, in, tied), () -> line(profile.candidates(), firsts, in, "first"));
        });
    }

    /**
     * Whether all the tied go before anybody else, in whatever order they go: together they have fewer ballots than the next
     * candidate alone, so nothing that is passed on among them lifts one of them over it.
     */
    private static boolean safe(long[] firsts, BitSet in, List<Integer> tied) {
        if (tied.size() == in.cardinality()) {
            return false;
        }
        long sum = 0;
        for (int c : tied) {
            sum += firsts[c];
        }
        for (int c = in.nextSetBit(0); c >= 0; c = in.nextSetBit(c + 1)) {
            if (!tied.contains(c) && firsts[c] <= sum) {
                return false;
            }
        }
        return true;
    }

    private static long[] firsts(RankingProfile profile, BitSet in) {
        int m = profile.candidates().size();
        int[] members = in.stream().toArray();
        long[] firsts = new long[m];
        for (int g = 0; g < profile.groups(); g++) {
            int top = -1;
            int best = m;
            for (int c : members) {
                int level = profile.level(g, c);
                if (level < best) {
                    best = level;
                    top = c;
                }
            }
            if (top >= 0) {
                firsts[top] += profile.weight(g);
            }
        }
        return firsts;
    }

    static Outcome coombs(RankingProfile profile, boolean stops, Count count) {
        return Elimination.run(profile.candidates(), count, in -> {
            int first = stops ? majority(profile, in) : -1;
            if (first >= 0) {
                List<Integer> others =
                        members(in).stream().filter(c -> c != first).toList();
                return new Dropping(others, true, () -> profile.candidates().name(first) + " is first on most ballots");
            }
            long[] lasts = new long[profile.candidates().size()];
            int[] members = in.stream().toArray();
            for (int g = 0; g < profile.groups(); g++) {
                int bottom = -1;
                int worst = -1;
                for (int c : members) {
                    int level = profile.level(g, c);
                    if (level > worst) {
                        worst = level;
                        bottom = c;
                    }
                }
                lasts[bottom] += profile.weight(g);
            }
            List<Integer> tied = Extremes.highest(members(in), c -> lasts[c]);
            return new Dropping(tied, false, () -> line(profile.candidates(), lasts, in, "last"));
        });
    }

    /** Who is first among these on more than half of the ballots; -1 if nobody is. */
    private static int majority(RankingProfile profile, BitSet in) {
        long[] firsts = firsts(profile, in);
        for (int c = in.nextSetBit(0); c >= 0; c = in.nextSetBit(c + 1)) {
            if (2 * firsts[c] > profile.voters()) {
                return c;
            }
        }
        return -1;
    }

    static Outcome baldwin(RankingProfile profile, Count count) {
        Pairwise pairs = Pairwise.of(profile);
        return Elimination.run(profile.candidates(), count, in -> {
            long[] borda = netBorda(pairs, in);
            List<Integer> tied = Extremes.lowest(members(in), c -> borda[c]);
            return new Dropping(tied, false, () -> line(profile.candidates(), borda, in, "net Borda"));
        });
    }

    static Outcome nanson(RankingProfile profile, Count count) {
        Pairwise pairs = Pairwise.of(profile);
        return Elimination.run(profile.candidates(), count, in -> {
            long[] borda = netBorda(pairs, in); // net scores sum to zero, so the mean is zero
            List<Integer> all = members(in);
            List<Integer> below = all.stream().filter(c -> borda[c] < 0).toList();
            return new Dropping(
                    below.isEmpty() ? all : below, true, () -> line(profile.candidates(), borda, in, "net Borda"));
        });
    }

    /** Σ over the others in of the margin against them: twice the Borda score less a constant. */
    private static long[] netBorda(Pairwise pairs, BitSet in) {
        long[] scores = new long[pairs.size()];
        for (int a = in.nextSetBit(0); a >= 0; a = in.nextSetBit(a + 1)) {
            for (int b = in.nextSetBit(0); b >= 0; b = in.nextSetBit(b + 1)) {
                scores[a] += pairs.margin(a, b);
            }
        }
        return scores;
    }

    private static List<Integer> members(BitSet in) {
        return in.stream().boxed().toList();
    }

    private static String line(Candidates field, long[] scores, BitSet in, String what) {
        StringBuilder line = new StringBuilder(what);
        for (int c = in.nextSetBit(0); c >= 0; c = in.nextSetBit(c + 1)) {
            line.append(' ').append(field.name(c)).append(' ').append(scores[c]);
        }
        return line.toString();
    }

    static Outcome topTwo(RankingProfile profile, Count count) {
        Candidates field = profile.candidates();
        BitSet all = new BitSet();
        all.set(0, field.size());
        long[] firsts = firsts(profile, all);
        count.note(() -> line(field, firsts, all, "first"));
        if (field.size() == 1) {
            return Choice.winners(field, List.of(0), count);
        }
        Pairwise pairs = Pairwise.of(profile);
        Set<Integer> winners = new TreeSet<>();
        for (int[] pair : FinalTwo.pairs(firsts, count)) {
            int a = pair[0];
            int b = pair[1];
            FinalTwo.meet(field, a, pairs.prefers(a, b), b, pairs.prefers(b, a), winners, count);
        }
        return Choice.winners(field, winners, count);
    }

    static Outcome bucklin(RankingProfile profile, Count count) {
        Candidates field = profile.candidates();
        int m = field.size();
        PositionTable table = PositionTable.of(profile);
        long[] reached = new long[m];
        for (int place = 0; place < m; place++) {
            boolean majority = false;
            for (int c = 0; c < m; c++) {
                reached[c] = table.within(c, place);
                majority |= 2 * reached[c] > profile.voters();
            }
            int upTo = place + 1;
            count.note(() -> "ranked in the first " + upTo + ": " + Choice.text(field, boxed(reached)));
            if (majority) {
                break;
            }
        }
        return Choice.highest(field, reached, count);
    }

    private static List<Long> boxed(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static Outcome black(RankingProfile profile, Count count) {
        Pairwise pairs = Pairwise.of(profile);
        int winner = Majorities.condorcetWinner(pairs);
        Candidates field = profile.candidates();
        if (winner >= 0) {
            count.note(() -> field.name(winner) + " beats every other candidate");
            return Choice.winners(field, List.of(winner), count);
        }
        count.note(() -> "nobody beats every other candidate: net Borda decides");
        BitSet all = new BitSet();
        all.set(0, field.size());
        return Choice.highest(field, netBorda(pairs, all), count);
    }
}
