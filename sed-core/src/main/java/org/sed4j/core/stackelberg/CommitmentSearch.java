package org.sed4j.core.stackelberg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The best mixed commitment to several followers who play some coarse correlated or mixed Nash equilibrium: a mixture that
 * was found, and a bound that none exceeds. (Leader and followers multiply each other's probabilities, so no linear program
 * is exact.)
 *
 * <p>Branch and bound over the simplex of mixtures, cut into simplices, the most promising first, each halved at its longest
 * edge. No mixture of a cell's corners gets more than commitment to a correlated strategy over these corners
 * ({@link CorrelatedProgram}), nor, against the worst coarse correlated equilibrium, more than against the worst one that
 * the corners share ({@link CommonEquilibrium}). Mixtures tried: pure ones, the best one for pure equilibria, those that
 * cells suggest, and their centres. Under optimistic ties the bound closes in on the value as cells shrink; under
 * pessimistic ties, and for Nash equilibria, it need not.
 */
final class CommitmentSearch {
    /** Value and bound within this share of the leader's range are one. */
    static final double CLOSED = 1e-6;

    /** Cells that are looked into. */
    private static final int CELLS = 600;

    /** Coefficients of all programs together; some seconds. */
    private static final double WORK = 3e7;

    /** Games whose program has more coefficients are not searched: the bound is what the leader could choose for all. */
    private static final double LARGEST = 2e6;

    private final StackelbergGame game;
    private final Terms terms;
    private final Equilibrium equilibrium;
    private final Selection selection;
    private final double delta;
    private final int cells;
    private double work;
    private Distribution leader;
    private double value = Double.NEGATIVE_INFINITY;

    /**
     * @param delta by how much followers' deviations may gain, for the bound; tried mixtures are met by equilibria
     */
    CommitmentSearch(StackelbergGame game, Equilibrium equilibrium, Selection selection, double delta) {
        this(game, equilibrium, selection, delta, CELLS);
    }

    /**
     * @param cells how many cells are looked into at most
     */
    CommitmentSearch(StackelbergGame game, Equilibrium equilibrium, Selection selection, double delta, int cells) {
        this.game = game;
        this.terms = Terms.of(game, Arithmetic.FLOATING);
        this.equilibrium = equilibrium;
        this.selection = selection;
        this.delta = delta;
        this.cells = cells;
        this.leader = Distribution.uniform(terms.leaderActions);
    }

    /**
     * @param leader a mixture
     * @param value what the leader gets there under the selection
     * @param bound no mixture gets more
     */
    record Found(Distribution leader, double value, double bound) {}

    private record Cell(double[][] corners, double bound) {}

    Found best() {
        Commitment pure = Commitments.pure(game, equilibrium, selection, Arithmetic.FLOATING);
        leader = pure.leader();
        value = pure.value().number();
        double ceiling = ceiling(terms);
        if (terms.value(ceiling).number() <= value + closed()) {
            return found(ceiling);
        }
        suggestedByPureEquilibria();
        if (program(terms).size() > LARGEST) {
            return found(ceiling);
        }
        double[][] corners = new double[terms.leaderActions][terms.leaderActions];
        for (int l = 0; l < corners.length; l++) {
            corners[l][l] = 1;
        }
        PriorityQueue<Cell> open = new PriorityQueue<>(Comparator.comparingDouble((Cell cell) -> -cell.bound()));
        open.add(bounded(corners, ceiling));
        for (int looked = 0; looked < cells && work < WORK && !settled(open.element()); looked++) {
            Cell cell = open.remove();
            for (double[][] half : halves(cell.corners())) {
                open.add(bounded(half, cell.bound()));
            }
        }
        return found(open.element().bound());
    }

    private Found found(double bound) {
        return new Found(leader, value, Math.max(value, terms.value(bound).number()));
    }

    private double closed() {
        return CLOSED * (terms.value(ceiling(terms)).number() - terms.value(0).number());
    }

    private boolean settled(Cell best) {
        return best.corners().length == 1 || terms.value(best.bound()).number() <= value + closed();
    }

    /** What the leader would get if it chose for the followers too. */
    private static double ceiling(Terms terms) {
        double most = 0;
        for (double[][] byType : terms.leader) {
            double sum = 0;
            for (int t = 0; t < byType.length; t++) {
                sum += terms.weight[t] * Arrays.stream(byType[t]).max().orElseThrow();
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private void suggestedByPureEquilibria() {
        double strategies = 1;
        for (int i = 0; i < terms.shape.players(); i++) {
            strategies *= Math.pow(
                    terms.shape.profiles().size(i), terms.shape.typeProfiles().size(i));
        }
        if (strategies * terms.leaderActions <= LARGEST / 100) {
            new MixedProgram(terms)
                    .optimistic()
                    .ifPresent(solution -> attempt(solution.leader().toArray()));
        }
    }

    /** Bounds a cell, and tries what it suggests. */
    private Cell bounded(double[][] corners, double before) {
        double[] centre = new double[corners[0].length];
        for (double[] corner : corners) {
            for (int l = 0; l < centre.length; l++) {
                centre[l] += corner[l] / corners.length;
            }
        }
        attempt(centre);
        Terms cell = terms.among(corners);
        double bound = Math.min(before, ceiling(cell));
        CorrelatedProgram program = program(cell);
        work += program.size();
        var most = program.most();
        if (most.isPresent()) {
            bound = Math.min(bound, most.get().value());
            attempt(mixed(corners, program.mixture(most.get())));
        }
        if (selection == Selection.PESSIMISTIC && equilibrium != Equilibrium.NASH && delta == 0) {
            Optional<Double> shared = new CommonEquilibrium(cell).worst();
            bound = Math.min(bound, shared.orElse(bound));
        }
        return new Cell(corners, bound);
    }

    /** For a game of complete information Nash equilibria are held to be correlated ones, not only coarse ones. */
    private CorrelatedProgram program(Terms cell) {
        return new CorrelatedProgram(cell, equilibrium == Equilibrium.NASH && cell.shape.isComplete(), delta);
    }

    private static double[] mixed(double[][] corners, double[] weights) {
        double[] x = new double[corners[0].length];
        for (int k = 0; k < corners.length; k++) {
            for (int l = 0; l < x.length; l++) {
                x[l] += weights[k] * corners[k][l];
            }
        }
        return x;
    }

    private void attempt(double[] x) {
        Distribution mixture = Distribution.proportional(x);
        InducedGame induced = game.induce(mixture);
        double there = ResponseRange.of(induced, equilibrium, Arithmetic.FLOATING)
                .map(interval -> interval.value(selection).number())
                .orElse(Double.NEGATIVE_INFINITY);
        if (there > value) {
            value = there;
            leader = mixture;
        }
    }

    private static double[][][] halves(double[][] corners) {
        int from = 0;
        int to = 1;
        double longest = -1;
        for (int j = 0; j < corners.length; j++) {
            for (int k = j + 1; k < corners.length; k++) {
                double length = distance(corners[j], corners[k]);
                if (length > longest) {
                    longest = length;
                    from = j;
                    to = k;
                }
            }
        }
        double[] middle = new double[corners[0].length];
        for (int l = 0; l < middle.length; l++) {
            middle[l] = (corners[from][l] + corners[to][l]) / 2;
        }
        double[][] left = corners.clone();
        double[][] right = corners.clone();
        left[to] = middle;
        right[from] = middle;
        return new double[][][] {left, right};
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int l = 0; l < x.length; l++) {
            sum += (x[l] - y[l]) * (x[l] - y[l]);
        }
        return sum;
    }
}
