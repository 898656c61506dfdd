package org.sed4j.core.run;

import java.util.Locale;

/**
 * Text from outside (names in files, arguments) as messages and terminals may show it: on one line, without characters that
 * steer a terminal or turn the direction of reading, and no longer than a line or two.
 *
 * <p>Control characters (terminal codes among them), format characters (right-to-left marks among them), separators of lines
 * and halves of surrogate pairs are written as {@code \}{@code u001B} and the like; the two joiners that words of some
 * scripts need (U+200C, U+200D) stay. Only for people: data is written as it is, by a writer that knows its format.
 */
public final class Shown {
    /** Characters of one shown thing; longer ones are cut. */
    private static final int MOST = 200;

    private Shown() {}

    /** As it may be shown, cut after 200 characters. */
    public static String of(Object value) {
        return of(value, MOST);
    }

    /**
     * As it may be shown.
     *
     * @param most characters that are kept of the text, at least 1
     */
    public static String of(Object value, int most) {
        String text = String.valueOf(value);
        if (text.length() <= most) {
            return line(text);
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return line(text.substring(0, end)) + "... (" + text.length() + " characters)";
    }

    /** As it may be shown, however long. */
    public static String line(String text) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (steers(c)) {
                shown = shown == null ? new StringBuilder(text.substring(0, i)) : shown;
                for (; i < next; i++) {
                    shown.append(String.format(Locale.ROOT, "\\u%04X", (int) text.charAt(i)));
                }
            } else if (shown != null) {
                shown.appendCodePoint(c);
            }
            i = next;
        }
        return shown == null ? text : shown.toString();
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
