package org.sed4j.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A table of named numbers, as a run wrote it ({@link MetricsCsv}); an empty cell is NaN. */
public final class Table {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+(?:[eE][-+]?[0-9]{1,9})?|-?Infinity");

    private final Map<String, double[]> columns;
    private final int rows;

    private Table(Map<String, double[]> columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Reads the file; a file that is not there is a table of nothing, and a last line without an end is no row.
     *
     * @throws IOException if it is no table: a line of another length, a cell that is no number; the message says where
     */
    public static Table read(Path file) throws IOException {
        return read(file, Long.MAX_VALUE);
    }

    /**
     * Makes sure that the file holds so many rows, all of them whole; reads only.
     *
     * @throws IOException if it does not; the message says where
     */
    static void check(Path file, long rows) throws IOException {
        Table table = rows == 0 ? new Table(Map.of(), 0) : read(file, rows);
        if (table.rows < rows) {
            throw new IOException("rows of " + file + " (" + table.rows + ") must be at least the checkpoint's " + rows
                    + ".\nMaybe the file was edited, or the machine lost power before it was written.");
        }
    }

    private static Table read(Path file, long most) throws IOException {
        if (!Files.exists(file)) {
            return new Table(Map.of(), 0);
        }
        String text;
        try {
            text = TextFile.read(file, TextFile.most());
        } catch (IllegalArgumentException e) {
            throw new IOException("table (" + file + ") cannot be read: " + e.getMessage(), e);
        }
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty()) {
            return new Table(Map.of(), 0);
        }
        List<String> names = header(lines.get(0), file);
        int rows = (int) Math.min(lines.size() - 1, most);
        for (int row = 1; row <= rows; row++) { // before there is room for them
            long cells = lines.get(row).chars().filter(c -> c == ',').count() + 1;
            if (cells != names.size()) {
                throw new IOException("line " + (row + 1) + " of " + file + " (" + cells + " cells) must have "
                        + names.size() + ".\nMaybe the file was edited.");
            }
        }
        double[][] values = new double[names.size()][rows];
        for (int row = 1; row <= rows; row++) {
            String[] cells = lines.get(row).split(",", -1);
            for (int c = 0; c < cells.length; c++) {
                values[c][row - 1] = number(cells[c], file, row + 1);
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int c = 0; c < names.size(); c++) {
            columns.put(names.get(c), values[c]);
        }
        return new Table(columns, rows);
    }

    static List<String> header(String line, Path file) throws IOException {
        try {
            return Column.of(line);
        } catch (IllegalArgumentException e) {
            throw new IOException("line 1 of " + file + ": " + e.getMessage(), e);
        }
    }

    private static double number(String cell, Path file, int line) throws IOException {
        if (!cell.isEmpty() && !NUMBER.matcher(cell).matches()) {
            throw unreadable(cell, file, line, null);
        }
        try {
            return Decimal.parse(cell);
        } catch (NumberFormatException e) {
            throw unreadable(cell, file, line, e);
        }
    }

    private static IOException unreadable(
            String cell, Path file, int line, @org.jspecify.annotations.Nullable Throwable why) {
        return new IOException(
                "line " + line + " of " + file + " (" + cell + ") must hold numbers.\nMaybe the file was edited.", why);
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** The names of the columns, in order. */
    public Set<String> columns() {
        return columns.keySet();
    }

    /** The column, NaN throughout if it is not there. */
    public double[] column(String name) {
        double[] values = columns.get(name);
        if (values == null) {
            double[] none = new double[rows];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return values.clone();
    }
}
