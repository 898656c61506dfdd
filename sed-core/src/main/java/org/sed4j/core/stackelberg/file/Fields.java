package org.sed4j.core.stackelberg.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.sed4j.core.run.Shown;

/** Reads the members of a JSON object, and refuses what should not be there by its place. */
final class Fields {
    private Fields() {}

    static void members(JsonNode object, String path, List<String> known) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            check(known.contains(name), "member", path + name, "must be one of " + String.join(", ", known));
        }
    }

    /** Types are named in the prior with commas between. */
    static List<String> typeNames(JsonNode node, String path) {
        List<String> names = texts(node, path);
        for (int j = 0; j < names.size(); j++) {
            String name = names.get(j);
            check(
                    !name.contains(","),
                    path + "[" + j + "]",
                    name,
                    "must not hold a comma, which parts types in the prior");
        }
        return names;
    }

    static JsonNode member(JsonNode object, String name) {
        return member(object, name, name);
    }

    static JsonNode member(JsonNode object, String name, String path) {
        check(object.has(name), path, "missing", "must be given");
        return object.get(name);
    }

    static List<String> texts(JsonNode node, String path) {
        check(node.isArray() && !node.isEmpty(), path, node, "must be a list of at least one name");
        List<String> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int j = 0; j < node.size(); j++) {
            check(node.get(j).isTextual(), path + "[" + j + "]", node.get(j), "must be a text");
            String name = node.get(j).textValue();
            check(
                    !name.isBlank() && name.equals(name.strip()),
                    path + "[" + j + "]",
                    node.get(j),
                    "must not begin or end in a blank, nor be one");
            check(seen.add(name), path + "[" + j + "]", node.get(j), "must not occur twice");
            texts.add(name);
        }
        return texts;
    }

    static void check(boolean holds, String path, Object value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(Shown.of(path) + " (" + Shown.of(value) + ") " + Shown.of(rule)
                    + ".\nMaybe docs/game-file.md has an example to start from.");
        }
    }
}
