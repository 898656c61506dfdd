package org.sed4j.core.stackelberg.lp;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * A linear program: maximise ⟨c, x⟩ over x ≥ 0 subject to linear constraints.
 *
 * <p>Made by {@link #maximise}, added to, then given to an {@link LpSolver}. A free variable is the difference of two; a
 * minimum is the maximum of -c.
 */
public final class LinearProgram {
    /** How a row relates to its bound. */
    public enum Relation {
        /** ⟨a, x⟩ ≤ b. */
        AT_MOST,
        /** ⟨a, x⟩ = b. */
        EQUAL,
        /** ⟨a, x⟩ ≥ b. */
        AT_LEAST
    }

    /** One constraint ⟨a, x⟩ ~ b. */
    static final class Row {
        final double[] coefficients;
        final Relation relation;
        final double bound;

        Row(double[] coefficients, Relation relation, double bound) {
            this.coefficients = coefficients;
            this.relation = relation;
            this.bound = bound;
        }

        double value(double[] x) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += coefficients[j] * x[j];
            }
            return sum;
        }

        /** By how much x breaks this row, against the size of what is summed in it. */
        double violation(double[] x) {
            double scale = Math.max(1, Math.abs(bound));
            for (int j = 0; j < x.length; j++) {
                scale = Math.max(scale, Math.abs(coefficients[j] * x[j]));
            }
            double excess = value(x) - bound;
            double broken = relation == Relation.EQUAL
                    ? Math.abs(excess)
                    : relation == Relation.AT_MOST ? Math.max(excess, 0) : Math.max(-excess, 0);
            return broken / scale;
        }
    }

    private final double[] objective;
    private final List<Row> rows = new ArrayList<>();

    private LinearProgram(double[] objective) {
        this.objective = objective;
    }

    /** The program that maximises ⟨c, x⟩, so far without constraints but x ≥ 0. */
    public static LinearProgram maximise(double... objective) {
        for (int j = 0; j < objective.length; j++) {
            if (!Double.isFinite(objective[j])) {
                Require.finite(objective[j], "coefficient " + j + " of the objective");
            }
        }
        return new LinearProgram(objective.clone());
    }

    /** Adds the constraint ⟨a, x⟩ ~ b, and returns this program. */
    public LinearProgram subjectTo(double[] coefficients, Relation relation, double bound) {
        Require.that(
                coefficients.length == objective.length,
                "coefficients of row " + rows.size(),
                coefficients.length,
                "must be " + objective.length,
                "a variable was added to the objective only");
        for (int j = 0; j < coefficients.length; j++) {
            if (!Double.isFinite(coefficients[j])) { // so that no text is made for every number
                Require.finite(coefficients[j], "coefficient " + j + " of row " + rows.size());
            }
        }
        rows.add(new Row(coefficients.clone(), relation, Require.finite(bound, "bound of row " + rows.size())));
        return this;
    }

    /** The number of variables. */
    public int variables() {
        return objective.length;
    }

    /** The number of constraints, x ≥ 0 left out. */
    public int constraints() {
        return rows.size();
    }

    /** ⟨c, x⟩. */
    public double value(double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += objective[j] * x[j];
        }
        return sum;
    }

    /** By how much x breaks the constraint it breaks most, each against the size of what is summed in it; 0 if none. */
    public double violation(double[] x) {
        double most = 0;
        for (double entry : x) {
            most = Math.max(most, -entry);
        }
        for (Row row : rows) {
            most = Math.max(most, row.violation(x));
        }
        return most;
    }

    double[] objective() {
        return objective;
    }

    List<Row> rows() {
        return rows;
    }
}
