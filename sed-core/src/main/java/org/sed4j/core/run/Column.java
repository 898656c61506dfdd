package org.sed4j.core.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of columns of {@code metrics.csv}, in the header and as names of files.
 *
 * <p>A name begins with a letter, ends with no blank, has at most 200 characters, and none that controls a terminal, a line or
 * the direction of text: measures and figures are named as they are called, such as {@code stone gathered} or
 * {@code score_mean-utilitarian(income)}. In the header a name with a comma or a quotation mark is quoted as in RFC 4180, section
 * 2; others stand as they are.
 */
public final class Column {
    /** The most characters of a name. */
    private static final int MOST = 200;

    private static final Pattern NAME = Pattern.compile("\\p{L}[^\\p{C}\\p{Zl}\\p{Zp}]*");
    /** What is safe in the name of a file everywhere. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private Column() {}

    /** Whether a column may be called so. */
    public static boolean isName(String name) {
        return name.length() <= MOST && NAME.matcher(name).matches() && !name.endsWith(" ");
    }

    /**
     * The names, checked.
     *
     * @throws IllegalArgumentException if there are none, or one cannot be a column's
     */
    static List<String> named(Iterable<String> names) {
        List<String> named = new ArrayList<>();
        for (String name : names) {
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        "column (" + Shown.of(name) + ") must begin with a letter, end with no blank,"
                                + " and have at most " + MOST + " characters, none that controls a line or a terminal."
                                + "\nMaybe it is a sentence rather than a name.");
            }
            named.add(name);
        }
        if (named.isEmpty()) {
            throw new IllegalArgumentException(
                    "columns ([]) must be at least one.\nMaybe nothing was measured in the first round.");
        }
        return List.copyOf(named);
    }

    /** The header of a table with these columns, without its end. */
    static String header(List<String> names) {
        StringBuilder header = new StringBuilder();
        for (String name : names) {
            header.append(header.length() == 0 ? "" : ",");
            boolean plain = name.indexOf(',') < 0 && name.indexOf('"') < 0;
            header.append(plain ? name : '"' + name.replace("\"", "\"\"") + '"');
        }
        return header.toString();
    }

    /**
     * The columns that a header names.
     *
     * @throws IllegalArgumentException if it is none: a quotation that does not end, a name that is none or is there twice
     */
    public static List<String> of(String header) {
        List<String> names = new ArrayList<>();
        int at = 0;
        do {
            StringBuilder name = new StringBuilder();
            if (at < header.length() && header.charAt(at) == '"') {
                at = quoted(header, at + 1, name);
            } else {
                int comma = header.indexOf(',', at);
                int end = comma < 0 ? header.length() : comma;
                name.append(header, at, end);
                at = end;
            }
            names.add(name.toString());
        } while (at++ < header.length());
        if (new LinkedHashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("columns (" + names.size()
                    + ") must have names of their own.\nMaybe the file was edited: one is there twice.");
        }
        return named(names);
    }

    /** Reads to the end of a quotation; hands back where the comma or the end after it is. */
    private static int quoted(String header, int from, StringBuilder name) {
        int at = from;
        while (at < header.length()) {
            char c = header.charAt(at++);
            if (c != '"') {
                name.append(c);
            } else if (at < header.length() && header.charAt(at) == '"') {
                name.append('"');
                at++;
            } else if (at == header.length() || header.charAt(at) == ',') {
                return at;
            } else {
                break;
            }
        }
        throw new IllegalArgumentException("columns (at character " + at
                + " of the header) must have quotations that end before a comma.\nMaybe the file was edited.");
    }

    /**
     * A name for a file that shows this column or panel: itself where it is plain, else its plain characters and a number that
     * tells it from others.
     */
    public static String file(String name) {
        if (SAFE.matcher(name).matches()) {
            return name;
        }
        String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-");
        String start = plain.substring(0, Math.min(plain.length(), 80));
        return String.format(Locale.ROOT, "%s-%08x", start, name.hashCode());
    }
}
