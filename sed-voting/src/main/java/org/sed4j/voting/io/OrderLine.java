package org.sed4j.voting.io;

import java.util.ArrayList;
import java.util.List;

/**
 * The order on one ballot line, such as {@code 1,{2,3},4}: tiers of alternatives as numbered in the file, and where each
 * begins. A comma at the end of the line or of a tie says nothing.
 */
final class OrderLine {
    private final String file;
    private final int number;
    private final String line;
    private final List<List<Integer>> tiers = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private int at;

    private OrderLine(String file, int number, String line, int from) {
        this.file = file;
        this.number = number;
        this.line = line;
        this.at = from;
    }

    /**
     * Reads to the end of the line.
     *
     * @param number of the line, from 0
     * @param from the column after the count, from 0
     */
    static OrderLine read(String file, int number, String line, int from) {
        OrderLine order = new OrderLine(file, number, line, from);
        order.read();
        return order;
    }

    List<List<Integer>> tiers() {
        return tiers;
    }

    List<Integer> columns() {
        return columns;
    }

    private void read() {
        skip();
        while (!ended()) {
            columns.add(at);
            tiers.add(is('{') ? braces() : new ArrayList<>(List.of(alternative())));
            if (ended()) {
                return;
            }
            if (!is(',')) {
                throw error(at, "a comma must stand here, not '" + line.charAt(at) + "'", "two entries ran together");
            }
            step();
        }
    }

    private List<Integer> braces() {
        int open = at;
        List<Integer> tier = new ArrayList<>();
        step();
        while (!ended() && !is('}')) {
            tier.add(alternative());
            if (is(',')) {
                step();
            } else if (!ended() && !is('}')) {
                throw error(at, "a comma or } must stand here", "two entries ran together");
            }
        }
        if (ended()) {
            throw error(open, "this brace is never closed", "the line was cut short");
        }
        step();
        return tier;
    }

    private boolean ended() {
        return at >= line.length();
    }

    private boolean is(char mark) {
        return !ended() && line.charAt(at) == mark;
    }

    /** Past this character and the spaces after it. */
    private void step() {
        at++;
        skip();
    }

    private void skip() {
        while (!ended() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private int alternative() {
        int from = at;
        while (!ended() && ",{}".indexOf(line.charAt(at)) < 0 && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        String text = line.substring(from, at);
        skip();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw error(from, "(" + text + ") must be the number of an alternative", "a name was written instead");
        }
    }

    private BallotFileException error(int column, String what, String cause) {
        return new BallotFileException(file, number + 1, column + 1, what, cause);
    }
}
