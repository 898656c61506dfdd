package org.sed4j.voting.axiom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sed4j.voting.axiom.Axioms.Trial;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;

/** Axioms about one voter who changes its ballot. */
final class ChangeProbes {
    private static final int EXHAUSTIVE = 5;

    private ChangeProbes() {}

    static Optional<Witness> monotonicity(Trial t) {
        for (int g = 0; g < t.profile().groups(); g++) {
            Ranking ballot = t.profile().ballot(g);
            if (t.profile().weight(g) == 0 || !ballot.strict()) {
                continue;
            }
            for (int w : t.winners()) {
                int place = ballot.tiers().indexOf(List.of(w));
                for (int up = 0; up < place; up++) {
                    List<List<Integer>> lifted = new ArrayList<>(ballot.tiers());
                    lifted.remove(place);
                    lifted.add(up, List.of(w));
                    RankingProfile other = t.profile().swapped(g, new Ranking(lifted));
                    if (!t.winners(other).contains(w)) {
                        return t.violated(t.name(w) + " wins, moves up on one ballot, and wins no more", other);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Strict rankings to try instead of a ballot: all of them in small fields, single moves in larger ones. */
    private static List<Ranking> instead(Ranking ballot, int m) {
        if (m <= EXHAUSTIVE) {
            return Domain.orders(m);
        }
        List<Ranking> moves = new ArrayList<>();
        for (int from = 0; from < ballot.tiers().size(); from++) {
            for (int to = 0; to < ballot.tiers().size(); to++) {
                List<List<Integer>> moved = new ArrayList<>(ballot.tiers());
                moved.add(to, moved.remove(from));
                moves.add(new Ranking(moved));
            }
        }
        return moves;
    }

    static Optional<Witness> independence(Trial t) {
        for (int g = 0; g < t.profile().groups(); g++) {
            if (t.profile().weight(g) == 0) {
                continue;
            }
            int[] before = t.profile().ballot(g).levels(t.m());
            for (Ranking report : instead(t.profile().ballot(g), t.m())) {
                RankingProfile other = t.profile().swapped(g, report);
                List<Integer> after = t.winners(other);
                int[] now = report.levels(t.m());
                for (int a : t.winners()) {
                    for (int b : after) {
                        boolean kept = Integer.compare(before[a], before[b]) == Integer.compare(now[a], now[b]);
                        if (kept && !t.winners().contains(b)) {
                            String why = t.name(a) + " wins over " + t.name(b)
                                    + "; a voter who ranks the two as before makes " + t.name(b) + " win";
                            return t.violated(why, other);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Witness> strategyProofness(Trial t) {
        for (int g = 0; g < t.profile().groups(); g++) {
            if (t.profile().weight(g) == 0) {
                continue;
            }
            int[] taste = t.profile().ballot(g).levels(t.m());
            for (Ranking report : instead(t.profile().ballot(g), t.m())) {
                RankingProfile other = t.profile().swapped(g, report);
                List<Integer> after = t.winners(other);
                for (boolean reverse : new boolean[] {false, true}) {
                    int honest = first(t.winners(), reverse);
                    int got = first(after, reverse);
                    if (taste[got] < taste[honest]) {
                        String why = "a voter with "
                                + t.profile().ballot(g).text(t.profile().candidates())
                                + " reports " + report.text(t.profile().candidates()) + " and gets " + t.name(got)
                                + " instead of " + t.name(honest)
                                + (reverse ? ", ties to the later" : ", ties to the earlier");
                        return t.violated(why, other);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The winner when ties go to the candidate named first, or last. */
    static int first(List<Integer> winners, boolean reverse) {
        return winners.get(reverse ? winners.size() - 1 : 0);
    }

    static Optional<Witness> laterNoHarm(Trial t) {
        if (!t.rule().info().accepts().contains(BallotKind.TRUNCATED)) {
            return Optional.empty();
        }
        for (int g = 0; g < t.profile().groups(); g++) {
            Ranking ballot = t.profile().ballot(g);
            for (int kept = 1; kept < ballot.tiers().size() && t.profile().weight(g) > 0; kept++) {
                RankingProfile shorter = t.profile().swapped(g, ballot.truncated(kept));
                for (int w : t.winners(shorter)) {
                    boolean told = ballot.truncated(kept).tiers().stream().anyMatch(tier -> tier.contains(w));
                    if (told && !t.winners().contains(w)) {
                        return t.violated(
                                t.name(w) + " wins if a voter stops after ranking it, not if the voter goes on",
                                shorter);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
