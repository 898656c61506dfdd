package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * A finite game in normal form: n players, actions A_i, payoffs P_i: A → R. It is the Nash game G^S that a leader's action
 * induces among the followers of a Stackelberg-Nash game.
 *
 * <p>Immutable. Axes of the payoffs: n players, |A| profiles as {@link Profiles} numbers them.
 *
 * @paper 002, Definition 2.1 (lower-level Nash game); 003, Definition 3.1
 */
public final class NormalFormGame {
    private final List<List<String>> actions;
    private final Profiles profiles;
    private final double[][] payoffs;

    private NormalFormGame(List<List<String>> actions, Profiles profiles, double[][] payoffs) {
        this.actions = actions;
        this.profiles = profiles;
        this.payoffs = payoffs;
    }

    /**
     * The game with these payoffs.
     *
     * @param actions what each player's actions are called
     * @param payoffs [n][|A|]
     * @throws IllegalArgumentException naming the entry that is NaN or infinite, the row that is ragged, the empty action
     *     set, or the count and the limit if there are too many profiles
     */
    public static NormalFormGame of(List<List<String>> actions, double[][] payoffs) {
        Profiles profiles = Profiles.of(actions.stream().mapToInt(List::size).toArray());
        Require.that(
                payoffs.length == actions.size(),
                "rows of payoffs",
                payoffs.length,
                "must be " + actions.size() + ", one for each player",
                "the leader's payoffs are among the followers'");
        double[][] copy = new double[payoffs.length][];
        for (int i = 0; i < payoffs.length; i++) {
            copy[i] = checked(payoffs[i], profiles, "player " + i);
        }
        List<List<String>> names = new ArrayList<>();
        actions.forEach(own -> names.add(List.copyOf(own)));
        return new NormalFormGame(List.copyOf(names), profiles, copy);
    }

    /** A copy of payoffs, one for each profile, each a finite number. */
    static double[] checked(double[] payoffs, Profiles profiles, String whose) {
        Require.that(
                payoffs.length == profiles.count(),
                "number of payoffs of " + whose,
                payoffs.length,
                "must be " + profiles.count() + ", one for each profile",
                "the payoffs are ragged");
        for (int a = 0; a < payoffs.length; a++) {
            if (!Double.isFinite(payoffs[a])) {
                Require.finite(payoffs[a], "payoff of " + whose + " at " + Arrays.toString(profiles.at(a)));
            }
        }
        return payoffs.clone();
    }

    /** The game with actions named "0", "1", .... */
    public static NormalFormGame of(int[] sizes, double[][] payoffs) {
        List<List<String>> actions = new ArrayList<>();
        for (int size : sizes) {
            actions.add(numbered(size));
        }
        return of(actions, payoffs);
    }

    /** "0", "1", ..., one for each of {@code size}. */
    static List<String> numbered(int size) {
        List<String> names = new ArrayList<>();
        for (int a = 0; a < size; a++) {
            names.add(String.valueOf(a));
        }
        return names;
    }

    /**
     * The two-player game with these payoffs, actions called A, B, C, ... (numbered beyond 26).
     *
     * @param row [rows][columns], payoffs of player 0, who chooses the row
     * @param column [rows][columns], payoffs of player 1
     */
    public static NormalFormGame bimatrix(double[][] row, double[][] column) {
        Require.atLeast(row.length, 1, "rows of a bimatrix game");
        int columns = row[0].length;
        double[][] payoffs = {flat(row, columns, "the row player"), flat(column, columns, "the column player")};
        Require.that(
                payoffs[0].length == payoffs[1].length,
                "rows of the column player's payoffs",
                column.length,
                "must be " + row.length,
                "one of the matrices is transposed");
        return of(List.of(lettered(row.length), lettered(columns)), payoffs);
    }

    private static double[] flat(double[][] matrix, int columns, String whose) {
        double[] flat = new double[matrix.length * columns];
        for (int r = 0; r < matrix.length; r++) {
            Require.that(
                    matrix[r].length == columns,
                    "length of row " + r + " of " + whose + "'s payoffs",
                    matrix[r].length,
                    "must be " + columns,
                    "the payoffs are ragged");
            System.arraycopy(matrix[r], 0, flat, r * columns, columns);
        }
        return flat;
    }

    private static List<String> lettered(int size) {
        if (size > 26) {
            return numbered(size);
        }
        List<String> names = new ArrayList<>();
        for (int a = 0; a < size; a++) {
            names.add(String.valueOf((char) ('A' + a)));
        }
        return names;
    }

    /** n. */
    public int players() {
        return payoffs.length;
    }

    /** What player i's actions are called. */
    public List<String> actions(int player) {
        return actions.get(player);
    }

    /** A, numbered. */
    public Profiles profiles() {
        return profiles;
    }

    /** P_i(a). */
    public double payoff(int player, int profile) {
        return payoffs[player][profile];
    }

    /** A copy of player i's payoffs, |A| numbers. */
    public double[] payoffs(int player) {
        return payoffs[player].clone();
    }

    /** E P_i when a profile is drawn from a joint distribution over A. */
    public double payoff(int player, Distribution joint) {
        double sum = 0;
        for (int a = 0; a < profiles.count(); a++) {
            sum += joint.get(a) * payoffs[player][a];
        }
        return sum;
    }

    /** The joint distribution of players who mix independently, one strategy for each. */
    public Distribution product(List<Distribution> strategies) {
        fitting(strategies, profiles);
        double[] joint = new double[profiles.count()];
        for (int a = 0; a < joint.length; a++) {
            joint[a] = 1;
            for (int i = 0; i < players(); i++) {
                joint[a] *= strategies.get(i).get(profiles.choice(a, i));
            }
        }
        return Distribution.of(joint);
    }

    /** One strategy for each player, over that player's actions. */
    static void fitting(List<Distribution> strategies, Profiles profiles) {
        Require.that(
                strategies.size() == profiles.players(),
                "strategies",
                strategies.size(),
                "must be one for each of " + profiles.players() + " players",
                "the leader was given one");
        for (int i = 0; i < profiles.players(); i++) {
            Require.that(
                    strategies.get(i).size() == profiles.size(i),
                    "actions of the strategy of player " + i,
                    strategies.get(i).size(),
                    "must be " + profiles.size(i),
                    "players are in another order");
        }
    }

    /** The payoffs as a matrix, rows by columns; two players only. */
    double[][] matrix(int player) {
        double[][] matrix = new double[profiles.size(0)][profiles.size(1)];
        for (int a = 0; a < profiles.count(); a++) {
            matrix[profiles.choice(a, 0)][profiles.choice(a, 1)] = payoffs[player][a];
        }
        return matrix;
    }
}
