package org.sed4j.voting.io;

import java.util.List;

/** The words of a BLT file: parted by blanks, in quotation marks or in parentheses; # begins a remark to the line's end. */
final class BltTokens {
    private final Place place;
    private final List<String> lines;
    private int line;
    private int at;

    /**
     * A word.
     *
     * @param text without quotation marks
     * @param line from 0
     * @param column from 0
     */
    record Token(String text, boolean quoted, int line, int column) {
        /** At most nine digits. */
        static boolean isNumber(String text) {
            return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        boolean isNumber() {
            return !quoted && isNumber(text);
        }

        boolean isLabel() {
            return !quoted && text.startsWith("(");
        }

        BallotFileException error(Place place, String what, String cause) {
            return place.error(line, column, what, cause);
        }
    }

    BltTokens(Place place, List<String> lines) {
        this.place = place;
        this.lines = lines;
    }

    /** Whether no word is left. */
    boolean ended() {
        while (line < lines.size()) {
            String text = lines.get(line);
            while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
                at++;
            }
            if (at < text.length() && text.charAt(at) != '#') {
                return false;
            }
            line++;
            at = 0;
        }
        return true;
    }

    /** The next word; an error that says what must follow if there is none. */
    Token next(String expected) {
        if (ended()) {
            throw place.error(lines.size(), 0, expected, "the file was cut short");
        }
        String text = lines.get(line);
        int from = at;
        char mark = text.charAt(at);
        if (mark == '"' || mark == '(') {
            int close = text.indexOf(mark == '"' ? '"' : ')', at + 1);
            if (close < 0) {
                throw place.error(line, at, "this " + mark + " is never closed", "the line was cut short");
            }
            at = close + 1;
            String inner = mark == '"' ? text.substring(from + 1, close) : text.substring(from, at);
            return new Token(inner, mark == '"', line, from);
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "\"#(".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return new Token(text.substring(from, at), false, line, from);
    }
}
