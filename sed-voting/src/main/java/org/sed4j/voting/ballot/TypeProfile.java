package org.sed4j.voting.ballot;

import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.TypeMatrix;

/**
 * Reports on a continuum: for each of n voters a point with k coordinates and a weight; the principal's row apart.
 *
 * <p>Immutable; stored by coordinate. Axes: n voters, k coordinates.
 *
 * @paper 002, Definition 3.2 (θ ∈ R^((n+1)×m); row 0 is the principal's)
 */
public final class TypeProfile {
    private final List<String> names;
    private final double[][] columns;
    private final double[] weights;
    private final double[] principal;

    private TypeProfile(List<String> names, double[][] columns, double[] weights, double[] principal) {
        this.names = List.copyOf(names);
        this.columns = columns;
        this.weights = weights;
        this.principal = principal;
        InvalidBallotException.unless(
                columns.length == names.size() && columns.length > 0,
                "coordinates of a type profile",
                columns.length,
                "must be " + names.size() + " and at least 1, one for each of " + names,
                "a column was left out");
        InvalidBallotException.unless(
                columns[0].length > 0, "voters", 0, "must be at least 1", "the file or the society is empty");
        double total = 0;
        for (int j = 0; j < columns.length; j++) {
            requireColumn(j);
        }
        for (int i = 0; i < weights.length; i++) {
            requireWeight(i);
            total += weights[i];
        }
        InvalidBallotException.unless(
                weights.length == 0 || total > 0, "total weight", total, "must be positive", "all voters abstained");
    }

    private void requireColumn(int j) {
        double[] column = columns[j];
        if (column.length != columns[0].length) {
            InvalidBallotException.unless(
                    false,
                    "voters in " + names.get(j),
                    column.length,
                    "must be " + columns[0].length,
                    "rows are ragged");
        }
        for (int i = 0; i < column.length; i++) {
            if (!Double.isFinite(column[i])) {
                InvalidBallotException.unless(
                        false,
                        names.get(j) + " of voter " + i,
                        column[i],
                        "must be finite",
                        "a report was not filled in");
            }
        }
    }

    private void requireWeight(int i) {
        if (weights.length != columns[0].length || !(weights[i] >= 0) || Double.isInfinite(weights[i])) {
            InvalidBallotException.unless(
                    false,
                    "weight of voter " + i,
                    weights[i],
                    "must be finite and not negative, one for each of " + columns[0].length + " voters",
                    "a weight was divided by zero or a sign was lost");
        }
    }

    /** Unweighted reports on one coordinate. The array is copied. */
    public static TypeProfile of(String name, double... reports) {
        return new TypeProfile(List.of(name), new double[][] {reports.clone()}, new double[0], new double[0]);
    }

    /**
     * Weighted reports.
     *
     * @param names what the k coordinates are called
     * @param rows [n][k]
     * @param weights [n], finite and not negative, or empty: every voter weighs 1
     * @param principal [k], or empty: the principal's row is not known
     */
    public static TypeProfile of(List<String> names, double[][] rows, double[] weights, double[] principal) {
        double[][] columns = new double[names.size()][rows.length];
        for (int i = 0; i < rows.length; i++) {
            InvalidBallotException.unless(
                    rows[i].length == names.size(),
                    "coordinates of voter " + i,
                    rows[i].length,
                    "must be " + names.size(),
                    "rows are ragged");
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return new TypeProfile(names, columns, weights.clone(), principal.clone());
    }

    /** Columns {@code names} of a type matrix, every player weighing 1. */
    public static TypeProfile of(TypeMatrix types, List<String> names) {
        double[][] columns = new double[names.size()][];
        double[] principal = new double[names.size()];
        double[] row = types.principal();
        for (int j = 0; j < columns.length; j++) {
            columns[j] = types.players(names.get(j));
            principal[j] = row[types.names().indexOf(names.get(j))];
        }
        return new TypeProfile(names, columns, new double[0], principal);
    }

    /** n. */
    public int voters() {
        return columns[0].length;
    }

    /** What the k coordinates are called. */
    public List<String> names() {
        return names;
    }

    /** Coordinate j of every voter. A copy. */
    public double[] column(int j) {
        return columns[j].clone();
    }

    /** Coordinate j of voter i. */
    public double report(int i, int j) {
        return columns[j][i];
    }

    /** Whether some voters weigh more than others. */
    public boolean weighted() {
        return weights.length > 0;
    }

    /** The weight of voter i. */
    public double weight(int i) {
        return weights.length == 0 ? 1 : weights[i];
    }

    /** The principal's row, if known. A copy. */
    public Optional<double[]> principal() {
        return principal.length == 0 ? Optional.empty() : Optional.of(principal.clone());
    }

    /** The same profile with voter i reporting otherwise. */
    public TypeProfile withReport(int i, double... report) {
        double[][] changed = new double[columns.length][];
        for (int j = 0; j < changed.length; j++) {
            changed[j] = columns[j].clone();
            changed[j][i] = report[j];
        }
        return new TypeProfile(names, changed, weights, principal);
    }
}
