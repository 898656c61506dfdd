package org.sed4j.voting.io;

/** A place on a line of ABIF, where blanks mean nothing, and # outside brackets and quotation marks begins a remark. */
final class AbifCursor {
    private final Place place;
    private final int line;
    private final String text;
    private int at;

    AbifCursor(Place place, int line, String text, int at) {
        this.place = place;
        this.line = line;
        this.text = text;
        this.at = at;
        skip();
    }

    BallotFileException error(String what, String cause) {
        return place.error(line, at, what, cause);
    }

    /** Whether nothing follows but a remark, or a colon and data in braces. */
    boolean ended() {
        return at >= text.length() || text.charAt(at) == '#' || (text.startsWith(":", at) && dataFollows());
    }

    private boolean dataFollows() {
        return text.substring(at + 1).strip().startsWith("{");
    }

    void expectEnd() {
        if (!ended()) {
            throw error("nothing may follow here", "two lines were joined");
        }
    }

    boolean take(char mark) {
        if (at >= text.length() || text.charAt(at) != mark) {
            return false;
        }
        step();
        return true;
    }

    void expect(char mark) {
        if (!take(mark)) {
            throw error("a " + mark + " must stand here", "the line is of another format");
        }
    }

    /** What parts two candidates. */
    char separator() {
        char mark = text.charAt(at);
        if (">=,".indexOf(mark) < 0) {
            throw error("a >, a = or a comma must stand here", "a name with blanks stands without [ and ]");
        }
        step();
        return mark;
    }

    /** A name: in brackets, in quotation marks, or a word. */
    String token() {
        if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '"')) {
            int close = text.indexOf(text.charAt(at) == '[' ? ']' : '"', at + 1);
            if (close < 0) {
                throw error("this " + text.charAt(at) + " is never closed", "the line was cut short");
            }
            String name = text.substring(at + 1, close).strip();
            if (name.isEmpty()) {
                throw error("a name must stand here", "it was left out");
            }
            at = close;
            step();
            return name;
        }
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (from == at) {
            throw error("a name must stand here", "a name with other characters stands without [ and ]");
        }
        String word = text.substring(from, at);
        skip();
        return word;
    }

    /** Digits, perhaps none. */
    String digits() {
        int from = at;
        while (at < text.length() && ((text.charAt(at) >= '0' && text.charAt(at) <= '9') || text.charAt(at) == '-')) {
            at++;
        }
        String digits = text.substring(from, at);
        skip();
        return digits;
    }

    /** A whole number of at most nine digits, not negative. */
    int number() {
        int from = at;
        String digits = digits();
        if (!BltTokens.Token.isNumber(digits)) {
            throw place.error(line, from, "rating (" + digits + ") must be a whole number", "it has decimals");
        }
        return Integer.parseInt(digits);
    }

    private void step() {
        at++;
        skip();
    }

    private void skip() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
            at++;
        }
    }
}
