package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * Rules whose result is a lottery: random and random serial dictatorship, proportional Borda, proportional mixing, maximal
 * lotteries, mixtures.
 */
public final class Lotteries {
    private Lotteries() {}

    /** The top of a ballot drawn at random; a shared top is shared equally. O(G·m). */
    public static LotteryRule randomDictatorship() {
        return rule(
                "random-dictatorship",
                "Random dictatorship",
                RuleInfo.RANKINGS,
                "O(G m + m^2)",
                "Gibbard 1977, Manipulation of schemes that mix voting with chance, Econometrica 45",
                profile -> {
                    BigFraction[] first = new BigFraction[profile.candidates().size()];
                    Arrays.fill(first, BigFraction.ZERO);
                    first[0] = BigFraction.ONE;
                    return Fractions.normalised(PositionTable.of(profile).scores(first));
                });
    }

    /**
     * Voters in a random order: each keeps what it likes best of what is left, and the last ones left share. The same as random
     * dictatorship on strict rankings; efficient where tops are shared. Exact, by the sets that can be left.
     */
    public static LotteryRule randomSerialDictatorship() {
        return rule(
                "random-serial-dictatorship",
                "Random serial dictatorship",
                RuleInfo.RANKINGS,
                "O(G m) for each set that can be left: m of them on strict rankings, up to 2^m",
                "Aziz, Brandt and Brill 2013, The computational complexity of random serial dictatorship, Econ. Letters 121",
                profile -> new SerialDictatorship(profile).probabilities());
    }

    /** Each candidate with a probability in proportion to its Borda score. O(G·m). */
    public static LotteryRule proportionalBorda() {
        return rule(
                "proportional-borda",
                "Proportional Borda",
                EnumSet.of(BallotKind.LINEAR),
                "O(G m + m^2)",
                "Barbera 1979, Majority and positional voting in a probabilistic framework, Rev. Econ. Stud. 46",
                profile -> {
                    int m = profile.candidates().size();
                    BigFraction[] points = new BigFraction[m];
                    for (int place = 0; place < m; place++) {
                        points[place] = m == 1 ? BigFraction.ONE : new BigFraction(m - 1 - place);
                    }
                    return Fractions.normalised(PositionTable.of(profile).scores(points));
                });
    }

    /**
     * The average of the voters' shares: each voter has one vote and divides it, in proportion to its utilities or grades, or
     * evenly over whom it approves of. A voter with nothing to divide abstains; if all do, shares are even. O(G·m).
     *
     * <p>The shares are those of the votes, so that objectives can be mixed by them as well as drawn by them. Exact for
     * approvals and grades; a share of utilities is rounded once. Utilities must not be negative.
     */
    public static LotteryRule proportionalMixing() {
        RuleInfo info = RuleInfo.of(
                "proportional-mixing",
                "Proportional mixing (average of divided votes)",
                EnumSet.of(BallotKind.APPROVAL, BallotKind.GRADES, BallotKind.UTILITIES),
                "O(G m)",
                "Bogomolnaia, Moulin and Stong 2005, Collective choice under dichotomous preferences, J. Econ. Theory 122;"
                        + " Intriligator 1973, A probabilistic model of social choice, Rev. Econ. Stud. 40");
        return new Scheme(info, DividedVotes::shares);
    }

    /**
     * A lottery that no other one beats in expected majorities: an optimal strategy of the symmetric game whose payoffs are
     * the margins. If there are several, the one among them with the largest smallest probability, then the largest second
     * smallest, and so on, which is unique and treats candidates alike. Exact; for fields of up to about 50.
     */
    public static LotteryRule maximalLotteries() {
        return rule(
                "maximal-lotteries",
                "Maximal lotteries",
                RuleInfo.RANKINGS,
                "O(G m^2) and exact linear programs in m variables",
                "Kreweras 1965; Fishburn 1984, Probabilistic social choice based on simple voting comparisons, Rev. Econ."
                        + " Stud. 51; Brandl, Brandt and Seedig 2016, Econometrica 84",
                profile -> new MaximalLottery(Pairwise.of(profile)).probabilities());
    }

    /** {@code share} of the one and the rest of the other, share in [0, 1]. */
    public static LotteryRule mixture(BigFraction share, LotteryRule one, LotteryRule other) {
        Require.within(share.doubleValue(), 0, 1, "share of a mixture");
        Set<BallotKind> both = EnumSet.noneOf(BallotKind.class);
        both.addAll(one.info().accepts());
        both.retainAll(other.info().accepts());
        RuleInfo info = RuleInfo.of(
                "mixture:" + Choice.number(share) + "," + one.id() + "," + other.id(),
                "Mixture",
                both,
                "both",
                "folklore");
        return new Scheme(info, profile -> {
            List<BigFraction> p = one.lottery(profile).probabilities();
            List<BigFraction> q = other.lottery(profile).probabilities();
            List<BigFraction> mixed = new ArrayList<>();
            for (int c = 0; c < p.size(); c++) {
                mixed.add(share.multiply(p.get(c))
                        .add(BigFraction.ONE.subtract(share).multiply(q.get(c))));
            }
            return mixed;
        });
    }

    private static LotteryRule rule(
            String id,
            String name,
            Set<BallotKind> accepts,
            String cost,
            String source,
            Function<RankingProfile, List<BigFraction>> probabilities) {
        RuleInfo info = RuleInfo.of(id, name, accepts, cost, source);
        return new Scheme(info, profile -> probabilities.apply((RankingProfile) profile));
    }

    private record Scheme(RuleInfo info, Function<Profile, List<BigFraction>> probabilities) implements LotteryRule {
        @Override
        public Lottery lottery(Profile profile) {
            info.require(profile);
            return new Lottery(profile.candidates(), probabilities.apply(profile));
        }

        @Override
        public String toString() {
            return id();
        }
    }
}
