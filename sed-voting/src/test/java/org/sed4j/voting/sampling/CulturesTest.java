package org.sed4j.voting.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.axiom.Measures;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;

class CulturesTest {
    private static final Seed SEED = Seed.of(81);

    @Test
    void impartialCulture_hasTheKnownShareOfCondorcetWinners() {
        // Guilbaud (1952): three voters, three candidates: 204 of 216 profiles, .9444.
        int with = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            with += Measures.hasCondorcetWinner(Cultures.impartial(3, 3, SEED.at(i))) ? 1 : 0;
        }
        assertThat(with / (double) draws).isCloseTo(204 / 216.0, within(0.0065)); // 4 standard errors
    }

    @Test
    void impartialCulture_isUniform() {
        Map<Ranking, Long> counts = new HashMap<>();
        int draws = 60_000;
        RankingProfile profile = Cultures.impartial(3, draws, SEED);
        for (int g = 0; g < profile.groups(); g++) {
            counts.put(profile.ballot(g), profile.weight(g));
        }
        double chi = 0;
        for (long seen : counts.values()) {
            chi += (seen - 1e4) * (seen - 1e4) / 1e4;
        }
        assertThat(counts).hasSize(6);
        assertThat(chi).isLessThan(20.5); // chi-squared with 5 degrees of freedom, 0.1 percent
    }

    @Test
    void anonymousCulture_drawsEveryMultisetAlike() {
        // Two voters, two candidates: three multisets, each a third; impartial culture would give 1/4, 1/2, 1/4.
        int split = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            split += Cultures.anonymous(2, 2, SEED.at(i)).groups() == 2 ? 1 : 0;
        }
        assertThat(split / (double) draws).isCloseTo(1 / 3.0, within(0.0134));
    }

    @Test
    void extremesOfDispersion_areTheCentreAndImpartialCulture() {
        assertThat(Cultures.mallows(4, 50, 0, SEED).groups()).isEqualTo(1);
        assertThat(Cultures.mallows(4, 50, 0, SEED).ballot(0)).isEqualTo(Ranking.of(0, 1, 2, 3));
        assertThat(Mallows.expectedDistance(5, 1)).isCloseTo(5.0, within(1e-12)); // m(m-1)/4
        assertThat(meanDistance(s -> Cultures.mallows(5, 2000, 1, s))).isCloseTo(5, within(0.2));
        assertThat(meanDistance(s -> Cultures.mallows(5, 2000, 0.5, s)))
                .isCloseTo(Mallows.expectedDistance(5, 0.5), within(0.15));
        assertThat(meanDistance(s -> Cultures.mallowsRelative(5, 2000, 0.5, s))).isCloseTo(2.5, within(0.15));
        assertThat(Cultures.urn(3, 40, 1e9, SEED).groups()).isEqualTo(1);
        assertThat(Cultures.urn(6, 40, 0, SEED).groups()).isGreaterThan(35);
    }

    /** The mean Kendall distance of ballots from a > b > ... */
    private static double meanDistance(Function<Seed, RankingProfile> sampler) {
        RankingProfile profile = sampler.apply(SEED);
        Pairwise pairs = Pairwise.of(profile);
        long against = 0;
        for (int a = 0; a < pairs.size(); a++) {
            for (int b = a + 1; b < pairs.size(); b++) {
                against += pairs.prefers(b, a);
            }
        }
        return against / (double) profile.voters();
    }

    @Test
    void plackettLuce_putsTheWorthyFirst() {
        RankingProfile profile = Cultures.plackettLuce(new double[] {6, 3, 1}, 20_000, SEED);
        long[] tops = new long[3];
        for (int g = 0; g < profile.groups(); g++) {
            tops[profile.ballot(g).tiers().get(0).get(0)] += profile.weight(g);
        }
        assertThat(tops[0] / 20_000.0).isCloseTo(0.6, within(0.014));
        assertThat(tops[2] / 20_000.0).isCloseTo(0.1, within(0.009));
    }

    @Test
    void singlePeakedCultures_areSinglePeakedOnTheAxis() {
        for (RankingProfile profile :
                List.of(Cultures.singlePeakedWalsh(6, 300, SEED), Cultures.singlePeakedConitzer(6, 300, SEED))) {
            for (int g = 0; g < profile.groups(); g++) {
                int[] levels = profile.ballot(g).levels(6);
                for (int c = 1; c < 5; c++) {
                    // No candidate is worse than both neighbours on the axis.
                    assertThat(levels[c]).isLessThan(Math.max(levels[c - 1], levels[c + 1]));
                }
            }
            assertThat(Measures.hasCondorcetWinner(profile)
                            || Pairwise.of(profile).margin(0, 1) == 0)
                    .isTrue();
        }
        // Conitzer's peaks are uniform; Walsh's are binomial, so the end a tops 1/32 of the orders on six candidates.
        RankingProfile walsh = Cultures.singlePeakedWalsh(6, 32_000, SEED);
        long ends = 0;
        for (int g = 0; g < walsh.groups(); g++) {
            ends += walsh.ballot(g).tiers().get(0).equals(List.of(0)) ? walsh.weight(g) : 0;
        }
        assertThat(ends / 32_000.0).isCloseTo(1 / 32.0, within(0.004));
    }

    @Test
    void singleCrossing_crossesEveryPairOnce() {
        RankingProfile profile = Cultures.singleCrossing(5, 200, SEED);
        // Sorted by distance from the start of the path, each pair's order changes at most once.
        List<int[]> levels = profile.expanded().stream()
                .map(b -> b.levels(5))
                .sorted((x, y) -> Integer.compare(inversions(x), inversions(y)))
                .toList();
        for (int a = 0; a < 5; a++) {
            for (int b = a + 1; b < 5; b++) {
                int changes = 0;
                for (int i = 1; i < levels.size(); i++) {
                    boolean before = levels.get(i - 1)[a] < levels.get(i - 1)[b];
                    changes += before != levels.get(i)[a] < levels.get(i)[b] ? 1 : 0;
                }
                assertThat(changes).isLessThanOrEqualTo(1);
            }
        }
    }

    private static int inversions(int[] levels) {
        int inversions = 0;
        for (int a = 0; a < levels.length; a++) {
            for (int b = a + 1; b < levels.length; b++) {
                inversions += levels[b] < levels[a] ? 1 : 0;
            }
        }
        return inversions;
    }

    @Test
    void polarisedBlocs_standAgainstEachOther() {
        RankingProfile profile = Cultures.polarised(4, 10, 0.7, 0, SEED);
        assertThat(profile.toString()).isEqualTo("7: a > b > c > d; 3: d > c > b > a");
    }

    @Test
    void euclideanOnALine_hasACondorcetWinner_forOddElectorates() {
        for (int i = 0; i < 200; i++) {
            assertThat(Measures.hasCondorcetWinner(Cultures.euclidean(5, 7, 1, SEED.at(i))))
                    .isTrue();
        }
    }

    @Test
    void samplers_giveTheSameProfileForTheSameSeed_andOthersForOthers() {
        List<Function<Seed, RankingProfile>> samplers = List.of(
                s -> Cultures.impartial(5, 20, s),
                s -> Cultures.anonymous(5, 20, s),
                s -> Cultures.urn(5, 20, 0.2, s),
                s -> Cultures.mallows(5, 20, 0.6, s),
                s -> Cultures.plackettLuce(new double[] {5, 4, 3, 2, 1}, 20, s),
                s -> Cultures.singlePeakedWalsh(5, 20, s),
                s -> Cultures.singlePeakedConitzer(5, 20, s),
                s -> Cultures.singleCrossing(5, 20, s),
                s -> Cultures.euclidean(5, 20, 2, s),
                s -> Cultures.polarised(5, 20, 0.5, 0.5, s));
        for (Function<Seed, RankingProfile> sampler : samplers) {
            assertThat(sampler.apply(SEED).toString())
                    .isEqualTo(sampler.apply(SEED).toString());
            assertThat(sampler.apply(SEED).toString())
                    .isNotEqualTo(sampler.apply(Seed.of(82)).toString());
        }
    }

    @Test
    void utilities_haveTheMomentsOfTheirDistribution() {
        Map<TypeCultures.Draw, Double> mean = new HashMap<>();
        for (TypeCultures.Draw draw : TypeCultures.Draw.values()) {
            var profile = TypeCultures.utilities(10, 2000, draw, SEED);
            for (int g = 0; g < 2000; g++) {
                for (double u : profile.row(g)) {
                    mean.merge(draw, u / 20_000, Double::sum);
                }
            }
        }
        assertThat(mean.get(TypeCultures.Draw.UNIFORM)).isCloseTo(0.5, within(0.01));
        assertThat(mean.get(TypeCultures.Draw.NORMAL)).isCloseTo(0.0, within(0.03));
        assertThat(mean.get(TypeCultures.Draw.EXPONENTIAL)).isCloseTo(1.0, within(0.03));
    }

    @Test
    void correlatedTypes_areUniformAndCorrelated() {
        TypeMatrix types = TypeCultures.correlated(20_000, 0.8, "sigma", "beta").draw(SEED);
        double[] sigma = types.players("sigma");
        double[] beta = types.players("beta");
        double product = 0;
        double mean = 0;
        for (int i = 0; i < sigma.length; i++) {
            product += (sigma[i] - 0.5) * (beta[i] - 0.5) / sigma.length;
            mean += sigma[i] / sigma.length;
        }
        assertThat(mean).isCloseTo(0.5, within(0.01));
        // A Gaussian copula with correlation r has Spearman correlation (6/pi) asin(r/2) = 0.786 for r = 0.8.
        assertThat(product * 12).isCloseTo(6 / Math.PI * Math.asin(0.4), within(0.02));
    }

    @Test
    void camps_areWhereTheyAreSaidToBe() {
        TypeMatrix types = TypeCultures.camps(10, "sigma", 0.3, 0.1, 0.9, 0.05).draw(SEED);
        double[] sigma = types.players("sigma");
        for (int i = 0; i < 10; i++) {
            assertThat(sigma[i]).isCloseTo(i < 3 ? 0.1 : 0.9, within(0.05));
        }
    }

    @Test
    void typesFromTheLastRound_followWhatEachGot() {
        TypeSpace space = TypeCultures.fromLastRound(TypeCultures.uniform(2, "sigma", "beta"), "sigma", Outcome.REWARD);
        TypeMatrix before = space.draw(SEED);
        Outcome outcome =
                Outcome.of(5, List.of(Design.of(0)), Map.of(Outcome.REWARD, new double[][] {{1, 4}}), Map.of());
        TypeMatrix after = space.next(before, outcome, SEED);
        assertThat(after.players("sigma")).containsExactly(0.25, 1);
        assertThat(after.players("beta")).isEqualTo(before.players("beta"));
    }
}
