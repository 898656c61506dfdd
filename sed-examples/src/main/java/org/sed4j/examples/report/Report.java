package org.sed4j.examples.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;
import org.sed4j.examples.config.ConfigReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run, or the runs of several seeds, as one page to look at and as PNG figures.
 *
 * <p>The page stands alone: style, script and data are in it, and it asks nothing of any network. With several seeds every
 * line is a mean with its 95 % confidence band.
 */
public final class Report {
    private static final Logger LOG = LoggerFactory.getLogger(Report.class);
    /** Points of a line on the page; longer runs are averaged to fewer, and the page says so. */
    private static final int MOST_POINTS = 600;
    /** Digits of a number on the page; the files have all of them. */
    private static final MathContext DIGITS = new MathContext(6);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROUND = "round";

    private final RunFolder folder;
    private final List<Table> metrics = new ArrayList<>();
    private final List<Table> timing = new ArrayList<>();
    private final List<Long> seeds = new ArrayList<>();
    private final Map<String, List<String>> config;
    private final int episode;
    private final int bucket;
    private final double[] rounds;
    private final double[] episodes;

    private Report(RunFolder folder, List<RunFolder> members) throws IOException {
        this.folder = folder;
        int rows = 0;
        for (RunFolder member : members) {
            Table table = Table.read(member.metrics());
            metrics.add(table);
            timing.add(Table.read(member.timing()));
            seeds.add(member.record().seed());
            rows = Math.max(rows, table.rows());
        }
        this.config = ConfigReader.texts(folder.record().config());
        this.episode = episodeLength();
        int least = Math.max(1, (rows + MOST_POINTS - 1) / MOST_POINTS);
        this.bucket = least == 1 ? 1 : Curve.multiple(least, episode);
        double[] numbers = roundNumbers(rows);
        this.rounds = Curve.bucketed(numbers, bucket);
        this.episodes = bucket == 1 && episode > 1 && rows > episode ? Curve.bucketed(numbers, episode) : new double[0];
    }

    /**
     * Writes {@code report.html} and the figures into {@code folder}.
     *
     * @param members the runs to report: the folder itself, or those of its seeds
     * @throws IOException if a table or the replay of a run cannot be read
     */
    public static void write(RunFolder folder, List<RunFolder> members) throws IOException {
        Report report = new Report(folder, members);
        Map<Panels.Panel, List<Curve>> panels = report.panels();
        folder.write(folder.report(), report.page(panels, members));
        Optional<String> obstacle = Figures.obstacle();
        if (obstacle.isPresent()) {
            LOG.warn("No figures were drawn: {}. Maybe fonts are missing: install fontconfig.", obstacle.get());
            return;
        }
        for (Map.Entry<Panels.Panel, List<Curve>> panel : panels.entrySet()) {
            Figures.write(folder.figures(), panel.getKey(), report.rounds, panel.getValue());
        }
    }

    private int episodeLength() {
        String length = String.join("", config.getOrDefault("run.rounds_per_episode", List.of("1")));
        return length.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(length) : 1;
    }

