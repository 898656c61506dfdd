package org.sed4j.core.stackelberg;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import org.sed4j.core.stackelberg.lp.LinearProgram;
import org.sed4j.core.stackelberg.lp.LinearProgram.Relation;
import org.sed4j.core.stackelberg.lp.LpResult;

/**
 * The supremum, over mixed commitments, of what the worst best response of a single follower leaves.
 *
 * <p>It is reached over the strategies that are the only best response somewhere, up to equivalents that the follower never
 * tells apart: inside that region the leader must reckon with the worst equivalent, on its edge it can come as near as it
 * likes (von Stengel and Zamir 2010, "Leadership games with convex strategy sets", Games and Economic Behavior 69(2),
 * 446-457).
 */
final class WorstBestResponse {
    private final ResponseRegions regions;
    private final Terms terms;

    WorstBestResponse(Terms terms) {
        this.terms = terms;
        this.regions = new ResponseRegions(terms, 0);
    }

    MixedProgram.Solution supremum() {
        LpResult.Optimum best = null;
        int bestStrategy = -1;
        double[] bounds = regions.bounds();
        for (int s : ResponseRegions.descending(bounds)) {
            if (bounds[s] <= regions.floor(best)) {
                break; // the others promise no more
            }
            double floor = regions.floor(best);
            Optional<LpResult.Optimum> optimum = withWorstEquivalent(s, floor);
            if (optimum.isPresent() && isInducible(s)) {
                best = optimum.get();
                bestStrategy = s;
            }
        }
        if (best == null) {
            throw new IllegalStateException("The follower has no best response anywhere.\n"
                    + "Maybe the payoffs differ by many orders of magnitude; try exact arithmetic.");
        }
        return MixedProgram.Solution.of(terms, best, bestStrategy);
    }

    /** Whether s is the only best response, equivalents aside, to some commitment: max margin > 0. */
    private boolean isInducible(int s) {
        double[] objective = new double[terms.leaderActions + 1];
        objective[terms.leaderActions] = 1;
        LinearProgram program = regions.simplex(objective);
        program.subjectTo(objective, Relation.AT_MOST, 1); // the margin, where nothing else bounds it
        RowsOnDemand rows = new RowsOnDemand(new HashSet<>());
        int name = 0;
        for (int type = 0; type < terms.shape.typeProfiles().size(0); type++) {
            for (int b = 0; b < terms.shape.profiles().size(0); b++) {
                double[] gains = regions.gains(s, 0, type, b);
                if (Arrays.stream(gains).anyMatch(gain -> gain != 0)) {
                    double[] row = Arrays.copyOf(gains, gains.length + 1);
                    row[gains.length] = terms.weight[type]; // so that rare types count as much as common ones
                    rows.add(name++, row, 0);
                }
            }
        }
        return rows.solve(terms.arithmetic.solver(), terms.arithmetic, program, terms.tie())
                .isPresent();
    }

    /**
     * Maximises Σ_t v_t, v_t being what the worst equivalent of s leaves as type t, over x to which s is a best
     * response; nothing if that is not above the floor.
     */
    private Optional<LpResult.Optimum> withWorstEquivalent(int s, double floor) {
        int types = terms.weight.length;
        double[] objective = new double[terms.leaderActions + types];
        Arrays.fill(objective, terms.leaderActions, objective.length, 1);
        LinearProgram program = regions.simplex(objective);
        for (int type = 0; type < types; type++) { // one follower: type profiles are its types
            for (int b = 0; b < terms.shape.profiles().size(0); b++) {
                if (Arrays.stream(regions.gains(s, 0, type, b)).allMatch(gain -> gain == 0)) {
                    double[] row = new double[objective.length];
                    for (int l = 0; l < terms.leaderActions; l++) {
                        row[l] = -terms.weight[type] * terms.leader[l][type][b];
                    }
                    row[terms.leaderActions + type] = 1;
                    program.subjectTo(row, Relation.AT_MOST, 0);
                }
            }
        }
        return regions.within(objective.length, s).solve(terms.arithmetic.solver(), terms.arithmetic, program, floor);
    }
}
