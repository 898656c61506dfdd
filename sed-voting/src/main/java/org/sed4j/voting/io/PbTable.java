package org.sed4j.voting.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A section of a pb file: names of columns, and rows of fields parted by semicolons, perhaps in quotation marks. */
final class PbTable {
    private final Place place;
    private final List<String> columns = new ArrayList<>();

    PbTable(Place place, int line, String head) {
        this.place = place;
        for (String column : cells(line, head)) {
            columns.add(column.toLowerCase(Locale.ROOT));
        }
    }

    /** The fields of a line, without blanks at their ends; "" within quotation marks is one of them. */
    String[] cells(int line, String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
                open = i;
            } else if (c == ';' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c != '\uFEFF') {
                cell.append(c);
            }
        }
        if (quoted) {
            throw place.error(line, open, "this quotation mark is never closed", "the field runs over two lines");
        }
        cells.add(cell.toString().strip());
        return cells.toArray(String[]::new);
    }

    String cell(int line, String[] cells, String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw place.error(line, 0, "this section has no column " + column, "it is called otherwise");
        }
        if (at >= cells.length) {
            throw place.error(line, 0, "this line has no field for column " + column, "it was cut short");
        }
        return cells[at];
    }

    String cellOr(String[] cells, String column, String otherwise) {
        int at = columns.indexOf(column);
        return at >= 0 && at < cells.length ? cells[at] : otherwise;
    }
}
