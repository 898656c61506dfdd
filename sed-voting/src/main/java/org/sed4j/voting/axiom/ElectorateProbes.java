package org.sed4j.voting.axiom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sed4j.voting.axiom.Axioms.Trial;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;

/** Axioms about electorates that grow or join. */
final class ElectorateProbes {
    private static final int MOST_SPLITS = 256;

    private ElectorateProbes() {}

    private static RankingProfile joined(RankingProfile profile, Ranking voter) {
        RankingProfile.Builder builder = RankingProfile.over(profile.candidates());
        for (int g = 0; g < profile.groups(); g++) {
            builder.add(profile.weight(g), profile.ballot(g));
        }
        return builder.add(1, voter).build();
    }

    static Optional<Witness> participation(Trial t) {
        for (Ranking voter : Domain.orders(t.m())) {
            RankingProfile other = joined(t.profile(), voter);
            List<Integer> after = t.winners(other);
            int[] taste = voter.levels(t.m());
            for (boolean reverse : new boolean[] {false, true}) {
                int without = ChangeProbes.first(t.winners(), reverse);
                int with = ChangeProbes.first(after, reverse);
                if (taste[without] < taste[with]) {
                    String why = "a voter with " + voter.text(t.profile().candidates()) + " joins and gets "
                            + t.name(with) + " instead of " + t.name(without)
                            + (reverse ? ", ties to the later" : ", ties to the earlier");
                    return t.violated(why, other);
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Witness> positiveInvolvement(Trial t) {
        for (Ranking voter : Domain.orders(t.m())) {
            int top = voter.tiers().get(0).get(0);
            if (!t.winners().contains(top)) {
                continue;
            }
            RankingProfile other = joined(t.profile(), voter);
            if (!t.winners(other).contains(top)) {
                return t.violated(t.name(top) + " wins; one more voter ranks it first, and it wins no more", other);
            }
        }
        return Optional.empty();
    }

    /** Every way to part the electorate in two, or the first 256 of them. */
    static Optional<Witness> reinforcement(Trial t) {
        List<Ranking> ballots = t.profile().expanded();
        int n = ballots.size();
        int splits = n > 9 ? MOST_SPLITS : 1 << (n - 1);
        for (int mask = 1; mask < splits; mask++) {
            List<Ranking> one = new ArrayList<>();
            List<Ranking> other = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                (i < 31 && (mask >> i & 1) != 0 ? one : other).add(ballots.get(i));
            }
            RankingProfile first = RankingProfile.of(t.profile().candidates(), one);
            RankingProfile second = RankingProfile.of(t.profile().candidates(), other);
            List<Integer> shared = new ArrayList<>(t.winners(first));
            shared.retainAll(t.winners(second));
            if (!shared.isEmpty() && !shared.equals(t.winners())) {
                return t.violated(
                        "two electorates share the winners "
                                + t.profile().candidates().names(shared) + ", and together elect others",
                        first,
                        second);
            }
        }
        return Optional.empty();
    }

    static Optional<Witness> resolvability(Trial t) {
        if (t.winners().size() == 1) {
            return Optional.empty();
        }
        for (int w : t.winners()) {
            boolean possible = false;
            for (Ranking voter : Domain.orders(t.m())) {
                possible |= t.winners(joined(t.profile(), voter)).equals(List.of(w));
            }
            if (!possible) {
                return t.violated(t.name(w) + " ties for winning, and no voter who joins makes it win alone");
            }
        }
        return Optional.empty();
    }
}
