package org.sed4j.core.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sed4j.core.report.Legend.Panel;
import org.sed4j.core.report.Legend.Section;

/** Which columns are drawn together: as the run's legend says, and the rest by their names. */
final class Panels {
    /** More lines than this in one plot cannot be told apart: then the least, the mean and the greatest are drawn. */
    static final int MOST_LINES = 12;

    private static final String SPEED = "speed";
    private static final String MORE = "more";
    private static final List<Section> LAST = List.of(
            Section.of(SPEED, "Speed", "By the clock of the machine it ran on; no two runs agree on these."),
            Section.of(MORE, "Everything else", "What the run measured besides.")
                    .step("More", ""));
    /** What every run's timing.csv holds. */
    private static final List<Panel> CLOCK = List.of(
            Panel.of(
                    SPEED,
                    "steps_per_second",
                    "Steps per second",
                    "steps/s",
                    "Living and learning together; an agent step is one player's move.",
                    "agent_steps_per_second",
                    "agent steps",
                    "steps_per_second",
                    "steps"),
            Panel.of(
                    SPEED,
                    "seconds",
                    "Where the time went",
                    "seconds",
                    "For all that lies between two rows.",
                    "seconds",
                    "seconds a row"));

    private Panels() {}

    /** The sections of a report, in order: those of the legend, then speed and everything else. */
    static List<Section> sections(Legend legend) {
        List<Section> sections = new ArrayList<>(legend.sections());
        sections.removeIf(s -> s.id().equals(SPEED) || s.id().equals(MORE));
        sections.addAll(LAST);
        return sections;
    }

    /**
     * The panels for these columns, every column in one of them.
     *
     * @param metrics columns of metrics.csv but for the round
     * @param timing columns of timing.csv but for the round
     */
    static List<Panel> of(Legend legend, Set<String> metrics, Set<String> timing) {
        Set<String> ids = new HashSet<>();
        legend.sections().forEach(section -> ids.add(section.id()));
        Set<String> left = new LinkedHashSet<>(metrics);
        List<Panel> panels = new ArrayList<>();
        for (Panel said : legend.panels()) {
            String section = ids.contains(said.section()) ? said.section() : MORE;
            take(
                    new Panel(section, said.id(), said.title(), said.unit(), said.about(), said.lines()),
                    legend,
                    left,
                    panels);
        }
        grouped(MORE, left, legend, panels);
        Set<String> clock = new LinkedHashSet<>(timing);
        clock.removeAll(metrics);
        CLOCK.forEach(panel -> take(panel, legend, clock, panels));
        grouped(SPEED, clock, legend, panels);
        return distinct(panels);
    }

    private static void take(Panel panel, Legend legend, Set<String> left, List<Panel> panels) {
        Map<String, String> lines = matched(panel, left);
        if (!lines.isEmpty()) {
            lines.replaceAll((column, usual) -> legend.labels().getOrDefault(column, usual));
            panels.add(new Panel(panel.section(), panel.id(), panel.title(), panel.unit(), panel.about(), lines));
            left.removeAll(lines.keySet());
        }
    }

    /** Columns under their own names, those together that differ in a last number only. */
    private static void grouped(String section, Set<String> left, Legend legend, List<Panel> panels) {
        Map<String, Map<String, String>> stems = new LinkedHashMap<>();
        for (String column : left) {
            stems.computeIfAbsent(column.replaceFirst("_[0-9]+$", ""), s -> new LinkedHashMap<>())
                    .put(column, legend.labels().getOrDefault(column, words(column)));
        }
        stems.forEach((stem, lines) -> panels.add(new Panel(section, stem, words(stem), "", "", lines)));
    }

    /** Panels whose ids, which become names of files, are all different. */
    private static List<Panel> distinct(List<Panel> panels) {
        Set<String> met = new HashSet<>();
        List<Panel> distinct = new ArrayList<>();
        for (Panel p : panels) {
            String id = p.id();
            for (int n = 2; !met.add(id); n++) {
                id = p.id() + "-" + n;
            }
            distinct.add(new Panel(p.section(), id, p.title(), p.unit(), p.about(), p.lines()));
        }
        return distinct;
    }

    private static Map<String, String> matched(Panel panel, Set<String> columns) {
        Map<String, String> lines = new LinkedHashMap<>();
        panel.lines().forEach((pattern, label) -> {
            if (!pattern.endsWith("#")) {
                if (columns.contains(pattern)) {
                    lines.put(pattern, label);
                }
                return;
            }
            String stem = pattern.substring(0, pattern.length() - 1);
            Map<Integer, String> numbered = new TreeMap<>();
            for (String column : columns) {
                if (column.startsWith(stem) && column.substring(stem.length()).matches("[0-9]{1,6}")) {
                    numbered.put(Integer.valueOf(column.substring(stem.length())), column);
                }
            }
            numbered.forEach((n, column) -> lines.put(column, label.replace("#", Integer.toString(n))));
        });
        return lines;
    }

    /** A column's name as words. */
    static String words(String column) {
        String words = column.replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
