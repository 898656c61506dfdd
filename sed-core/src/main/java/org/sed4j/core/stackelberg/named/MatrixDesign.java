package org.sed4j.core.stackelberg.named;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.core.stackelberg.Profiles;
import org.sed4j.core.stackelberg.StackelbergGame;

/**
 * The matrix design game: two followers play (A,A)=(3,3), (A,B)=(6,4), (B,A)=(4,6), (B,B)=(2,2), and the leader promises
 * payments on some cells so as to be paid out nothing.
 *
 * @paper 003, Table 3 and section 7.2 (Monderer and Tennenholtz 2003)
 */
public final class MatrixDesign {
    private static final double[] ROW = {3, 6, 4, 2};
    private static final double[] COLUMN = {3, 4, 6, 2};

    /** The largest entry, by which the published code divides. */
    private static final double LARGEST = 6;

    private static final List<List<String>> ACTIONS = List.of(List.of("A", "B"), List.of("A", "B"));

    private static final List<String> CELLS = List.of("AA", "AB", "BA", "BB");

    private MatrixDesign() {}

    /**
     * The paper's form: τ ∈ {0, ..., 10} is added to the row player at (A, A) and to the column player at (B, B); the leader
     * gets 1 if they choose different actions. Optimum 1; every τ > 1 makes it the only coarse correlated outcome.
     */
    public static StackelbergGame paper() {
        List<String> names = new ArrayList<>();
        List<InducedGame> induced = new ArrayList<>();
        for (int tau = 0; tau <= 10; tau++) {
            names.add("tau=" + tau);
            induced.add(paper(tau));
        }
        return StackelbergGame.of(names, induced);
    }

    /** The game that one payment τ ≥ 0 induces. */
    public static InducedGame paper(double tau) {
        double[] row = ROW.clone();
        double[] column = COLUMN.clone();
        row[0] += tau;
        column[3] += tau;
        return InducedGame.of(NormalFormGame.of(ACTIONS, new double[][] {row, column}), new double[] {0, 1, 1, 0});
    }

    /**
     * The published code's form: payoffs are divided by 6; after seeing the joint action the leader pays each follower a
     * bonus of its choice, and gets the sum of the payoffs without bonuses. Optimum 5/3.
     *
     * @param bonuses the amounts a bonus may take; the code has all of [0, 10]. A leader action names one for each follower
     *     on each of the four cells
     */
    public static StackelbergGame published(double... bonuses) {
        int[] sizes = new int[8];
        Arrays.fill(sizes, bonuses.length);
        Profiles promises = Profiles.of(sizes);
        double[] leader = new double[4];
        for (int cell = 0; cell < 4; cell++) {
            leader[cell] = (ROW[cell] + COLUMN[cell]) / LARGEST;
        }
        List<String> names = new ArrayList<>();
        List<InducedGame> induced = new ArrayList<>();
        for (int p = 0; p < promises.count(); p++) {
            double[][] payoffs = new double[2][4];
            StringBuilder name = new StringBuilder();
            for (int cell = 0; cell < 4; cell++) {
                double toRow = bonuses[promises.choice(p, 2 * cell)];
                double toColumn = bonuses[promises.choice(p, 2 * cell + 1)];
                payoffs[0][cell] = (ROW[cell] + LARGEST * toRow) / LARGEST; // rounds once, so stays a sixth
                payoffs[1][cell] = (COLUMN[cell] + LARGEST * toColumn) / LARGEST;
                name.append(cell == 0 ? "" : " ")
                        .append(CELLS.get(cell))
                        .append("+(")
                        .append(toRow);
                name.append(',').append(toColumn).append(')');
            }
            names.add(name.toString());
            induced.add(InducedGame.of(NormalFormGame.of(ACTIONS, payoffs), leader));
        }
        return StackelbergGame.of(names, induced);
    }
}
