package org.sed4j.core.stackelberg.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.stackelberg.lp.LinearProgram.Relation;

class LpSolverTest {
    /** What a floating optimum of small integers may be off by. */
    private static final double EXACT = 1e-9;

    private static final List<LpSolver> ALL = List.of(LpSolver.floating(), LpSolver.commonsMath(), LpSolver.exact());
    private static final LpResult INFEASIBLE = new LpResult.Infeasible();
    private static final LpResult UNBOUNDED = new LpResult.Unbounded();

    private static LpResult.Optimum solved(LpSolver solver, LinearProgram program) {
        return solver.solve(program).optimum().orElseThrow();
    }

    @Test
    void everySolver_solvesATextbookProgram() {
        // max 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: 36 at (2, 6). Hillier and Lieberman, the Wyndor Glass problem.
        LinearProgram program = LinearProgram.maximise(3, 5)
                .subjectTo(new double[] {1, 0}, Relation.AT_MOST, 4)
                .subjectTo(new double[] {0, 2}, Relation.AT_MOST, 12)
                .subjectTo(new double[] {3, 2}, Relation.AT_MOST, 18);
        for (LpSolver solver : ALL) {
            LpResult.Optimum optimum = solved(solver, program);
            assertThat(optimum.value()).isCloseTo(36, within(EXACT));
            assertThat(optimum.toArray()).containsExactly(new double[] {2, 6}, within(EXACT));
        }
    }

    @Test
    void anInfeasibleOrUnboundedProgram_isAResult() {
        LinearProgram infeasible = LinearProgram.maximise(1, 1)
                .subjectTo(new double[] {1, 1}, Relation.AT_LEAST, 3)
                .subjectTo(new double[] {1, 1}, Relation.AT_MOST, 2);
        LinearProgram unbounded = LinearProgram.maximise(1, 1).subjectTo(new double[] {1, -1}, Relation.EQUAL, 0);
        for (LpSolver solver : ALL) {
            assertThat(solver.solve(infeasible)).isEqualTo(INFEASIBLE);
            assertThat(solver.solve(unbounded)).isEqualTo(UNBOUNDED);
            assertThat(solver.solve(infeasible).optimum()).isEmpty();
        }
    }

    @Test
    void theExactSolver_answersInFractions() {
        LinearProgram program = LinearProgram.maximise(0.1, 1)
                .subjectTo(new double[] {3, 7}, Relation.AT_MOST, 1)
                .subjectTo(new double[] {1, -1}, Relation.EQUAL, 0);
        // x = y = 1/10, value 11/100
        assertThat(solved(LpSolver.exact(), program).exact()).contains(new BigFraction(11, 100));
    }

    @Test
    void bealesExample_doesNotCycle() { // Beale (1955); optimum 1/20
        LinearProgram program = LinearProgram.maximise(0.75, -150, 0.02, -6)
                .subjectTo(new double[] {0.25, -60, -0.04, 9}, Relation.AT_MOST, 0)
                .subjectTo(new double[] {0.5, -90, -0.02, 3}, Relation.AT_MOST, 0)
                .subjectTo(new double[] {0, 0, 1, 0}, Relation.AT_MOST, 1);
        assertThat(solved(LpSolver.floating(), program).value()).isCloseTo(0.05, within(EXACT));
        assertThat(solved(LpSolver.exact(), program).exact()).contains(new BigFraction(1, 20));
    }

    @Test
    void commonsMath_stopsShortOfThisOptimum_whichIsWhyItIsNotTheDefault() {
        // The best commitment of simple allocation (k = 3, m = 2) to the messages (0, 0, 1); e_2 is feasible and worth
        // 2.
        LinearProgram program = LinearProgram.maximise(1, 1, 2, 1, 1, 2, 0, 0, 1)
                .subjectTo(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, Relation.EQUAL, 1)
                .subjectTo(new double[] {0, -1, -1, 1, 0, 0, 1, 0, 0}, Relation.AT_MOST, 0)
                .subjectTo(new double[] {0, 1, 0, -1, 0, -1, 0, 1, 0}, Relation.AT_MOST, 0)
                .subjectTo(new double[] {0, 0, -1, 0, 0, -1, 1, 1, 0}, Relation.AT_MOST, 0);
        assertThat(solved(LpSolver.floating(), program).value()).isCloseTo(2, within(EXACT));
        assertThat(solved(LpSolver.exact(), program).exact()).contains(BigFraction.TWO);
        assertThat(solved(LpSolver.commonsMath(), program).value()).isCloseTo(1, within(EXACT));
    }

