package org.sed4j.voting.axiom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sed4j.voting.axiom.Axioms.Trial;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;

/** Axioms that compare a profile with its image: renamed, multiplied, reversed, or with a clone. */
final class SymmetryProbes {
    private static final int ALL_RENAMINGS = 4;
    private static final int ALL_CLONINGS = 5;

    private SymmetryProbes() {}

    static Optional<Witness> anonymity(Trial t) {
        RankingProfile.Builder turned = RankingProfile.over(t.profile().candidates());
        List<Ranking> ballots = t.profile().expanded();
        for (int i = ballots.size() - 1; i >= 0; i--) {
            turned.add(1, ballots.get(i));
        }
        RankingProfile other = turned.build();
        return t.winners(other).equals(t.winners())
                ? Optional.empty()
                : t.violated("the same ballots in another order elect others", other);
    }

    static Optional<Witness> neutrality(Trial t) {
        for (int[] to : renamings(t.m())) {
            RankingProfile other = t.profile().renamed(to);
            List<Integer> expected =
                    t.winners().stream().map(c -> to[c]).sorted().toList();
            if (!t.winners(other).equals(expected)) {
                return t.violated("renamed, " + t.profile().candidates().names(expected) + " should win", other);
            }
        }
        return Optional.empty();
    }

    private static List<int[]> renamings(int m) {
        List<int[]> renamings = new ArrayList<>();
        if (m <= ALL_RENAMINGS) {
            for (Ranking order : Domain.orders(m)) {
                renamings.add(
                        order.tiers().stream().mapToInt(tier -> tier.get(0)).toArray());
            }
            return renamings;
        }
        for (int a = 0; a < m; a++) {
            for (int b = a + 1; b < m; b++) {
                int[] swap = new int[m];
                for (int c = 0; c < m; c++) {
                    swap[c] = c == a ? b : c == b ? a : c;
                }
                renamings.add(swap);
            }
        }
        return renamings;
    }

    static Optional<Witness> homogeneity(Trial t) {
        for (int copies = 2; copies <= 3; copies++) {
            RankingProfile.Builder more = RankingProfile.over(t.profile().candidates());
            for (int g = 0; g < t.profile().groups(); g++) {
                more.add(copies * t.profile().weight(g), t.profile().ballot(g));
            }
            RankingProfile other = more.build();
            if (!t.winners(other).equals(t.winners())) {
                return t.violated(copies + " copies of the electorate elect others", other);
            }
        }
        return Optional.empty();
    }

    static Optional<Witness> reversal(Trial t) {
        if (t.winners().size() != 1 || t.m() < 2) {
            return Optional.empty();
        }
        RankingProfile.Builder turned = RankingProfile.over(t.profile().candidates());
        for (int g = 0; g < t.profile().groups(); g++) {
            turned.add(t.profile().weight(g), t.profile().ballot(g).reversed(t.m()));
        }
        RankingProfile other = turned.build();
        if (!t.counts(other) || !t.winners(other).contains(t.winners().get(0))) {
            return Optional.empty();
        }
        return t.violated(t.name(t.winners().get(0)) + " wins alone, and wins when every ballot is reversed", other);
    }

    static Optional<Witness> clones(Trial t) {
        int m = t.m();
        List<String> names = new ArrayList<>(t.profile().candidates().names());
        List<int[]> ballots = new ArrayList<>();
        t.profile().expanded().forEach(ballot -> ballots.add(ballot.levels(m)));
        long[] ones = new long[ballots.size()];
        Arrays.fill(ones, 1);
        for (int c = 0; c < m; c++) {
            List<String> more = new ArrayList<>(names);
            more.add(names.get(c) + "'");
            Candidates field = new Candidates(more);
            int voters = ballots.size();
            int ways = voters <= ALL_CLONINGS ? 1 << voters : 3;
            for (int way = 0; way < ways; way++) {
                int[] cloned = new int[voters * (m + 1)];
                for (int i = 0; i < voters; i++) {
                    boolean above = voters <= ALL_CLONINGS ? (way >> i & 1) != 0 : way > 0 && i % way == 0;
                    withClone(ballots.get(i), c, above, cloned, i * (m + 1));
                }
                RankingProfile other = RankingProfile.ofLevels(field, cloned, ones);
                if (t.counts(other) && !sameButClones(t.winners(), t.winners(other), c, m)) {
                    return t.violated("a clone of " + t.name(c) + " changes who wins", other.grouped());
                }
            }
            if (t.profile().kind() == BallotKind.LINEAR) {
                Optional<Witness> cycle = cycleOfClones(t, c);
                if (cycle.isPresent()) {
                    return cycle;
                }
            }
        }
        return Optional.empty();
    }

    /** c becomes three clones whose order turns from ballot to ballot, so that they may beat each other in a cycle. */
    private static Optional<Witness> cycleOfClones(Trial t, int c) {
        int m = t.m();
        List<String> names = new ArrayList<>(t.profile().candidates().names());
        names.add(names.get(c) + "'");
        names.add(names.get(c) + "''");
        List<Ranking> cloned = new ArrayList<>();
        int turn = 0;
        for (Ranking ballot : t.profile().expanded()) {
            int[] three = {c, m, m + 1};
            List<List<Integer>> tiers = new ArrayList<>();
            for (List<Integer> tier : ballot.tiers()) {
                if (!tier.equals(List.of(c))) {
                    tiers.add(tier);
                    continue;
                }
                for (int place = 0; place < three.length; place++) {
                    tiers.add(List.of(three[(turn + place) % three.length]));
                }
                turn++;
            }
            cloned.add(new Ranking(tiers));
        }
        RankingProfile other = RankingProfile.of(new Candidates(names), cloned);
        if (!t.counts(other)) {
            return Optional.empty(); // a ballot that leaves c out leaves the clones out, tied
        }
        List<Integer> merged = t.winners(other).stream()
                .map(w -> w >= m ? c : w)
                .distinct()
                .sorted()
                .toList();
        return merged.equals(t.winners())
                ? Optional.empty()
                : t.violated("two clones of " + t.name(c) + " in a cycle with it change who wins", other);
    }

    /** Writes the ballot with candidate m next to c; tied with it if c is tied or left out. */
    private static void withClone(int[] levels, int c, boolean above, int[] to, int at) {
        int m = levels.length;
        int level = levels[c];
        boolean alone =
                level < m && Arrays.stream(levels).filter(l -> l == level).count() == 1;
        for (int d = 0; d < m; d++) {
            to[at + d] = levels[d] == m ? m + 1 : levels[d] + (alone && levels[d] > level ? 1 : 0);
        }
        to[at + m] = to[at + c];
        if (alone) {
            to[at + (above ? c : m)]++;
        }
    }

    private static boolean sameButClones(List<Integer> before, List<Integer> after, int c, int clone) {
        boolean familyBefore = before.contains(c);
        boolean familyAfter = after.contains(c) || after.contains(clone);
        List<Integer> othersBefore = before.stream().filter(w -> w != c).toList();
        List<Integer> othersAfter =
                after.stream().filter(w -> w != c && w != clone).toList();
        return familyBefore == familyAfter && othersBefore.equals(othersAfter);
    }
}
