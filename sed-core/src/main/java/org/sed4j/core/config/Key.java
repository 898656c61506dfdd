package org.sed4j.core.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.run.Shown;

/**
 * One thing that can be configured: its name, what it may be, what it is if nobody says, what it means and where its
 * number comes from.
 *
 * <p>Made by a factory that names the kind, then narrowed: {@code Key.whole("run.worlds", 16).from(1).means("...")}.
 *
 * @param path section and name, joined by a point
 * @param kind what its value is
 * @param initial the value if nobody gives one
 * @param low least number allowed, of each element if it is a list
 * @param above whether {@code low} itself is excluded
 * @param high greatest number allowed
 * @param choices texts allowed; any if empty
 * @param meaning one line, with the unit
 * @param source of the initial value; may be empty
 */
public record Key(
        String path,
        Kind kind,
        Object initial,
        double low,
        boolean above,
        double high,
        List<String> choices,
        String meaning,
        String source) {

    /** Numbers are floats in worlds and networks, and those end at 3.4e38. */
    private static final double MOST = 1e30;

    private static Key of(String path, Kind kind, Object initial) {
        return new Key(
                path, kind, initial, Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, List.of(), "", "");
    }

    /** A whole number that an int can hold; one called seed may be any long. */
    public static Key whole(String path, long initial) {
        return of(path, Kind.WHOLE, initial);
    }

    /** A number of at most 1e30 in size; {@code .inf} is one where it is so if nobody says. */
    public static Key number(String path, double initial) {
        return of(path, Kind.NUMBER, initial);
    }

    /** True or false. */
    public static Key flag(String path, boolean initial) {
        return of(path, Kind.FLAG, initial);
    }

    /** Any text. */
    public static Key text(String path, String initial) {
        return of(path, Kind.TEXT, initial);
    }

    /** One of some texts, the first if nobody says. */
    public static Key choice(String path, String... choices) {
        Key key = of(path, Kind.TEXT, choices[0]);
        return new Key(path, key.kind, key.initial, key.low, false, key.high, List.of(choices), "", "");
    }

    /** A list of numbers. */
    public static Key numbers(String path, double... initial) {
        List<Double> list = new ArrayList<>();
        for (double value : initial) {
            list.add(value);
        }
        return of(path, Kind.NUMBERS, List.copyOf(list));
    }

    /** A list of whole numbers. */
    public static Key wholes(String path, long... initial) {
        List<Long> list = new ArrayList<>();
        for (long value : initial) {
            list.add(value);
        }
        return of(path, Kind.WHOLES, List.copyOf(list));
    }

    /** This key with a least number. */
    public Key from(double least) {
        return new Key(path, kind, initial, least, false, high, choices, meaning, source);
    }

    /** This key with a bound that the number must exceed. */
    public Key above(double bound) {
        return new Key(path, kind, initial, bound, true, high, choices, meaning, source);
    }

    /** This key with a greatest number. */
    public Key to(double most) {
        return new Key(path, kind, initial, low, above, most, choices, meaning, source);
    }

    /** This key with one line on what it is. */
    public Key means(String line) {
        return new Key(path, kind, initial, low, above, high, choices, line, source);
    }

    /** This key with the source of its initial value. */
    public Key source(String where) {
        return new Key(path, kind, initial, low, above, high, choices, meaning, where);
    }

    /** The part of the path before the point. */
    public String section() {
        return path.substring(0, path.indexOf('.'));
    }

    /** The part of the path after the point. */
    public String name() {
        return path.substring(path.indexOf('.') + 1);
    }

    /** What values are allowed, as words: "must ..." goes before. */
    String rule() {
        if (!choices.isEmpty()) {
            return "be one of " + String.join(", ", choices);
        }
        String each = kind.isList() ? "be " + kind.words() + ", each " : "be ";
        boolean hasLow = low > Double.NEGATIVE_INFINITY;
        boolean hasHigh = high < Double.POSITIVE_INFINITY;
        if (hasLow && hasHigh) {
            return each + "in " + (above ? "(" : "[") + Kind.yaml(low) + ", " + Kind.yaml(high) + "]";
        }
        if (hasLow) {
            return each + (above ? "greater than " : "at least ") + Kind.yaml(low);
        }
        return "be " + kind.words();
    }

    /**
     * Reads the key's value.
     *
     * @param typed one text, or several if a list was given
     * @param where it was given, such as "in my.yaml, line 3"
     * @throws IllegalArgumentException if it is not allowed
     */
    Object parse(Raw typed, String where) {
        // a free text may hold commas, as a rule's parameters do
        boolean free = kind == Kind.TEXT && choices.isEmpty() && typed.isList();
        Raw raw = free ? Raw.scalar(String.join(",", typed.texts())) : typed;
        if (raw.isList() != kind.isList() && !(kind.isList() && raw.texts().size() == 1)) {
            throw refused(raw.shown(), where, "be " + kind.words(), "brackets are missing or are too many");
        }
        List<Object> values = new ArrayList<>();
        for (String text : raw.texts()) {
            Object value;
            try {
                value = kind.element().parse(text);
            } catch (NumberFormatException e) {
                throw refused(raw.shown(), where, rule(), unread(text));
            }
            check(value, raw, where);
            values.add(value);
        }
        return kind.isList() ? List.copyOf(values) : values.get(0);
    }

    private void check(Object value, Raw raw, String where) {
        if (value instanceof Number number) {
            double x = number.doubleValue();
            if (x < low || x > high || (above && x == low)) {
                throw refused(raw.shown(), where, rule(), likely(x));
            }
            bounded(number, raw, where);
        }
        if (value instanceof String text && !choices.isEmpty() && !choices.contains(text)) {
            throw refused(raw.shown(), where, rule(), "you meant " + Nearest.to(text, choices));
        }
    }

    /** What no key bounds is bounded all the same: counts by what an int holds, numbers by what networks can compute with. */
    private void bounded(Number number, Raw raw, String where) {
        if (number instanceof Long whole && !name().equals("seed") && whole.intValue() != whole) {
            throw refused(raw.shown(), where, "be a whole number of at most " + Integer.MAX_VALUE, "zeros too many");
        }
        double x = number.doubleValue();
        boolean endless = initial instanceof Double usual && usual.isInfinite();
        if (Double.isInfinite(x) && !endless) {
            throw refused(raw.shown(), where, rule() + ", and finite", "a large number was meant");
        }
        if (number instanceof Double && Double.isFinite(x) && Math.abs(x) > MOST) {
            throw refused(raw.shown(), where, "be at most " + MOST + " in size", "the exponent is off");
        }
    }

    private static String unread(String text) {
        if (text.codePoints().anyMatch(c -> c > 127 && Character.isDigit(c))) {
            return "its digits are of another script: type 0 to 9";
        }
        boolean large = text.matches("[-+]?[0-9_]{19,}") || text.matches("[-+]?[0-9._]+[eE][-+]?[0-9]{3,}");
        return large ? "it is larger than any number" : "a unit or another word was written with it";
    }

    private String likely(double x) {
        if (high == 1 && x > 1 && x <= 100) {
            double share = BigDecimal.valueOf(x).movePointLeft(2).doubleValue();
            return "it was given in percent: " + Kind.yaml(x) + " % is " + Kind.yaml(share);
        }
        return x < 0 ? "a sign was lost" : x == 0 ? "it was left at zero" : "a unit is off";
    }

    IllegalArgumentException refused(String value, String where, String rule, String cause) {
        return new IllegalArgumentException(path + " (" + Shown.of(value) + ")" + (where.isEmpty() ? "" : " " + where)
                + " must " + rule + ".\nMaybe " + cause + ".");
    }
}