    private static LinearProgram random(Rng rng) {
        int variables = 1 + rng.below(6);
        int rows = 1 + rng.below(6);
        LinearProgram program = LinearProgram.maximise(integers(rng, variables));
        for (int i = 0; i < rows; i++) {
            Relation relation = Relation.values()[rng.below(3)];
            double bound = rng.chance(0.5) ? 0 : rng.below(9) - 4; // half of them degenerate
            program.subjectTo(integers(rng, variables), relation, bound);
        }
        return program;
    }

    private static double[] integers(Rng rng, int count) {
        double[] values = new double[count];
        for (int j = 0; j < count; j++) {
            values[j] = rng.below(7) - 3;
        }
        return values;
    }

    @Test
    void floatingAndExact_agreeOnRandomDegeneratePrograms() {
        Seed seed = Seed.of(1).named("programs");
        int optimal = 0;
        int infeasible = 0;
        int unbounded = 0;
        for (int g = 0; g < 5000; g++) {
            LinearProgram program = random(seed.at(g).rng());
            LpResult exact = LpSolver.exact().solve(program);
            LpResult floating = LpSolver.floating().solve(program);
            assertThat(floating.getClass()).as("program " + g).isEqualTo(exact.getClass());
            optimal += exact.optimum().isPresent() ? 1 : 0;
            infeasible += exact.equals(INFEASIBLE) ? 1 : 0;
            unbounded += exact.equals(UNBOUNDED) ? 1 : 0;
            if (exact.optimum().isPresent()) {
                LpResult.Optimum optimum = floating.optimum().orElseThrow();
                assertThat(optimum.value()).isCloseTo(exact.optimum().get().value(), within(EXACT));
                assertThat(program.violation(optimum.toArray())).isLessThan(EXACT);
                assertThat(program.violation(exact.optimum().get().toArray())).isLessThan(EXACT);
            }
        }
        assertThat(List.of(optimal, infeasible, unbounded)).allMatch(count -> count > 500);
    }

    @Test
    void everyOptimum_isNoWorseThanRandomFeasiblePoints() {
        Seed seed = Seed.of(2).named("points");
        for (int g = 0; g < 1000; g++) {
            Rng rng = seed.at(g).rng();
            int variables = 2 + rng.below(4);
            double[] point = new double[variables];
            for (int j = 0; j < variables; j++) {
                point[j] = rng.below(4);
            }
            LinearProgram program = LinearProgram.maximise(integers(rng, variables));
            double[] box = new double[variables];
            java.util.Arrays.fill(box, 1);
            program.subjectTo(box, Relation.AT_MOST, 20);
            for (int i = 0; i < 4; i++) { // rows that the point satisfies
                double[] row = integers(rng, variables);
                double at = 0;
                for (int j = 0; j < variables; j++) {
                    at += row[j] * point[j];
                }
                program.subjectTo(row, Relation.AT_MOST, at + rng.below(2));
            }
            double best = solved(LpSolver.floating(), program).value();
            assertThat(best).isGreaterThanOrEqualTo(program.value(point) - EXACT);
        }
    }

    @Test
    void aRaggedOrUndefinedProgram_isRefused() {
        LinearProgram program = LinearProgram.maximise(1, 2);
        assertThatThrownBy(() -> program.subjectTo(new double[] {1}, Relation.AT_MOST, 1))
                .hasMessageContaining("coefficients of row 0 (1) must be 2");
        assertThatThrownBy(() -> program.subjectTo(new double[] {1, Double.NaN}, Relation.AT_MOST, 1))
                .hasMessageContaining("coefficient 1 of row 0 (NaN)");
        assertThatThrownBy(() -> LinearProgram.maximise(Double.POSITIVE_INFINITY))
                .hasMessageContaining("objective");
    }
}
