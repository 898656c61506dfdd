package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.lp.LinearProgram;
import org.sed4j.core.stackelberg.lp.LinearProgram.Relation;
import org.sed4j.core.stackelberg.lp.LpResult;

/**
 * The supremum, over mixed commitments x that leave the followers a pure equilibrium, of what the worst one leaves.
 *
 * <p>Branch and bound, best first. A branch names one profile that is an equilibrium at x, some profiles that are worth at
 * least v, and some deviations that gain strictly, which rule out their profiles; its bound is max v by a linear program
 * over its closure, a branch that nothing satisfies strictly being dropped. At the optimum of the best branch every
 * undecided profile that is an equilibrium must be worth v, or it is branched on: it is worth v elsewhere too, or one of its
 * deviations gains. Where none is left, v is the supremum. Exact; the number of branches may grow exponentially, and is
 * limited.
 */
final class WorstPureEquilibrium {
    /** The most branches that are looked into. */
    static final int LIMIT = 20_000;

    private final ResponseRegions regions;
    private final Terms terms;
    private final double[][] worth;
    /** By profile, then deviation: what it gains for each leader action; deviations that never gain are left out. */
    private final List<List<double[]>> deviations = new ArrayList<>();

    WorstPureEquilibrium(Terms terms) {
        this.terms = terms;
        this.regions = new ResponseRegions(terms, 0);
        this.worth = new double[regions.strategies.count()][];
        for (int s = 0; s < worth.length; s++) {
            worth[s] = regions.objective(s);
            deviations.add(deviations(s));
        }
    }

    /** Gains as a share of the type's weight, so that those of rare types count as much. */
    private List<double[]> deviations(int s) {
        List<double[]> gainful = new ArrayList<>();
        for (int i = 0; i < terms.follower.length; i++) {
            for (int type = 0; type < terms.shape.typeProfiles().size(i); type++) {
                for (int b = 0; b < terms.shape.profiles().size(i); b++) {
                    double[] gains = regions.gains(s, i, type, b);
                    if (Arrays.stream(gains).anyMatch(gain -> gain > 0)) {
                        gainful.add(gains);
                    }
                }
            }
        }
        return gainful;
    }

    /**
     * @param equilibrium the profile that is one
     * @param bounded profiles worth at least v, the equilibrium among them
     * @param broken for each profile that is none, a deviation
     */
    private record Branch(
            int equilibrium,
            List<Integer> bounded,
            List<Integer> excluded,
            List<double[]> broken,
            LpResult.Optimum best) {}

    /** The supremum; empty if no commitment leaves a pure equilibrium. */
    Optional<MixedProgram.Solution> supremum() {
        PriorityQueue<Branch> open = new PriorityQueue<>(
                Comparator.comparingDouble((Branch branch) -> -branch.best().value()));
        for (int s = 0; s < worth.length; s++) {
            add(open, s, List.of(s), List.of(), List.of());
        }
        int looked = 0;
        while (!open.isEmpty()) {
            Require.that(
                    ++looked <= LIMIT,
                    "branches over the followers' equilibria",
                    looked,
                    "must be at most " + LIMIT,
                    "the game is too large for an exact worst case; ask for optimistic ties, or for CCE");
            Branch branch = open.remove();
            int undecided = undecided(branch);
            if (undecided < 0) {
                return Optional.of(MixedProgram.Solution.of(terms, branch.best(), branch.equilibrium()));
            }
            List<Integer> bounded = plus(branch.bounded(), undecided);
            add(open, branch.equilibrium(), bounded, branch.excluded(), branch.broken());
            List<Integer> excluded = plus(branch.excluded(), undecided);
            for (double[] deviation : deviations.get(undecided)) {
                add(open, branch.equilibrium(), branch.bounded(), excluded, plus(branch.broken(), deviation));
            }
        }
        return Optional.empty();
    }

    private static <X> List<X> plus(List<X> list, X last) {
        List<X> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private void add(
            PriorityQueue<Branch> open,
            int equilibrium,
            List<Integer> bounded,
            List<Integer> excluded,
            List<double[]> broken) {
        if (broken.isEmpty() || isStrict(equilibrium, broken)) {
            closure(equilibrium, bounded, broken)
                    .ifPresent(best -> open.add(new Branch(equilibrium, bounded, excluded, broken, best)));
        }
    }

    /** Whether at some x in the region all those deviations gain strictly. */
    private boolean isStrict(int equilibrium, List<double[]> broken) {
        double[] objective = new double[terms.leaderActions + 1];
        objective[terms.leaderActions] = 1;
        LinearProgram program = regions.within(regions.simplex(objective), equilibrium);
        program.subjectTo(objective, Relation.AT_MOST, 1);
        for (double[] gains : broken) {
            double[] row = Arrays.copyOf(gains, objective.length);
            row[terms.leaderActions] = -Arrays.stream(gains).max().orElseThrow(); // the margin, a share of the most
            program.subjectTo(row, Relation.AT_LEAST, 0);
        }
        return solved(program).filter(optimum -> optimum.value() > terms.tie()).isPresent();
    }

    private Optional<LpResult.Optimum> closure(int equilibrium, List<Integer> bounded, List<double[]> broken) {
        double[] objective = new double[terms.leaderActions + 1];
        objective[terms.leaderActions] = 1;
        LinearProgram program = regions.within(regions.simplex(objective), equilibrium);
        for (int s : bounded) {
            double[] row = Arrays.copyOf(worth[s], objective.length);
            row[terms.leaderActions] = -1;
            program.subjectTo(row, Relation.AT_LEAST, 0);
        }
        for (double[] gains : broken) {
            program.subjectTo(Arrays.copyOf(gains, objective.length), Relation.AT_LEAST, 0);
        }
        return solved(program);
    }

    private Optional<LpResult.Optimum> solved(LinearProgram program) {
        return terms.arithmetic.solver().solve(program).optimum();
    }

    /** A profile that may be an equilibrium at the branch's optimum and worth less; -1 if there is none. */
    private int undecided(Branch branch) {
        double[] x = branch.best().toArray();
        double close = 1e-9 * Arrays.stream(worth[branch.equilibrium()]).max().orElseThrow();
        double required = branch.best().value() + (terms.arithmetic == Arithmetic.EXACT ? close : -close);
        int least = -1;
        for (int s = 0; s < worth.length; s++) {
            boolean open = !branch.bounded().contains(s) && !branch.excluded().contains(s);
            double there = product(worth[s], x);
            if (open && there < required && (least < 0 || there < product(worth[least], x)) && isEquilibrium(s, x)) {
                least = s;
            }
        }
        return least;
    }

    private boolean isEquilibrium(int s, double[] x) {
        for (double[] gains : deviations.get(s)) {
            if (product(gains, x) > 1e-9 * Arrays.stream(gains).max().orElseThrow()) {
                return false;
            }
        }
        return true;
    }

    private static double product(double[] byAction, double[] x) {
        double sum = 0;
        for (int l = 0; l < byAction.length; l++) {
            sum += byAction[l] * x[l];
        }
        return sum;
    }
}
