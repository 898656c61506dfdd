package org.sed4j.core.game;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * An instance θ ∈ Θ ⊂ R^((n+1)×m) of everybody's type: row 0 is the principal's, row i+1 is player i's.
 *
 * <p>True types and reports are two matrices of this kind: a report need not be truthful. Immutable. Players are counted
 * from 0, as everywhere in the library.
 *
 * @paper 002, Definition 3.1 (Θ) and 3.2; the papers count the principal's row as θ_1
 */
public final class TypeMatrix {
    private final List<String> names;
    private final double[][] rows;

    private TypeMatrix(List<String> names, double[][] rows) {
        this.names = names;
        this.rows = rows;
    }

    /**
     * The matrix with these rows.
     *
     * @param names what each of the m columns is called
     * @param principal row 0, m numbers
     * @param players one row of m numbers for each of n ≥ 1 players
     * @throws IllegalArgumentException if a row is ragged or an entry is not finite
     */
    public static TypeMatrix of(List<String> names, double[] principal, double[][] players) {
        Require.atLeast(players.length, 1, "players in a type matrix");
        double[][] rows = new double[players.length + 1][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = i == 0 ? principal : players[i - 1];
            String whose = i == 0 ? "the principal's type" : "the type of player " + (i - 1);
            Require.that(
                    row.length == names.size(),
                    "length of " + whose,
                    row.length,
                    "must be " + names.size() + ", one for each of " + names,
                    "a column was added to some rows only");
            for (int j = 0; j < row.length; j++) {
                Require.finite(row[j], names.get(j) + " in " + whose);
            }
            rows[i] = row.clone();
        }
        return new TypeMatrix(List.copyOf(names), rows);
    }

    /** n, the number of players; the matrix has n + 1 rows. */
    public int players() {
        return rows.length - 1;
    }

    /** What the m columns are called. */
    public List<String> names() {
        return names;
    }

    /** A copy of the principal's row θ_0. */
    public double[] principal() {
        return rows[0].clone();
    }

    /** A copy of player i's row, {@code 0 ≤ i < n}. */
    public double[] player(int i) {
        return rows[i + 1].clone();
    }

    /** Entry {@code name} of player i's row. */
    public double get(int i, String name) {
        return rows[i + 1][column(name)];
    }

    /** Column {@code name} over the n players, the principal left out. */
    public double[] players(String name) {
        int j = column(name);
        double[] column = new double[players()];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows[i + 1][j];
        }
        return column;
    }

    /** Those columns over the players, player by player: n · c numbers for c names. */
    public float[] flat(List<String> columns) {
        float[] flat = new float[players() * columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            double[] column = players(columns.get(c));
            for (int i = 0; i < column.length; i++) {
                flat[i * columns.size() + c] = (float) column[i];
            }
        }
        return flat;
    }

    /** The same matrix with player i's row replaced: a misreport. */
    public TypeMatrix withPlayer(int i, double... row) {
        double[][] copy = Arrays.copyOfRange(rows, 1, rows.length);
        copy[i] = row;
        return of(names, rows[0], copy);
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(players());
        for (double[] row : rows) {
            Numbers.write(out, row);
        }
    }

    /** Another matrix with these columns, as {@link #save} wrote it. */
    TypeMatrix load(DataInput in) throws IOException {
        double[][] players = new double[in.readInt()][];
        double[] principal = Numbers.read(in);
        for (int i = 0; i < players.length; i++) {
            players[i] = Numbers.read(in);
        }
        return of(names, principal, players);
    }

    private int column(String name) {
        int j = names.indexOf(name);
        Require.that(j >= 0, "type column", name, "must be one of " + names, "it is spelled otherwise");
        return j;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypeMatrix that && names.equals(that.names) && Arrays.deepEquals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return "TypeMatrix" + names + Arrays.deepToString(rows);
    }
}
