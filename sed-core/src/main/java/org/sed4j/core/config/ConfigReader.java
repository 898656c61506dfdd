package org.sed4j.core.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sed4j.core.run.Shown;

/**
 * Reading a configuration strictly, one layer over another: preset, file, command line.
 *
 * <p>Every key is known or refused with the nearest one; every value is checked where it is given, and the message says
 * the file and the line. Rules that join several keys are checked once, in {@link #config}, when all layers are on.
 */
public final class ConfigReader {
    private static final YAMLFactory YAML = new YAMLFactory();

    private Config config;

    private ConfigReader(Config config) {
        this.config = config;
    }

    /** Starts from what every key is if nobody says. */
    public static ConfigReader of(Schema schema) {
        return new ConfigReader(schema.initial());
    }

    /**
     * Lays a YAML text over what was read before.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException if it is no YAML mapping of sections, or a key or value is refused
     */
    public ConfigReader yaml(String text, String name) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        try (YAMLParser parser = YAML.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return this; // only comments, or nothing
            }
            if (first != JsonToken.START_OBJECT) {
                throw unfit(name, "must be sections with keys in them, such as \"run:\" and below it \"  rounds: 10\"");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                section(parser, parser.currentName(), name, lines);
            }
            if (parser.nextToken() != null) {
                throw unfit(name, "must hold one document, without \"---\" in the middle");
            }
        } catch (JsonProcessingException e) {
            throw unfit(
                    name,
                    "cannot be read as YAML: " + firstLine(e.getOriginalMessage()) + " (line "
                            + e.getLocation().getLineNr() + ")");
        } catch (IOException e) {
            throw new AssertionError("reading a string cannot fail", e);
        }
        return this;
    }

    /**
     * The values in a written configuration as texts, without any schema: one for a plain value, more for a list.
     *
     * @throws IOException if it is no YAML mapping of sections
     */
    public static Map<String, List<String>> texts(String yaml) throws IOException {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        String path = "";
        try (YAMLParser parser = YAML.createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int depth = parser.getParsingContext().getNestingDepth();
                if (token == JsonToken.FIELD_NAME) {
                    path = depth <= 1
                            ? parser.currentName()
                            : path.replaceFirst("\\..*", "") + "." + parser.currentName();
                } else if (token.isScalarValue()) {
                    texts.computeIfAbsent(path, p -> new ArrayList<>()).add(parser.getText());
                }
            }
        }
        return texts;
    }

    private void section(YAMLParser parser, String section, String name, Map<String, Integer> lines)
            throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return; // a section without keys
        }
        Set<String> sections = config.schema().sections().keySet();
        if (!sections.contains(section)) {
            throw new IllegalArgumentException("section (" + Shown.of(section) + ") " + at(name, line)
                    + " must be one of " + String.join(", ", sections) + ".\nMaybe you meant "
                    + Nearest.to(section, sections) + ".");
        }
        if (token != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("section (" + Shown.of(section) + ") " + at(name, line)
                    + " must hold keys, indented below it.\nMaybe the keys lost their indentation.");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = section + '.' + parser.currentName();
            int at = parser.currentTokenLocation().getLineNr();
            Key key = config.schema().key(path, at(name, at));
            Integer before = lines.put(path, at);
            if (before != null) {
                throw key.refused(
                        "given twice", at(name, at), "be given once", "line " + before + " was meant to be replaced");
            }
            parser.nextToken();
            config = config.set(path, raw(parser, key, at(name, at)), at(name, at));
        }
    }

    private static Raw raw(YAMLParser parser, Key key, String where) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return Raw.scalar(scalar(parser, key, where));
        }
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(scalar(parser, key, where));
        }
        return new Raw(texts, true);
    }

    private static String scalar(YAMLParser parser, Key key, String where) throws IOException {
        if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
            throw key.refused(
                    parser.currentToken() == JsonToken.VALUE_NULL ? "nothing" : "a mapping",
                    where,
                    key.rule(),
                    "the value is missing or the indentation is off");
        }
        return parser.getText().trim();
    }

    private static String at(String name, int line) {
        return "in " + Shown.of(name) + ", line " + line + ",";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }

    private static IllegalArgumentException unfit(String name, String rule) {
        return new IllegalArgumentException("configuration (" + Shown.of(name) + ") " + rule
                + ".\nMaybe the indentation is off or a tab was used.");
    }

    /**
     * Lays one {@code path=value} over what was read before.
     *
     * @param option what it was typed with, for messages, such as "--set"
     */
    public ConfigReader set(String assignment, String option) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw new IllegalArgumentException(option + " (" + Shown.of(assignment) + ") must be key=value.\n"
                    + "Maybe there are spaces around the equals sign: quote the whole.");
        }
        String path = assignment.substring(0, equals).trim();
        config = config.set(path, Raw.typed(assignment.substring(equals + 1)), "of " + option);
        return this;
    }

    /**
     * The configuration that came of it.
     *
     * @throws IllegalArgumentException if a rule that joins several keys is broken
     */
    public Config config() {
        return config.schema().checked(config);
    }
}
