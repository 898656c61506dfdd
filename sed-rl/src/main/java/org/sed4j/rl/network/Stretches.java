package org.sed4j.rl.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Crew;

/** All cells of rows of input, in stretches of nearly the same length. */
final class Stretches {
    private final List<Stretch> all = new ArrayList<>();
    private final float[] zeros;

    Stretches(Spaces.Grid grid, int width) {
        int count = (grid.cells() + PatternBook.CELLS - 1) / PatternBook.CELLS;
        for (int k = 0; k < count; k++) {
            int first = grid.cells() * k / count;
            int end = grid.cells() * (k + 1) / count;
            all.add(new Stretch(first, end - first, grid, width));
        }
        this.zeros = new float[width];
    }

    /** Makes room for that many rows. */
    void begin(int rows) {
        all.forEach(stretch -> stretch.begin(rows));
    }

    /** Reads some rows; see {@link Stretch#read}. */
    void read(int from, int count, byte[] codes) {
        for (Stretch stretch : all) {
            stretch.read(from, count, codes);
        }
    }

    /**
     * Looks at all rows that were read, and adds up the weights of what they show.
     *
     * @param direction weights of the direction, where sums along it are asked for
     * @throws IllegalArgumentException if a code is none of the kinds
     */
    void look(CodeTable weights, @Nullable CodeTable direction, Crew crew) {
        crew.run(all.size(), k -> {
            Stretch stretch = all.get(k);
            stretch.look();
            stretch.sumWeights(weights);
            if (direction != null) {
                stretch.sumDirection(direction);
            }
        });
    }

    /**
     * Adds to each row's sums those of what it shows, six stretches at a time.
     *
     * @param first the row of those looked at that {@code sums} begins with
     */
    void addTo(float[][] sums, int first, int rows, boolean alongDirection) {
        for (int k = 0; k < all.size(); k += Sums.GROUP) {
            addGroup(k, sums, first, rows, alongDirection);
        }
    }

    private void addGroup(int k, float[][] sums, int first, int rows, boolean along) {
        int[][] numbers = new int[Sums.GROUP][];
        float[][][] entries = new float[Sums.GROUP][][];
        int there = Math.min(Sums.GROUP, all.size() - k);
        for (int j = 0; j < there; j++) {
            numbers[j] = all.get(k + j).numbers();
            entries[j] = all.get(k + j).sums(along);
        }
        int width = zeros.length;
        for (int i = 0; i < rows; i++) {
            int row = first + i;
            float[] a = entries[0][numbers[0][row]];
            float[] b = there > 1 ? entries[1][numbers[1][row]] : zeros;
            float[] c = there > 2 ? entries[2][numbers[2][row]] : zeros;
            float[] d = there > 3 ? entries[3][numbers[3][row]] : zeros;
            float[] e = there > 4 ? entries[4][numbers[4][row]] : zeros;
            float[] f = there > 5 ? entries[5][numbers[5][row]] : zeros;
            Sums.add6(sums[i], a, b, c, d, e, f, width);
        }
    }

    /** Adds the slopes of the rows looked at to the gradient by column. */
    void gather(float[][] rowSlopes, ColumnGradient gradient, Crew crew) {
        crew.run(all.size(), k -> all.get(k).gather(rowSlopes, gradient));
    }
}
