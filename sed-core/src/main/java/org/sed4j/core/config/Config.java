package org.sed4j.core.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A whole effective configuration: a checked value for every key of a schema. Immutable. */
public final class Config {
    private final Schema schema;
    private final Map<String, Object> values;

    Config(Schema schema, Map<String, Object> values) {
        this.schema = schema;
        this.values = new LinkedHashMap<>(values);
    }

    /** What could be configured. */
    public Schema schema() {
        return schema;
    }

    private <T> T value(String path, Class<T> type, Kind kind) {
        Key key = schema.key(path, "in the code");
        if (key.kind() != kind) {
            throw new IllegalArgumentException("key (" + path + ") must be asked for as "
                    + key.kind().words() + ".\nMaybe the code mixed up two keys.");
        }
        return type.cast(Objects.requireNonNull(values.get(path)));
    }

    /** The whole number of that key, as an int. */
    public int integer(String path) {
        long value = whole(path);
        if ((int) value != value) {
            throw refused(path, "be a whole number of at most " + Integer.MAX_VALUE, "zeros too many");
        }
        return (int) value;
    }

    /** The whole number of that key. */
    public long whole(String path) {
        return value(path, Long.class, Kind.WHOLE);
    }

    /** The number of that key. */
    public double number(String path) {
        return value(path, Double.class, Kind.NUMBER);
    }

    /** Whether that key is true. */
    public boolean flag(String path) {
        return value(path, Boolean.class, Kind.FLAG);
    }

    /** The text of that key. */
    public String text(String path) {
        return value(path, String.class, Kind.TEXT);
    }

    /** The numbers of that key, copied. */
    public double[] numbers(String path) {
        List<?> list = value(path, List.class, Kind.NUMBERS);
        return list.stream().mapToDouble(x -> (Double) x).toArray();
    }

    /** The whole numbers of that key, copied. */
    public int[] integers(String path) {
        List<?> list = value(path, List.class, Kind.WHOLES);
        return list.stream().mapToInt(x -> Math.toIntExact((Long) x)).toArray();
    }

    /**
     * This configuration with one value changed.
     *
     * @param value as it would be typed after {@code --set path=}
     * @throws IllegalArgumentException if the key is unknown or the value not allowed
     */
    public Config with(String path, String value) {
        return schema.checked(set(path, Raw.typed(value), ""));
    }

    Config set(String path, Raw raw, String where) {
        Key key = schema.key(path, where);
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(path, key.parse(raw, where));
        return new Config(schema, changed);
    }

    /** Refuses the value of a key, from a rule that joins several: name, value, rule, likely cause. */
    public IllegalArgumentException refused(String path, String rule, String cause) {
        return schema.key(path, "in the code").refused(shown(path), "", rule, cause);
    }

    /** The value of a key as it would be typed. */
    public String shown(String path) {
        schema.key(path, "in the code");
        Object value = values.get(path);
        return value instanceof String text ? text : Kind.yaml(Objects.requireNonNull(value));
    }

    /** The configuration as YAML that reads back as itself, with what each key means. */
    public String yaml() {
        StringBuilder out = new StringBuilder("# " + schema.study() + ": the whole configuration\n");
        schema.sections().forEach((section, about) -> {
            out.append("\n# ").append(about).append('\n').append(section).append(":\n");
            for (Key key : schema.keys()) {
                if (key.section().equals(section)) {
                    line(out, key);
                }
            }
        });
        return out.toString();
    }

    private void line(StringBuilder out, Key key) {
        String rule = key.rule().replaceFirst("^be ", "");
        out.append("  # ").append(key.meaning());
        if (!rule.equals(key.kind().words()) || key.kind().isList()) {
            out.append("; ").append(rule);
        }
        if (!key.source().isEmpty()) {
            out.append(" [").append(key.source()).append(']');
        }
        out.append("\n  ").append(key.name()).append(": ");
        out.append(Kind.yaml(Objects.requireNonNull(values.get(key.path())))).append('\n');
    }

    /** SHA-256 of {@link #yaml} in hexadecimal. */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(yaml().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Config that && schema == that.schema && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
