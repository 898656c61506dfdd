package org.sed4j.voting.axiom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.rule.Lottery;
import org.sed4j.voting.rule.LotteryRule;

/**
 * Axioms of rules whose result is a lottery, by stochastic dominance (SD): one lottery is at least as good as another for a
 * voter if, for every candidate, it gives at least as much chance to something at least as good.
 *
 * <p>Source: Brandt (2017), "Rolling the dice: recent results in probabilistic social choice", in Trends in Computational Social
 * Choice.
 */
public final class LotteryAxioms {
    /** Above the rounding of the linear program in doubles, far below any share of a small electorate. */
    private static final double IMPROVEMENT = 1e-7;

    private LotteryAxioms() {}

    /** Whether {@code one} is SD-better than {@code other} for that ballot: nowhere worse, somewhere better. */
    public static boolean dominates(Lottery one, Lottery other, Ranking ballot) {
        int m = one.probabilities().size();
        int[] levels = ballot.levels(m);
        boolean better = false;
        for (int level = 0; level <= m; level++) {
            BigFraction difference = BigFraction.ZERO;
            for (int c = 0; c < m; c++) {
                if (levels[c] <= level) {
                    difference = difference
                            .add(one.probabilities().get(c))
                            .subtract(other.probabilities().get(c));
                }
            }
            int sign = difference.compareTo(BigFraction.ZERO);
            if (sign < 0) {
                return false;
            }
            better |= sign > 0;
        }
        return better;
    }

    /**
     * A ballot that gets some voter an SD-better lottery than the truth, if there is one (weak SD-strategy-proofness).
     *
     * @return the misreport, with the profile it leads to
     */
    public static Optional<RankingProfile> manipulation(LotteryRule rule, RankingProfile profile) {
        Lottery honest = rule.lottery(profile);
        for (int g = 0; g < profile.groups(); g++) {
            for (Ranking report : Domain.orders(profile.candidates().size())) {
                RankingProfile other = profile.swapped(g, report);
                if (dominates(rule.lottery(other), honest, profile.ballot(g))) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A report after which some voter does not find the truthful lottery SD-at-least-as-good, if there is one (strong
     * SD-strategy-proofness, which random dictatorship alone has among efficient anonymous schemes: Gibbard 1977).
     */
    public static Optional<RankingProfile> incomparable(LotteryRule rule, RankingProfile profile) {
        Lottery honest = rule.lottery(profile);
        for (int g = 0; g < profile.groups(); g++) {
            for (Ranking report : Domain.orders(profile.candidates().size())) {
                RankingProfile other = profile.swapped(g, report);
                Lottery got = rule.lottery(other);
                boolean same = got.probabilities().equals(honest.probabilities());
                if (!same && !dominates(honest, got, profile.ballot(g))) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * By how much, summed over voters and levels, another lottery could be SD-better for some voter and worse for none; 0 if
     * the lottery is SD-efficient. A linear program in doubles.
     */
    public static double inefficiency(Lottery lottery, RankingProfile profile) {
        int m = lottery.probabilities().size();
        double[] objective = new double[m];
        double now = 0;
        List<LinearConstraint> constraints = new ArrayList<>();
        double[] ones = new double[m];
        Arrays.fill(ones, 1);
        constraints.add(new LinearConstraint(ones, Relationship.EQ, 1));
        for (int g = 0; g < profile.groups(); g++) {
            for (int level = 0; level < m; level++) {
                double[] upTo = new double[m];
                double held = 0;
                for (int c = 0; c < m; c++) {
                    upTo[c] = profile.level(g, c) <= level ? 1 : 0;
                    held += upTo[c] * lottery.probabilities().get(c).doubleValue();
                    objective[c] += upTo[c];
                }
                now += held;
                constraints.add(new LinearConstraint(upTo, Relationship.GEQ, held));
            }
        }
        double best = new SimplexSolver()
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true))
                .getValue();
        return best - now > IMPROVEMENT ? best - now : 0;
    }
}
