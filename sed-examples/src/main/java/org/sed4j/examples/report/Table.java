package org.sed4j.examples.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table of named numbers, as a run wrote it; an empty cell is NaN. */
final class Table {
    private final Map<String, double[]> columns;
    private final int rows;

    private Table(Map<String, double[]> columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Reads the file; a file that is not there is a table of nothing, and a last line without an end is no row. */
    static Table read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new Table(Map.of(), 0);
        }
        String text = Files.readString(file);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty()) {
            return new Table(Map.of(), 0);
        }
        String[] names = lines.get(0).split(",", -1);
        Map<String, double[]> columns = new LinkedHashMap<>();
        double[][] values = new double[names.length][lines.size() - 1];
        for (int c = 0; c < names.length; c++) {
            columns.put(names[c], values[c]);
        }
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            if (cells.length != names.length) {
                throw new IOException("line " + (row + 1) + " of " + file + " (" + cells.length + " cells) must have "
                        + names.length + ".\nMaybe the file was edited.");
            }
            for (int c = 0; c < names.length; c++) {
                values[c][row - 1] = number(cells[c], file, row + 1);
            }
        }
        return new Table(columns, lines.size() - 1);
    }

    private static double number(String cell, Path file, int line) throws IOException {
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IOException(
                    "line " + line + " of " + file + " (" + cell + ") must hold numbers.\nMaybe the file was edited.",
                    e);
        }
    }

    int rows() {
        return rows;
    }

    Set<String> columns() {
        return columns.keySet();
    }

    /** The column, NaN throughout if it is not there. */
    double[] column(String name) {
        double[] values = columns.get(name);
        if (values == null) {
            double[] none = new double[rows];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return values.clone();
    }
}
