package org.sed4j.core.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object of texts and whole numbers, no deeper: what provenance needs, and no more. */
final class FlatJson {
    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /** Writes the object, one member a line. Values are strings or whole numbers. */
    static String write(Map<String, Object> members) {
        StringBuilder out = new StringBuilder("{");
        String gap = "\n  ";
        for (Map.Entry<String, Object> member : members.entrySet()) {
            out.append(gap);
            quote(out, member.getKey());
            out.append(": ");
            if (member.getValue() instanceof Number number) {
                out.append(number.longValue());
            } else {
                quote(out, member.getValue().toString());
            }
            gap = ",\n  ";
        }
        return out.append("\n}\n").toString();
    }

    private static void quote(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /**
     * Reads one object.
     *
     * @throws IllegalArgumentException if the text is not one flat object
     */
    static Map<String, Object> read(String text) {
        return new FlatJson(text).object();
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        if (peek() != '}') {
            do {
                String name = string();
                expect(':');
                members.put(name, peek() == '"' ? string() : (Object) whole());
            } while (taken(','));
        }
        expect('}');
        if (peek() != 0) {
            throw unreadable();
        }
        return members;
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean taken(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted) {
        if (!taken(wanted)) {
            throw unreadable();
        }
    }

    private IllegalArgumentException unreadable() {
        return new IllegalArgumentException("not a flat JSON object at character " + at);
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return out.toString();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw unreadable();
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw unreadable();
        };
    }

    private long whole() {
        peek();
        int start = at;
        while (at < text.length() && ((text.charAt(at) >= '0' && text.charAt(at) <= '9') || text.charAt(at) == '-')) {
            at++;
        }
        if (start == at) {
            throw unreadable();
        }
        return Long.parseLong(text.substring(start, at));
    }
}
