package org.sed4j.voting.axiom;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.sed4j.voting.ballot.ApprovalProfile;

/**
 * Whether a committee could have been bought: every voter has the same budget and pays only for members it approves of, every
 * member costs 1 and is paid in full, and no group has more than 1 left for somebody outside the committee.
 *
 * <p>A linear program in doubles with one variable for each group and member. Source: Peters and Skowron (2020),
 * "Proportionality and the limits of welfarism", EC.
 */
public final class Priceability {
    private static final int MOST_PIVOTS = 100_000;

    private Priceability() {}

    /** The least budget of a voter at which the committee is priceable; empty if it is at none. */
    public static OptionalDouble budget(ApprovalProfile profile, List<Integer> committee) {
        int k = committee.size();
        int variables = profile.groups() * k + 1;
        int budget = variables - 1;
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            double[] paid = new double[variables];
            for (int g = 0; g < profile.groups(); g++) {
                paid[g * k + j] = profile.approves(g, committee.get(j)) ? 1 : 0;
            }
            constraints.add(new LinearConstraint(paid, Relationship.EQ, 1));
        }
        for (int g = 0; g < profile.groups(); g++) {
            double[] spent = new double[variables];
            for (int j = 0; j < k; j++) {
                spent[g * k + j] = 1;
            }
            spent[budget] = -profile.weight(g);
            constraints.add(new LinearConstraint(spent, Relationship.LEQ, 0));
        }
        for (int c = 0; c < profile.candidates().size(); c++) {
            if (!committee.contains(c)) {
                constraints.add(leftFor(profile, committee, c, variables));
            }
        }
        double[] cost = new double[variables];
        cost[budget] = 1;
        try {
            return OptionalDouble.of(new SimplexSolver()
                    .optimize(
                            new MaxIter(MOST_PIVOTS),
                            new LinearObjectiveFunction(cost, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MINIMIZE,
                            new NonNegativeConstraint(true))
                    .getValue());
        } catch (NoFeasibleSolutionException e) {
            return OptionalDouble.empty();
        }
    }

    private static LinearConstraint leftFor(ApprovalProfile profile, List<Integer> committee, int c, int variables) {
        int k = committee.size();
        double[] left = new double[variables];
        for (int g = 0; g < profile.groups(); g++) {
            if (profile.approves(g, c)) {
                left[variables - 1] += profile.weight(g);
                for (int j = 0; j < k; j++) {
                    left[g * k + j] = profile.approves(g, committee.get(j)) ? -1 : 0;
                }
            }
        }
        return new LinearConstraint(left, Relationship.LEQ, 1);
    }
}
