package org.sed4j.core.stackelberg.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.run.Shown;

/** The words of a .nfg file: braces, texts in quotation marks, and what blanks and commas part. */
final class NfgTokens {
    private final String text;
    private int at;

    NfgTokens(String text) {
        this.text = text;
        skip();
    }

    private void skip() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',')) {
            at++;
        }
    }

    void check(boolean holds, String what) {
        if (!holds) {
            throw error(what);
        }
    }

    private IllegalArgumentException error(String what) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new IllegalArgumentException("line " + line + ", column " + (at - start + 1) + ": " + Shown.of(what)
                + ".\nMaybe the file was cut short, or is no strategic game of Gambit's (.nfg).");
    }

    private boolean is(char mark) {
        return at < text.length() && text.charAt(at) == mark;
    }

    private boolean take(char mark) {
        if (is(mark)) {
            at++;
            skip();
            return true;
        }
        return false;
    }

    boolean isOpen() {
        return is('{');
    }

    void open(String what) {
        check(take('{'), "a { must begin " + what);
    }

    boolean takeClose() {
        check(at < text.length(), "a } must stand here");
        return take('}');
    }

    void close() {
        check(take('}'), "a } must stand here");
    }

    private String word() {
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "{}\",".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    boolean takeWord(String word) {
        int from = at;
        if (word().equals(word)) {
            skip();
            return true;
        }
        at = from;
        return false;
    }

    void word(String word) {
        check(takeWord(word), word + " must stand here");
    }

    void skipLabel() {
        if (is('"')) {
            label("a comment");
        }
    }

    /** A text in quotation marks, in which a backslash makes a quotation mark part of it. */
    String label(String what) {
        check(is('"'), what + " must stand here in quotation marks");
        StringBuilder label = new StringBuilder();
        int from = at;
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at++;
            }
            label.append(text.charAt(at));
        }
        if (at >= text.length()) {
            at = from;
            throw error("this quotation mark is never closed");
        }
        at++;
        skip();
        return label.toString();
    }

    List<String> labels(String what) {
        open(what);
        List<String> labels = new ArrayList<>();
        while (!takeClose()) {
            labels.add(label(what));
        }
        check(!labels.isEmpty(), what + " must be at least one");
        return labels;
    }

    int whole(String what, int least, int most) {
        int from = at;
        String word = word();
        boolean digits = !word.isEmpty() && word.length() < 10 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(word) : -1;
        if (number < least || number > most) {
            at = from;
            throw error(what + " (" + Shown.of(word) + ") must be a whole number from " + least + " to " + most);
        }
        skip();
        return number;
    }

    /** A payoff: whole, decimal or a fraction of whole numbers, rounded once. */
    double number() {
        int from = at;
        String word = word();
        double number = Double.NaN;
        if (word.matches("[-+]?\\d{1,300}/\\d{1,300}")) {
            int slash = word.indexOf('/');
            BigInteger below = new BigInteger(word.substring(slash + 1));
            if (below.signum() > 0) {
                number =
                        new BigFraction(new BigInteger(word.substring(0, slash).replace("+", "")), below).doubleValue();
            }
        } else if (word.matches("[-+]?(\\d{1,300}(\\.\\d{0,300})?|\\.\\d{1,300})([eE][-+]?\\d{1,3})?")) {
            number = new BigDecimal(word).doubleValue();
        }
        if (!Double.isFinite(number)) {
            at = from;
            throw error("payoff (" + Shown.of(word) + ") must be a number: whole, decimal, or a fraction like 1/3");
        }
        skip();
        return number;
    }

    void end() {
        check(at >= text.length(), "nothing may follow here: there are as many payoffs as profiles");
    }
}
