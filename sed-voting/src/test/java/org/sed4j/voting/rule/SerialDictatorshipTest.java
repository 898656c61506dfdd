package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.axiom.LotteryAxioms;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.RankingProfile;

class SerialDictatorshipTest {
    private static final LotteryRule SERIAL = Lotteries.randomSerialDictatorship();

    @Test
    void sharedTops_areNarrowedDownByTheNextVoter() {
        // Derived: whoever is first, the other leaves only b. Random dictatorship would give a and c a quarter each.
        RankingProfile shared = RankingProfile.parse(Candidates.letters(3), "1: a = b > c", "1: b = c > a");
        assertThat(SERIAL.lottery(shared)).hasToString("a 0, b 1, c 0");
        assertThat(Lotteries.randomDictatorship().lottery(shared)).hasToString("a 1/4, b 1/2, c 1/4");
    }

    @Test
    void strictRankings_giveRandomDictatorship() {
        Rng rng = Seed.of(41).rng();
        for (int trial = 0; trial < 300; trial++) {
            RankingProfile profile = TwinTest.random(rng, 2 + rng.below(5), 1 + rng.below(9), 0);
            assertThat(SERIAL.lottery(profile))
                    .isEqualTo(Lotteries.randomDictatorship().lottery(profile));
        }
    }

    /** Against every order of the voters, one by one. */
    @Test
    void weakRankings_agreeWithEveryOrderOfVoters() {
        Rng rng = Seed.of(42).rng();
        for (int trial = 0; trial < 500; trial++) {
            RankingProfile profile = TwinTest.random(rng, 2 + rng.below(4), 1 + rng.below(5), 2);
            int m = profile.candidates().size();
            List<int[]> voters =
                    profile.expanded().stream().map(ballot -> ballot.levels(m)).toList();
            List<int[]> orders = Naive.permutations(voters.size());
            BigFraction[] expected = Fractions.zeros(m);
            for (int[] order : orders) {
                Set<Integer> left = new TreeSet<>(Tournaments.all(m));
                for (int voter : order) {
                    int[] levels = voters.get(voter);
                    int top = left.stream().mapToInt(c -> levels[c]).min().orElseThrow();
                    left.removeIf(c -> levels[c] > top);
                }
                for (int c : left) {
                    expected[c] = expected[c].add(new BigFraction(1, left.size() * orders.size()));
                }
            }
            assertThat(SERIAL.lottery(profile).probabilities())
                    .as("%s", profile)
                    .isEqualTo(new ArrayList<>(List.of(expected)));
        }
    }

    /** Strongly SD-strategy-proof, shared tops or not: a voter's turn comes when it comes, and the truth is the best use of it. */
    @Test
    void misreports_neverPay() {
        Rng rng = Seed.of(43).rng();
        for (int trial = 0; trial < 60; trial++) {
            RankingProfile profile = TwinTest.random(rng, 3, 2 + rng.below(4), 2);
            assertThat(LotteryAxioms.manipulation(SERIAL, profile))
                    .as("%s", profile)
                    .isEmpty();
        }
    }
}
