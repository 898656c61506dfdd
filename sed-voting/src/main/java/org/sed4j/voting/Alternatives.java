package org.sed4j.voting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.UtilityProfile;

/**
 * The objectives that stand for election: named points of an {@link ObjectiveFamily}, and what each is worth to a type.
 *
 * <p>So a vote with ballots can choose from a continuum (through a grid of it) as well as from a finite list. Immutable.
 */
public final class Alternatives {
    private final Candidates candidates;
    private final double[][] points;
    private final Worth worth;

    /** What an objective is worth to somebody. */
    @FunctionalInterface
    public interface Worth {
        /**
         * The utility, in any unit that is the same for all objectives.
         *
         * @param names what the entries of a type are called
         * @param type one row of the type matrix
         * @param parameters the objective's parameters in its family
         */
        double of(List<String> names, double[] type, double[] parameters);
    }

    private Alternatives(Candidates candidates, double[][] points, Worth worth) {
        this.candidates = candidates;
        this.points = points;
        this.worth = worth;
    }

    /**
     * A grid of a family with one parameter in [0, 1], worth 1 - |type - parameter|: single-peaked at the own type.
     *
     * @param column which entry of a type is the peak
     * @param steps how many steps from 0 to 1; steps + 1 alternatives
     */
    public static Alternatives grid(String column, int steps) {
        Require.atLeast(steps, 1, "steps of a grid of objectives");
        double[] points = new double[steps + 1];
        Arrays.setAll(points, j -> (double) j / steps);
        return grid(column, points);
    }

    /** The same over these points. */
    public static Alternatives grid(String column, double... points) {
        List<String> names = new ArrayList<>();
        double[][] rows = new double[points.length][];
        for (int j = 0; j < points.length; j++) {
            names.add(String.format(Locale.ROOT, "%s", points[j]));
            rows[j] = new double[] {points[j]};
        }
        return of(names, rows, (columns, type, parameters) -> {
            int peak = columns.indexOf(column);
            Require.that(peak >= 0, "type column", column, "must be one of " + columns, "it is spelled otherwise");
            return 1 - Math.abs(type[peak] - parameters[0]);
        });
    }

    /** Every objective of a finite list. */
    public static Alternatives of(ObjectiveFamily.Finite objectives, Worth worth) {
        List<String> names = new ArrayList<>();
        double[][] points = new double[objectives.objectives().size()][];
        for (int j = 0; j < points.length; j++) {
            names.add(objectives.objectives().get(j).name());
            points[j] = new double[] {j};
        }
        return of(names, points, worth);
    }

    /**
     * These points of a family.
     *
     * @param names what each is called
     * @param points [alternatives][parameters]. Copied
     */
    public static Alternatives of(List<String> names, double[][] points, Worth worth) {
        Require.that(
                points.length == names.size(), "points", points.length, "must be " + names.size(), "a name is missing");
        double[][] copy = new double[points.length][];
        Arrays.setAll(copy, j -> points[j].clone());
        return new Alternatives(new Candidates(names), copy, worth);
    }

    /** The field. */
    public Candidates candidates() {
        return candidates;
    }

    /** The parameters of alternative c in the family. A copy. */
    public double[] parameters(int c) {
        return points[c].clone();
    }

    /** Which alternative has these parameters. */
    public OptionalInt indexOf(double[] parameters) {
        for (int c = 0; c < points.length; c++) {
            if (Arrays.equals(points[c], parameters)) {
                return OptionalInt.of(c);
            }
        }
        return OptionalInt.empty();
    }

    /** What every player gets from every alternative by these types, one ballot for each player. */
    public UtilityProfile utilities(TypeMatrix types) {
        double[][] rows = new double[types.players()][];
        Arrays.setAll(rows, i -> row(types.names(), types.player(i)));
        return UtilityProfile.of(candidates, rows);
    }

    /** What the principal gets from every alternative. */
    public double[] principal(TypeMatrix types) {
        return row(types.names(), types.principal());
    }

    private double[] row(List<String> names, double[] type) {
        double[] row = new double[points.length];
        Arrays.setAll(row, c -> worth.of(names, type, points[c].clone()));
        return row;
    }
}
