package org.sed4j.core.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sed4j.core.config.Nearest;
import org.sed4j.core.run.Shown;

/**
 * A plan written in YAML.
 *
 * <pre>
 * base:   {society.economy: harvest, run.rounds: 20}
 * grid:   {society.vote: [mean, median, borda]}
 * random: {players.learning_rate: {log_uniform: [1e-4, 1e-2]}, types.drift: {uniform: [0, 0.1]}}
 * draws: 8
 * draw_seed: 1
 * seeds: 10
 * first_seed: 1
 * given:  {players.learning_rate: {society.followers: ppo}}
 * unless: [{society.vote: borda, society.principal: saez}]
 * </pre>
 */
public final class PlanFile {
    private static final List<String> PARTS =
            List.of("base", "grid", "random", "draws", "draw_seed", "seeds", "first_seed", "given", "unless");
    private static final Set<String> DRAWS = Set.of("uniform", "log_uniform", "choice");

    private final String name;

    private PlanFile(String name) {
        this.name = name;
    }

    /**
     * The plan of a text.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException naming the place and the rule, if it is none
     */
    public static SweepPlan parse(String text, String name) {
        return new PlanFile(name).plan(text);
    }

    private SweepPlan plan(String text) {
        JsonNode root;
        try {
            root = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(text);
        } catch (JsonProcessingException e) {
            throw unfit(
                    "it",
                    "must be YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse("it is not"));
        }
        if (root == null || !root.isObject()) {
            throw unfit("it", "must be a mapping of " + PARTS);
        }
        root.fieldNames().forEachRemaining(part -> {
            if (!PARTS.contains(part)) {
                throw unfit(Shown.of(part), "must be one of " + PARTS + Nearest.to(part, PARTS));
            }
        });
        SweepPlan plan = SweepPlan.of(settings(root.path("base"), "base"))
                .draws((int) whole(root, "draws", 1), whole(root, "draw_seed", 1))
                .seeds(whole(root, "first_seed", 1), (int) whole(root, "seeds", 1));
        for (Map.Entry<String, JsonNode> axis : members(root.path("grid"), "grid")) {
            plan = plan.with(new Axis.Grid(axis.getKey(), texts(axis.getValue(), "grid." + axis.getKey())));
        }
        for (Map.Entry<String, JsonNode> axis : members(root.path("random"), "random")) {
            plan = plan.with(drawn(axis.getKey(), axis.getValue()));
        }
        for (Map.Entry<String, JsonNode> condition : members(root.path("given"), "given")) {
            plan = plan.given(condition.getKey(), settings(condition.getValue(), "given." + condition.getKey()));
        }
        for (JsonNode condition : root.path("unless")) {
            plan = plan.unless(settings(condition, "unless"));
        }
        return plan;
    }

    private Axis drawn(String key, JsonNode node) {
        List<Map.Entry<String, JsonNode>> how = members(node, "random." + key);
        if (how.size() != 1 || !DRAWS.contains(how.get(0).getKey())) {
            throw unfit(
                    "random." + key, "must be {uniform: [low, high]}, {log_uniform: [low, high]} or {choice: [...]}");
        }
        String kind = how.get(0).getKey();
        JsonNode of = how.get(0).getValue();
        if (kind.equals("choice")) {
            return new Axis.Choice(key, texts(of, "random." + key));
        }
        if (!of.isArray() || of.size() != 2 || !number(of.get(0)) || !number(of.get(1))) {
            throw unfit("random." + key, "must have two numbers, low and high");
        }
        return new Axis.Range(
                key,
                Double.parseDouble(of.get(0).asText()),
                Double.parseDouble(of.get(1).asText()),
                kind.equals("log_uniform"));
    }

    /** Jackson takes 1e-4 for a text, as YAML 1.1 does. */
    private static boolean number(JsonNode node) {
        try {
            return Double.isFinite(Double.parseDouble(node.asText()));
        } catch (NumberFormatException no) {
            return false;
        }
    }

    private Map<String, String> settings(JsonNode node, String where) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> setting : members(node, where)) {
            settings.put(setting.getKey(), text(setting.getValue(), where + "." + setting.getKey()));
        }
        return settings;
    }

    private List<Map.Entry<String, JsonNode>> members(JsonNode node, String where) {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isObject()) {
            throw unfit(where, "must be a mapping");
        }
        return new ArrayList<>(node.properties());
    }

    private List<String> texts(JsonNode node, String where) {
        if (!node.isArray()) {
            throw unfit(where, "must be a list of values");
        }
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(text(one, where)));
        return texts;
    }

    /** As it would be typed: a list in brackets. */
    private String text(JsonNode node, String where) {
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(part -> parts.add(text(part, where)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (!node.isValueNode() || node.isNull()) {
            throw unfit(where, "must be a value, or a list of values");
        }
        return node.asText();
    }

    private long whole(JsonNode root, String part, long otherwise) {
        JsonNode node = root.path(part);
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw unfit(part, "must be a whole number");
        }
        return node.asLong();
    }

    private IllegalArgumentException unfit(String where, String rule) {
        return new IllegalArgumentException("plan " + name + ": " + where + " " + rule + ".");
    }
}
