package org.sed4j.rl.network;

import java.util.Arrays;
import org.sed4j.core.pomg.Spaces;

/**
 * Up to four cells side by side and what a batch of rows shows there: which patterns, in order of appearance, and which row
 * which of them. The weights of a pattern's cells are added up once for all rows that show it, and the slopes of these rows once
 * for all its cells.
 *
 * <p>Results depend on the batch alone, not on what was shown before.
 */
final class Stretch {
    /** Patterns above which those that may be gone are forgotten. */
    private static final int MOST = 1 << 13;

    private final int first;
    private final int cells;
    private final Spaces.Grid grid;
    private final int width;
    private final Sums sums;
    private final PatternBook book;
    private final PatternSums weights;
    private final PatternSums direction;

    // of the batch
    private int[] patterns = {}; // by row
    private int[] numbers = {}; // by row: its pattern's
    private int rows;
    private final Shown shown = new Shown();

    // of its gradient
    private int[] byPattern = {};
    private int[] ends = {};
    private float[][] own = {};
    private float[][] slopes = {};
    private int[] byKind = {};
    private final int[] kindEnds;

    Stretch(int first, int cells, Spaces.Grid grid, int width) {
        this.first = first;
        this.cells = cells;
        this.grid = grid;
        this.width = width;
        this.sums = new Sums(width);
        this.book = new PatternBook(cells, grid.kinds());
        this.weights = new PatternSums(first, cells, width);
        this.direction = new PatternSums(first, cells, width);
        this.kindEnds = new int[grid.kinds()];
    }

    /** Makes room for that many rows. */
    void begin(int count) {
        if (patterns.length < count) {
            patterns = new int[count];
            numbers = new int[count];
        }
        rows = count;
    }

    /**
     * Reads what some rows show. Different rows may be read at once.
     *
     * @param from the first of them
     * @param codes of these rows, one behind the other, which go on for four bytes more
     */
    void read(int from, int count, byte[] codes) {
        for (int i = 0; i < count; i++) {
            patterns[from + i] = book.read(codes, i * grid.cells() + first);
        }
    }

    /**
     * Looks at all rows, once they were read.
     *
     * @throws IllegalArgumentException if a code is none of the kinds
     */
    void look() {
        if (book.count() > MOST) {
            book.forget();
            weights.forget();
            direction.forget();
            shown.forget();
        }
        shown.begin();
        for (int row = 0; row < rows; row++) {
            int number = book.number(patterns[row]);
            numbers[row] = number;
            shown.see(number);
        }
    }

    /** Adds up the weights of what is shown, where they are not those that it added up last. */
    void sumWeights(CodeTable table) {
        weights.make(book, shown, table);
    }

    /** The same along a direction. */
    void sumDirection(CodeTable table) {
        direction.make(book, shown, table);
    }

    /** By row: the number of its pattern. */
    int[] numbers() {
        return numbers;
    }

    /** Sums by number of a pattern, of weights or along the direction. */
    float[][] sums(boolean alongDirection) {
        return (alongDirection ? direction : weights).all();
    }

    /**
     * Adds the slopes of the rows to the gradient by column of the table.
     *
     * @param rowSlopes of the rows looked at
     */
    void gather(float[][] rowSlopes, ColumnGradient gradient) {
        int different = shown.count();
        order();
        if (slopes.length < different) {
            slopes = new float[Math.max(different, 2 * slopes.length)][];
            own = Arrays.copyOf(own, slopes.length);
            byKind = new int[slopes.length];
        }
        for (int p = 0; p < different; p++) {
            int from = p == 0 ? 0 : ends[p - 1];
            slopes[p] = ends[p] == from + 1 ? rowSlopes[byPattern[from]] : added(p, rowSlopes, from, ends[p]);
        }
        for (int q = 0; q < cells; q++) {
            orderByKind(q);
            for (int kind = 0; kind < grid.kinds(); kind++) {
                int from = kind == 0 ? 0 : kindEnds[kind - 1];
                if (kindEnds[kind] > from) {
                    float[] column = gradient.column((first + q) * grid.kinds() + kind);
                    sums.add(column, slopes, byKind, from, kindEnds[kind]);
                }
            }
        }
    }

    /** Lays patterns out by what their cell {@code q} shows, in order. */
    private void orderByKind(int q) {
        Arrays.fill(kindEnds, 0);
        for (int p = 0; p < shown.count(); p++) {
            kindEnds[book.code(shown.number(p), q)]++;
        }
        begins(kindEnds, kindEnds.length);
        for (int p = 0; p < shown.count(); p++) {
            byKind[kindEnds[book.code(shown.number(p), q)]++] = p;
        }
    }

    /** Counts become where each begins; placing one after the other makes them where it ends. */
    private static void begins(int[] counts, int length) {
        int sum = 0;
        for (int k = 0; k < length; k++) {
            int count = counts[k];
            counts[k] = sum;
            sum += count;
        }
    }

    private float[] added(int p, float[][] rowSlopes, int from, int end) {
        if (own[p] == null) {
            own[p] = new float[width];
        }
        Arrays.fill(own[p], 0);
        sums.add(own[p], rowSlopes, byPattern, from, end);
        return own[p];
    }

    /** Lays rows out by pattern, in order. */
    private void order() {
        if (byPattern.length < rows) {
            byPattern = new int[rows];
            ends = new int[rows];
        }
        int different = shown.count();
        Arrays.fill(ends, 0, different, 0);
        for (int row = 0; row < rows; row++) {
            ends[shown.place(numbers[row])]++;
        }
        begins(ends, different);
        for (int row = 0; row < rows; row++) {
            byPattern[ends[shown.place(numbers[row])]++] = row;
        }
    }

    /** The patterns of a batch in order of appearance. */
    static final class Shown {
        private int[] batch = {}; // by number: the batch that showed it last
        private int[] place = {};
        private int[] number = {};
        private int batches;
        private int count;

        void begin() {
            batches++;
            count = 0;
        }

        void see(int pattern) {
            if (pattern >= batch.length) {
                int length = Math.max(pattern + 1, 2 * batch.length);
                batch = Arrays.copyOf(batch, length);
                place = Arrays.copyOf(place, length);
                number = Arrays.copyOf(number, length);
            }
            if (batch[pattern] != batches) {
                batch[pattern] = batches;
                place[pattern] = count;
                number[count++] = pattern;
            }
        }

        void forget() {
            Arrays.fill(batch, 0);
        }

        int count() {
            return count;
        }

        int number(int at) {
            return number[at];
        }

        int place(int pattern) {
            return place[pattern];
        }
    }
}
