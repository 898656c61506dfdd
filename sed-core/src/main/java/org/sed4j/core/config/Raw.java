package org.sed4j.core.config;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.run.Shown;

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
        List<String> parts = inner.isEmpty() ? List.of() : parts(inner);
        boolean several = parts.size() > 1 && parts.stream().noneMatch(String::isEmpty);
        return list || several ? new Raw(parts, true) : scalar(inner);
    }

    /** What is between commas: a loop, since a regular expression would call itself for each of a long list. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
            parts.add(text.substring(from, comma).strip());
            from = comma + 1;
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    String shown() {
        return Shown.of(isList ? texts.toString() : texts.get(0));
    }
}
