package org.sed4j.core.config;

import java.util.List;

/**
 * A value as somebody typed it.
 *
 * @param texts one, or the elements of a list
 * @param isList whether it was written as a list
 */
record Raw(List<String> texts, boolean isList) {
    Raw {
        texts = List.copyOf(texts);
    }

    static Raw scalar(String text) {
        return new Raw(List.of(text), false);
    }

    /** Reads {@code 3}, {@code [1, 2]} or {@code 1,2}, as given on a command line. */
    static Raw typed(String text) {
        String inner = text.trim();
        boolean list = inner.startsWith("[") && inner.endsWith("]");
        if (list) {
            inner = inner.substring(1, inner.length() - 1).trim();
        }
        if (!list && !inner.matches("[^,]+(,[^,]+)+")) {
            return scalar(inner);
        }
        return new Raw(inner.isEmpty() ? List.of() : List.of(inner.split("\\s*,\\s*", -1)), true);
    }

    String shown() {
        return isList ? texts.toString() : texts.get(0);
    }
}
