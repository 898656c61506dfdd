package org.sed4j.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;
import org.sed4j.core.run.Shown;
import org.sed4j.core.run.TextFile;

/** What the page's script reads: the whole report as maps, lists, texts and numbers. */
final class PageData {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Digits of a number on the page; the files have all of them. */
    private static final MathContext DIGITS = new MathContext(6);

    private final Readings readings;

    private PageData(Readings readings) {
        this.readings = readings;
    }

    /** What the run calls itself, else its folder. */
    static String title(Readings readings) {
        String said = readings.legend.title();
        Path name = readings.folder.root().toAbsolutePath().normalize().getFileName();
        return said.isEmpty() ? Panels.words(name == null ? "run" : name.toString()) : said;
    }

    static Map<String, Object> of(Readings readings, Map<Legend.Panel, List<Curve>> panels) throws IOException {
        return new PageData(readings).model(panels);
    }

    private Map<String, Object> model(Map<Legend.Panel, List<Curve>> panels) throws IOException {
        RunRecord record = readings.folder.record();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", title(readings));
        model.put("seeds", readings.members.stream().map(m -> m.record().seed()).toList());
        model.put("bucket", readings.bucket);
        model.put("rounds", numbers(readings.rounds));
        model.put("episodes", numbers(readings.episodes));
        model.put("episode", readings.episode);
        model.put("cards", readings.legend.cards());
        model.put("labels", readings.legend.labels());
        model.put("played", readings.played);
        model.put("unit", readings.unit);
        model.put("ended", readings.members.stream().allMatch(RunFolder::ended));
        model.put("command", record.command());
        model.put("config", record.config());
        model.put("facts", facts(record));
        model.put("sections", sections(panels));
        model.put("replays", replays(readings.members));
        return model;
    }

    private Map<String, Object> facts(RunRecord record) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.putAll(readings.legend.facts());
        facts.put("version", "SED4J " + record.version());
        if (!record.code().isEmpty()) {
            facts.put("build", record.code().substring(0, 12));
        }
        facts.put("started", record.started().toString());
        facts.put("machine", record.machine().os() + ", " + record.machine().architecture());
        facts.put("cores", record.machine().cores());
        facts.put("Java", record.machine().java());
        facts.put("configuration", record.digest().substring(0, 12));
        return facts;
    }

    private List<Object> sections(Map<Legend.Panel, List<Curve>> panels) {
        List<Object> sections = new ArrayList<>();
        Panels.sections(readings.legend).forEach(section -> {
            List<Object> inside = new ArrayList<>();
            panels.forEach((panel, curves) -> {
                if (panel.section().equals(section.id())) {
                    inside.add(panel(panel, curves));
                }
            });
            if (!inside.isEmpty()) {
                sections.add(Json.object(
                        "id",
                        section.id(),
                        "title",
                        section.title(),
                        "about",
                        section.about(),
                        "brief",
                        section.brief(),
                        "step",
                        section.step(),
                        "panels",
                        inside));
            }
        });
        return sections;
    }

    private Map<String, Object> panel(Legend.Panel panel, List<Curve> curves) {
        List<Curve> coarse = readings.episodes.length > 0 ? readings.curves(panel, readings.episode) : List.of();
        List<Object> lines = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            double[] tenths = {curve.first.mean(), curve.first.halfWidth(), curve.last.mean(), curve.last.halfWidth()};
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("label", curve.label);
            line.put("mean", numbers(curve.mean));
            line.put("half", numbers(curve.half));
            line.put("tenths", numbers(tenths));
            if (!coarse.isEmpty()) {
                line.put("episodeMean", numbers(coarse.get(i).mean));
                line.put("episodeHalf", numbers(coarse.get(i).half));
            }
            lines.add(line);
        }
        return Json.object(
                "id", panel.id(), "title", panel.title(), "unit", panel.unit(), "about", panel.about(), "lines", lines);
    }

    private static List<@Nullable Object> numbers(double[] values) {
        List<@Nullable Object> numbers = new ArrayList<>(values.length);
        for (double value : values) {
            numbers.add(Double.isFinite(value) ? short6(value) : null);
        }
        return numbers;
    }

    private static Object short6(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? (Object) (long) value
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros().doubleValue();
    }

    /** The replays of the first run that has some: one object, a list of them, or a list under "replays". */
    static List<Object> replays(List<RunFolder> members) throws IOException {
        List<Object> replays = new ArrayList<>();
        for (RunFolder member : members) {
            if (replays.isEmpty() && Files.isRegularFile(member.replay())) {
                JsonNode node = replay(member.replay());
                JsonNode list = node.has("replays") ? node.get("replays") : node;
                if (list.isArray()) {
                    list.forEach(replays::add);
                } else {
                    replays.add(list);
                }
            }
        }
        return replays;
    }

    private static JsonNode replay(Path file) throws IOException {
        try {
            return JSON.readTree(TextFile.read(file, TextFile.most()));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw new IOException(
                    "replay (" + file + ") must be JSON: " + Shown.of(String.valueOf(e.getMessage()))
                            + "\nMaybe the file was edited: the run writes it anew if it is deleted.",
                    e);
        }
    }
}