    private double[] roundNumbers(int rows) {
        for (Table table : metrics) {
            if (table.rows() == rows && table.columns().contains(ROUND)) {
                return table.column(ROUND);
            }
        }
        double[] numbers = new double[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private Map<Panels.Panel, List<Curve>> panels() throws IOException {
        Map<Panels.Panel, List<Curve>> panels = new LinkedHashMap<>();
        for (Panels.Panel panel : Panels.of(columns(metrics), columns(timing), labels())) {
            panels.put(panel, curves(panel, bucket));
        }
        return panels;
    }

    private List<Curve> curves(Panels.Panel panel, int points) {
        List<Table> tables =
                columns(metrics).contains(panel.lines().keySet().iterator().next()) ? metrics : timing;
        List<List<double[]>> values = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        panel.lines().forEach((column, label) -> {
            List<double[]> seed = new ArrayList<>();
            tables.forEach(table -> seed.add(table.column(column)));
            values.add(seed);
            curves.add(Curve.of(label, seed, points, episode));
        });
        return curves.size() > Panels.MOST_LINES ? Curve.extremes(values, points, episode) : curves;
    }

    private static Set<String> columns(List<Table> tables) {
        Set<String> columns = new LinkedHashSet<>();
        tables.forEach(table -> columns.addAll(table.columns()));
        columns.remove(ROUND);
        return columns;
    }

    /** Labels that the run gives itself ({@code labels.json}), and brackets by their cut points. */
    private Map<String, String> labels() throws IOException {
        Map<String, String> labels = new LinkedHashMap<>();
        List<String> cuts = config.getOrDefault("tax.brackets", List.of());
        for (int b = 0; b + 1 < cuts.size(); b++) {
            String range = b + 2 == cuts.size() ? "over " + cuts.get(b) : cuts.get(b) + " to " + cuts.get(b + 1);
            labels.put("tax_rate_" + b, range + " apples");
        }
        Path own = folder.labels();
        if (Files.isRegularFile(own)) {
            JSON.readTree(own.toFile())
                    .fields()
                    .forEachRemaining(l -> labels.put(l.getKey(), l.getValue().asText()));
        }
        return labels;
    }

    private String page(Map<Panels.Panel, List<Curve>> panels, List<RunFolder> members) throws IOException {
        String data = JSON.writeValueAsString(model(panels, members)).replace("<", "\\u003c");
        return resource("page.html")
                .replace("{{title}}", escaped(title()))
                .replace("{{style}}", resource("page.css"))
                .replace("{{script}}", resource("chart.js") + resource("replay.js") + resource("page.js"))
                .replace("{{data}}", data);
    }

    private String title() {
        String first = folder.record().config().lines().findFirst().orElse("");
        String study = first.matches("# [^:]+:.*") ? first.substring(2, first.indexOf(':')) : "Run";
        return Panels.words(study.replace('-', '_'));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Map<String, Object> model(Map<Panels.Panel, List<Curve>> panels, List<RunFolder> members)
            throws IOException {
        RunRecord record = folder.record();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", title());
        model.put("seeds", seeds);
        model.put("bucket", bucket);
        model.put("rounds", numbers(rounds));
        model.put("episodes", numbers(episodes));
        model.put("episode", episode);
        model.put("labels", labels());
        model.put("played", metrics.stream().mapToInt(Table::rows).max().orElse(0));
        model.put("ended", members.stream().allMatch(RunFolder::ended));
        model.put("command", record.command());
        model.put("config", record.config());
        model.put("facts", facts(record));
        model.put("sections", sections(panels));
        model.put("replays", replays(members));
        return model;
    }

    private Map<String, Object> facts(RunRecord record) {
        Map<String, Object> facts = new LinkedHashMap<>();
        fact(facts, "players", "world.players");
        fact(facts, "map", "world.map");
        fact(facts, "worlds", "run.worlds");
        fact(facts, "steps a round", "run.steps_per_round");
        fact(facts, "rounds an episode", "run.rounds_per_episode");
        fact(facts, "vote", "vote.rule");
        fact(facts, "principal", "principal.kind");
        facts.put("version", "SED4J " + record.version());
        facts.put("started", record.started().toString());
        facts.put("machine", record.machine().os() + ", " + record.machine().architecture());
        facts.put("cores", record.machine().cores());
        facts.put("Java", record.machine().java());
        facts.put("configuration", record.digest().substring(0, 12));
        return facts;
    }

    private void fact(Map<String, Object> facts, String name, String key) {
        if (config.containsKey(key)) {
            facts.put(name, String.join(", ", config.getOrDefault(key, List.of())));
        }
    }

    private List<Object> sections(Map<Panels.Panel, List<Curve>> panels) {
        List<Object> sections = new ArrayList<>();
        Panels.SECTIONS.forEach((id, texts) -> {
            List<Object> inside = new ArrayList<>();
            panels.forEach((panel, curves) -> {
                if (panel.section().equals(id)) {
                    inside.add(panel(panel, curves));
                }
            });
            if (!inside.isEmpty()) {
                sections.add(Map.of("id", id, "title", texts.get(0), "about", texts.get(1), "panels", inside));
            }
        });
        return sections;
    }

    private Map<String, Object> panel(Panels.Panel panel, List<Curve> curves) {
        List<Curve> coarse = episodes.length > 0 ? curves(panel, episode) : List.of();
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
        return Map.of(
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
    private static List<Object> replays(List<RunFolder> members) throws IOException {
        List<Object> replays = new ArrayList<>();
        for (RunFolder member : members) {
            if (replays.isEmpty() && Files.isRegularFile(member.replay())) {
                JsonNode node = JSON.readTree(member.replay().toFile());
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
}
