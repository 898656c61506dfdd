package org.sed4j.core.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.sed4j.core.run.Shown;

/** What a key's value is. */
enum Kind {
    WHOLE("a whole number") {
        @Override
        Object parse(String text) {
            if (!text.matches("[-+]?[0-9_]+")) {
                throw new NumberFormatException(text); // Java would read digits of every script
            }
            return Long.valueOf(text.replace("_", ""));
        }
    },
    NUMBER("a number") {
        @Override
        Object parse(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case ".inf", "inf", "infinity" -> Double.POSITIVE_INFINITY;
                default -> finite(text);
            };
        }

        private static Double finite(String text) {
            if (!text.matches("[-+]?[0-9._]+([eE][-+]?[0-9]+)?")) {
                throw new NumberFormatException(text); // Java would read 1f, 0x1p3 and NaN too
            }
            double value = Double.parseDouble(text.replace("_", ""));
            if (Double.isInfinite(value)) {
                throw new NumberFormatException(text); // 1e400 is no way to write infinity
            }
            return value;
        }
    },
    FLAG("true or false") {
        @Override
        Object parse(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new NumberFormatException(text);
            };
        }
    },
    TEXT("a text") {
        @Override
        Object parse(String text) {
            return text;
        }
    },
    WHOLES("a list of whole numbers, such as [64, 64]"),
    NUMBERS("a list of numbers, such as [0, 0.5]");

    /** Beyond this many characters a number is written with an exponent. */
    private static final int LONGEST_PLAIN = 20;

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** How a person would call it. */
    String words() {
        return words;
    }

    boolean isList() {
        return this == WHOLES || this == NUMBERS;
    }

    /** Of one element if it is a list. */
    Kind element() {
        return this == WHOLES ? WHOLE : this == NUMBERS ? NUMBER : this;
    }

    /**
     * Reads one value that is not a list.
     *
     * @throws NumberFormatException if the text is not of this kind
     */
    Object parse(String text) {
        throw new AssertionError(this);
    }

    /** The value as YAML. */
    static String yaml(Object value) {
        if (value instanceof List<?> list) {
            StringBuilder out = new StringBuilder("[");
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ", ").append(yaml(list.get(i)));
            }
            return out.append(']').toString();
        }
        if (value instanceof Double number) {
            return number.isInfinite() ? ".inf" : plain(number);
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String plain(double number) {
        String text = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return text.length() <= LONGEST_PLAIN ? text : Double.toString(number).replace('E', 'e');
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_./-]*") && !text.matches("(?i)true|false|yes|no|on|off|null|y|n")
                ? text
                : '"'
                        + Shown.line(
                                text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                        + '"';
    }
}
