package org.sed4j.voting.ballot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A ranking by one voter: tiers of candidates, best first; candidates that are left out are below all tiers, tied.
 *
 * @param tiers no tier is empty, no candidate is named twice; no tiers at all is an abstention
 */
public record Ranking(List<List<Integer>> tiers) implements Ballot {

    public Ranking {
        List<List<Integer>> copy = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (List<Integer> tier : tiers) {
            InvalidBallotException.unless(!tier.isEmpty(), "tier", tier, "must not be empty", "a rank was skipped");
            for (int c : tier) {
                if (!seen.add(c)) {
                    InvalidBallotException.unless(
                            false,
                            "candidate",
                            c,
                            "must be ranked once, in ballot " + tiers,
                            "a line was pasted twice");
                }
            }
            copy.add(
                    tier.size() == 1
                            ? List.copyOf(tier)
                            : tier.stream().sorted().toList());
        }
        tiers = List.copyOf(copy);
    }

    /** A strict ranking, best first. */
    public static Ranking of(int... best) {
        List<List<Integer>> tiers = new ArrayList<>();
        for (int c : best) {
            tiers.add(List.of(c));
        }
        return new Ranking(tiers);
    }

    /** A ranking written "Ann > Bob = Cid > Dee"; candidates left out are last. */
    public static Ranking parse(Candidates candidates, String text) {
        List<List<Integer>> tiers = new ArrayList<>();
        if (text.isBlank()) {
            return new Ranking(tiers);
        }
        for (String tier : text.split(">", -1)) {
            List<Integer> tied = new ArrayList<>();
            for (String name : tier.split("=", -1)) {
                tied.add(candidates.index(name.trim()));
            }
            tiers.add(tied);
        }
        return new Ranking(tiers);
    }

    /** Whether no tier holds two candidates. */
    public boolean strict() {
        return tiers.stream().allMatch(tier -> tier.size() == 1);
    }

    /** How many candidates are ranked. */
    public int ranked() {
        return tiers.stream().mapToInt(List::size).sum();
    }

    /** The kind of this ballot in a field of {@code m} candidates. */
    public BallotKind kind(int m) {
        if (!strict()) {
            return BallotKind.WEAK;
        }
        return tiers.size() >= m - 1 ? BallotKind.LINEAR : BallotKind.TRUNCATED;
    }

    /** The tier of each of m candidates, from 0; m for one left out. */
    public int[] levels(int m) {
        int[] levels = new int[m];
        Arrays.fill(levels, m);
        for (int t = 0; t < tiers.size(); t++) {
            for (int c : tiers.get(t)) {
                levels[c] = t;
            }
        }
        return levels;
    }

    /** The worst first; candidates left out, among {@code m}, come out on top, tied. */
    public Ranking reversed(int m) {
        List<List<Integer>> turned = new ArrayList<>();
        int[] levels = levels(m);
        List<Integer> left = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            if (levels[c] == m) {
                left.add(c);
            }
        }
        if (!left.isEmpty()) {
            turned.add(left);
        }
        for (int t = tiers.size() - 1; t >= 0; t--) {
            turned.add(tiers.get(t));
        }
        return new Ranking(turned);
    }

    /** The first {@code tiersKept} tiers. */
    public Ranking truncated(int tiersKept) {
        return new Ranking(tiers.subList(0, Math.min(tiersKept, tiers.size())));
    }

    @Override
    public Ranking renamed(int[] to) {
        List<List<Integer>> renamed = new ArrayList<>();
        for (List<Integer> tier : tiers) {
            renamed.add(tier.stream().map(c -> to[c]).toList());
        }
        return new Ranking(renamed);
    }

    /** The ranking with names, as {@link #parse} reads it. */
    public String text(Candidates candidates) {
        List<String> parts = new ArrayList<>();
        for (List<Integer> tier : tiers) {
            parts.add(String.join(" = ", candidates.names(tier)));
        }
        return String.join(" > ", parts);
    }
}
