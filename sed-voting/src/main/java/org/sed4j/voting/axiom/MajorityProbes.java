package org.sed4j.voting.axiom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sed4j.voting.axiom.Axioms.Trial;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.rule.Condorcet;
import org.sed4j.voting.rule.VotingRule;

/** Axioms about one profile: who must and who must not win, given what voters agree on. */
final class MajorityProbes {
    private static final int MOST_CANDIDATES_FOR_SETS = 12;
    private static final VotingRule SMITH = Condorcet.smith();

    private MajorityProbes() {}

    /** Voters whose ballots put every member of the set, a bit mask, above everybody outside. */
    private static long solid(RankingProfile profile, int set) {
        long voters = 0;
        int m = profile.candidates().size();
        for (int g = 0; g < profile.groups(); g++) {
            int lowestIn = -1;
            int highestOut = Integer.MAX_VALUE;
            for (int c = 0; c < m; c++) {
                if ((set >> c & 1) != 0) {
                    lowestIn = Math.max(lowestIn, profile.level(g, c));
                } else {
                    highestOut = Math.min(highestOut, profile.level(g, c));
                }
            }
            voters += lowestIn < highestOut ? profile.weight(g) : 0;
        }
        return voters;
    }

    static Optional<Witness> unanimity(Trial t) {
        for (int c = 0; c < t.m(); c++) {
            if (solid(t.profile(), 1 << c) == t.profile().voters()
                    && !t.winners().equals(List.of(c))) {
                return t.violated("every voter ranks " + t.name(c) + " first, who does not win alone");
            }
        }
        return Optional.empty();
    }

    static Optional<Witness> majority(Trial t) {
        for (int c = 0; c < t.m(); c++) {
            if (2 * solid(t.profile(), 1 << c) > t.profile().voters()
                    && !t.winners().equals(List.of(c))) {
                return t.violated("a majority ranks " + t.name(c) + " first, who does not win alone");
            }
        }
        return Optional.empty();
    }

    static Optional<Witness> mutualMajority(Trial t) {
        if (t.m() > MOST_CANDIDATES_FOR_SETS) {
            throw new IllegalArgumentException(
                    "candidates (" + t.m() + ") of a profile checked for mutual majority must be" + " at most "
                            + MOST_CANDIDATES_FOR_SETS + ".\nMaybe a smaller domain will do.");
        }
        for (int set = 1; set < (1 << t.m()) - 1; set++) {
            if (2 * solid(t.profile(), set) <= t.profile().voters()) {
                continue;
            }
            for (int w : t.winners()) {
                if ((set >> w & 1) == 0) {
                    List<String> members = new ArrayList<>();
                    for (int c = 0; c < t.m(); c++) {
                        if ((set >> c & 1) != 0) {
                            members.add(t.name(c));
                        }
                    }
                    return t.violated("a majority ranks " + members + " above all others, and " + t.name(w) + " wins");
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Witness> pareto(Trial t) {
        Pairwise pairs = Pairwise.of(t.profile());
        for (int b : t.winners()) {
            for (int a = 0; a < t.m(); a++) {
                if (pairs.prefers(a, b) == t.profile().voters()) {
                    return t.violated("every voter prefers " + t.name(a) + " to " + t.name(b) + ", who wins");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean beatsAll(Pairwise pairs, int a, int sign) {
        for (int b = 0; b < pairs.size(); b++) {
            if (a != b && sign * pairs.margin(a, b) <= 0) {
                return false;
            }
        }
        return true;
    }

    static Optional<Witness> condorcetWinner(Trial t) {
        Pairwise pairs = Pairwise.of(t.profile());
        for (int a = 0; a < t.m(); a++) {
            if (beatsAll(pairs, a, 1) && !t.winners().equals(List.of(a))) {
                return t.violated(t.name(a) + " beats every other candidate and does not win alone");
            }
        }
        return Optional.empty();
    }

    static Optional<Witness> condorcetLoser(Trial t) {
        Pairwise pairs = Pairwise.of(t.profile());
        for (int a : t.winners()) {
            if (t.m() > 1 && beatsAll(pairs, a, -1)) {
                return t.violated(t.name(a) + " loses to every other candidate and wins");
            }
        }
        return Optional.empty();
    }

    static Optional<Witness> smith(Trial t) {
        List<Integer> smith = SMITH.apply(t.profile()).winners();
        for (int w : t.winners()) {
            if (!smith.contains(w)) {
                return t.violated(t.name(w) + " wins, and is outside the Smith set "
                        + t.profile().candidates().names(smith));
            }
        }
        return Optional.empty();
    }
}
