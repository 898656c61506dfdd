package org.sed4j.voting.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * Random profiles of strict rankings over m candidates by n voters.
 *
 * <p>The same seed gives the same profile, on every machine. Sources are named at each; the survey is Boehmer, Bredereck,
 * Elkind, Faliszewski and Szufa (2024), "Guide to numerical experiments on elections in computational social choice", IJCAI.
 */
public final class Cultures {
    private Cultures() {}

    private interface Voter {
        int[] order(Rng rng, int i);
    }

    private static RankingProfile profile(int m, int n, Seed seed, Voter voter) {
        Require.atLeast(m, 1, "candidates");
        Require.atLeast(n, 1, "voters");
        Rng rng = seed.rng();
        List<Ranking> ballots = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ballots.add(Ranking.of(voter.order(rng, i)));
        }
        return RankingProfile.of(Candidates.letters(m), ballots);
    }

    /** Impartial culture: every voter's ranking is uniform, independent of the others'. */
    public static RankingProfile impartial(int m, int n, Seed seed) {
        return profile(m, n, seed, (rng, i) -> Orders.uniform(m, rng));
    }

    /**
     * Impartial anonymous culture: every multiset of n rankings is as likely as any other. An urn with one copy added (the
     * case α = 1/m! of {@link #urn}).
     */
    public static RankingProfile anonymous(int m, int n, Seed seed) {
        double copies = 1;
        for (int c = 2; c <= m; c++) {
            copies /= c;
        }
        return urn(m, n, copies, seed);
    }

    /**
     * Polya-Eggenberger urn: each drawn ranking goes back with α·m! copies, so that with probability iα/(1 + iα) voter i repeats
     * an earlier voter, chosen uniformly (Eggenberger and Polya 1923; Berg 1985, Public Choice 47). α = 0 is impartial culture.
     */
    public static RankingProfile urn(int m, int n, double alpha, Seed seed) {
        Require.that(
                alpha >= 0 && Double.isFinite(alpha),
                "alpha of an urn",
                alpha,
                "must be finite and not negative",
                "a sign was lost");
        List<int[]> drawn = new ArrayList<>();
        return profile(m, n, seed, (rng, i) -> {
            boolean repeat = rng.chance(i * alpha / (1 + i * alpha));
            int[] order = repeat ? drawn.get(rng.below(i)) : Orders.uniform(m, rng);
            drawn.add(order);
            return order;
        });
    }

    /**
     * Mallows: a ranking at Kendall distance d from the centre a > b > ... has a probability in proportion to φ^d (Mallows
     * 1957, Biometrika 44), drawn by repeated insertion. φ = 1 is impartial culture, φ = 0 gives the centre.
     */
    public static RankingProfile mallows(int m, int n, double phi, Seed seed) {
        Require.within(phi, 0, 1, "phi of Mallows");
        return profile(m, n, seed, (rng, i) -> Mallows.insertion(m, phi, rng));
    }

    /**
     * Mallows with the dispersion normalised: φ is chosen such that the expected distance from the centre is {@code relative}
     * times that of impartial culture (Boehmer, Faliszewski and Kraiczy 2023, ICML).
     */
    public static RankingProfile mallowsRelative(int m, int n, double relative, Seed seed) {
        Require.within(relative, 0, 1, "relative dispersion of Mallows");
        return mallows(m, n, Mallows.dispersion(m, relative), seed);
    }

    /**
     * Plackett-Luce: places are filled from the top, each remaining candidate with a probability in proportion to its worth
     * (Luce 1959; Plackett 1975, Applied Statistics 24).
     *
     * @param worth one positive number for each candidate
     */
    public static RankingProfile plackettLuce(double[] worth, int n, Seed seed) {
        double[] fixed = worth.clone();
        for (double w : fixed) {
            Require.that(w > 0 && Double.isFinite(w), "worth", w, "must be positive", "a logarithm was given");
        }
        int m = fixed.length;
        return profile(m, n, seed, (rng, i) -> Orders.fromTheTop(fixed, rng));
    }

    /** Single-peaked on the axis a, b, c, ..., every such ranking alike (Walsh 2015, "Generating single peaked votes"). */
    public static RankingProfile singlePeakedWalsh(int m, int n, Seed seed) {
        return profile(m, n, seed, (rng, i) -> {
            int[] order = new int[m];
            int left = 0;
            int right = m - 1;
            for (int place = m - 1; place >= 0; place--) {
                order[place] = left < right && rng.below(2) == 0 ? right-- : left++;
            }
            return order;
        });
    }

    /**
     * Single-peaked on the axis a, b, c, ...: a uniform peak, then each next place goes to the left or the right neighbour alike
     * (Conitzer 2009, "Eliciting single-peaked preferences using comparison queries", JAIR 35).
     */
    public static RankingProfile singlePeakedConitzer(int m, int n, Seed seed) {
        return profile(m, n, seed, (rng, i) -> {
            int[] order = new int[m];
            order[0] = rng.below(m);
            int left = order[0] - 1;
            int right = order[0] + 1;
            for (int place = 1; place < m; place++) {
                boolean toLeft = right >= m || (left >= 0 && rng.below(2) == 0);
                order[place] = toLeft ? left-- : right++;
            }
            return order;
        });
    }

    /**
     * Single-crossing: rankings along a random path from a > b > ... to its reverse that swaps neighbours one pair at a time;
     * each voter is a uniform point of the path.
     */
    public static RankingProfile singleCrossing(int m, int n, Seed seed) {
        List<int[]> path = Orders.crossings(m, seed.named("path").rng());
        return profile(m, n, seed, (rng, i) -> path.get(rng.below(path.size())));
    }

    /** Euclidean: voters and candidates are uniform points of [0, 1]^d; nearer candidates are ranked higher. */
    public static RankingProfile euclidean(int m, int n, int dimensions, Seed seed) {
        Require.atLeast(dimensions, 1, "dimensions");
        Rng places = seed.named("candidates").rng();
        double[][] candidates = new double[m][];
        for (int c = 0; c < m; c++) {
            candidates[c] = point(dimensions, places);
        }
        return profile(m, n, seed, (rng, i) -> {
            double[] voter = point(dimensions, rng);
            double[] distance = new double[m];
            for (int c = 0; c < m; c++) {
                for (int d = 0; d < dimensions; d++) {
                    distance[c] += (voter[d] - candidates[c][d]) * (voter[d] - candidates[c][d]);
                }
            }
            return Arrays.stream(Orders.identity(m))
                    .boxed()
                    .sorted((a, b) -> Double.compare(distance[a], distance[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        });
    }

    private static double[] point(int dimensions, Rng rng) {
        double[] point = new double[dimensions];
        Arrays.setAll(point, d -> rng.uniform());
        return point;
    }

    /**
     * Polarised blocs: a share of voters around a > b > ... and the others around the reverse, each by Mallows.
     *
     * @param share of the first bloc, in [0, 1]; its voters come first and number round(share · n)
     * @param phi dispersion inside a bloc
     */
    public static RankingProfile polarised(int m, int n, double share, double phi, Seed seed) {
        Require.within(share, 0, 1, "share of the first bloc");
        Require.within(phi, 0, 1, "phi inside a bloc");
        long first = Math.round(share * n);
        return profile(m, n, seed, (rng, i) -> {
            int[] order = Mallows.insertion(m, phi, rng);
            if (i >= first) {
                for (int place = 0; place < m; place++) {
                    order[place] = m - 1 - order[place];
                }
            }
            return order;
        });
    }
}
