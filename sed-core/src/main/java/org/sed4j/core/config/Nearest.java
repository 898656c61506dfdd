package org.sed4j.core.config;

import java.util.Collection;
import java.util.Comparator;

/** The known word that somebody most likely meant. */
public final class Nearest {
    /** Beyond so many characters a word is no misspelling. */
    private static final int MOST = 100;

    private Nearest() {}

    /**
     * The candidate with the fewest edits to {@code word} (Levenshtein distance), compared as a whole or, for one more, by
     * the part after the last point.
     *
     * @param candidates at least one
     */
    public static String to(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "candidates ([]) must be at least one.\nMaybe the list of keys is empty."));
    }

    private static int distance(String word, String candidate) {
        return Math.min(edits(word, candidate), 1 + edits(last(word), last(candidate)));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static int edits(String word, String b) {
        String a = word.substring(0, Math.min(word.length(), MOST));
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
