package org.sed4j.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.TextFile;

/**
 * Legends as files: {@code labels.json} is one object with a {@code sed4j_legend}, or plainly labels by column.
 *
 * <p>A file may come from a stranger: what it says is text for the page, and nothing else.
 */
final class LegendFile {
    /** Which members there are. */
    private static final int FORMAT = 1;
    /** More than a person would write. */
    private static final int MOST_BYTES = 1 << 24;

    private static final ObjectMapper JSON = new ObjectMapper();

    private LegendFile() {}

    static String json(Legend legend) {
        List<Object> sections = new ArrayList<>();
        legend.sections()
                .forEach(s -> sections.add(Json.object(
                        "id", s.id(), "title", s.title(), "about", s.about(), "brief", s.brief(), "step", s.step())));
        List<Object> panels = new ArrayList<>();
        legend.panels()
                .forEach(p -> panels.add(Json.object(
                        "section",
                        p.section(),
                        "id",
                        p.id(),
                        "title",
                        p.title(),
                        "unit",
                        p.unit(),
                        "about",
                        p.about(),
                        "lines",
                        p.lines())));
        return Json.line(Json.object(
                "sed4j_legend",
                FORMAT,
                "title",
                legend.title(),
                "episode",
                legend.episode(),
                "facts",
                legend.facts(),
                "sections",
                sections,
                "panels",
                panels,
                "cards",
                legend.cards(),
                "labels",
                legend.labels()));
    }

    /**
     * The legend of a study: of the first of its runs that has one, with the labels of all, and over them its own.
     *
     * @throws IOException if a file cannot be read; the message names it
     */
    static Legend of(RunFolder study, List<RunFolder> members) throws IOException {
        Legend legend = Legend.NONE;
        List<RunFolder> all = new ArrayList<>(members);
        all.add(study);
        for (RunFolder folder : all) {
            if (Files.isRegularFile(folder.labels())) {
                Legend read = read(folder.labels());
                boolean first = legend.panels().isEmpty() && legend.title().isEmpty();
                legend = first ? read.labels(merged(legend, read)) : legend.labels(read.labels());
            }
        }
        return legend;
    }

    private static Map<String, String> merged(Legend before, Legend read) {
        Map<String, String> labels = before.labels();
        labels.putAll(read.labels());
        return labels;
    }

    static Legend read(Path file) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(TextFile.read(file, MOST_BYTES));
        } catch (IllegalArgumentException e) {
            throw refused(file, "be readable, and is not: " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw refused(file, "be JSON, and is not at line " + e.getLocation().getLineNr(), e);
        }
        if (!root.isObject()) {
            throw refused(file, "hold one JSON object", null);
        }
        if (!root.has("sed4j_legend")) {
            return Legend.NONE.labels(texts(root, file, "labels"));
        }
        if (root.path("sed4j_legend").asInt() != FORMAT) {
            throw refused(file, "have the format " + FORMAT, null);
        }
        List<Legend.Section> sections = new ArrayList<>();
        for (JsonNode s : list(root, "sections", file)) {
            sections.add(new Legend.Section(
                    text(s, "id", file),
                    text(s, "title", file),
                    text(s, "about", file),
                    text(s, "brief", file),
                    text(s, "step", file)));
        }
        List<Legend.Panel> panels = new ArrayList<>();
        for (JsonNode p : list(root, "panels", file)) {
            panels.add(new Legend.Panel(
                    text(p, "section", file),
                    text(p, "id", file),
                    text(p, "title", file),
                    text(p, "unit", file),
                    text(p, "about", file),
                    texts(p.path("lines"), file, "lines")));
        }
        int episode = root.path("episode").asInt(1);
        if (episode < 1) {
            throw refused(file, "have an episode of at least 1", null);
        }
        return new Legend(
                text(root, "title", file),
                episode,
                texts(root.path("facts"), file, "facts"),
                sections,
                panels,
                texts(root.path("cards"), file, "cards"),
                texts(root.path("labels"), file, "labels"));
    }

    private static Iterable<JsonNode> list(JsonNode node, String name, Path file) throws IOException {
        JsonNode list = node.path(name);
        if (!list.isArray()) {
            throw refused(file, "have a list of " + name, null);
        }
        return list;
    }

    private static String text(JsonNode node, String name, Path file) throws IOException {
        JsonNode text = node.path(name);
        if (!text.isTextual()) {
            throw refused(file, "have a text for " + name, null);
        }
        return text.asText();
    }

    private static Map<String, String> texts(JsonNode node, Path file, String what) throws IOException {
        if (!node.isObject()) {
            throw refused(file, "have " + what + " by name", null);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!member.getValue().isTextual()) {
                throw refused(file, "have a text for " + member.getKey(), null);
            }
            texts.put(member.getKey(), member.getValue().asText());
        }
        return texts;
    }

    private static IOException refused(Path file, String rule, @org.jspecify.annotations.Nullable Throwable why) {
        return new IOException(
                "labels (" + file + ") must " + rule
                        + ".\nMaybe the file was edited: the run writes it anew if it is deleted.",
                why);
    }
}
