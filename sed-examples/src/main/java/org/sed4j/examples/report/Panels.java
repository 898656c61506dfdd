package org.sed4j.examples.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Which columns are drawn together, what they are called and what they mean. */
final class Panels {
    /** More lines than this in one plot cannot be told apart: then the least, the mean and the greatest are drawn. */
    static final int MOST_LINES = 12;

    /** The sections of the page, in order: id, title, what it shows. */
    static final Map<String, List<String>> SECTIONS = Catalogue.sections();

    private static final List<Panel> KNOWN = Catalogue.panels();

    private Panels() {}

    /**
     * One plot.
     *
     * @param section where it stands
     * @param id unique; also the figure's file name
     * @param unit of the numbers; empty if they have none
     * @param about one sentence for a newcomer
     * @param lines label by column, in order
     */
    record Panel(String section, String id, String title, String unit, String about, Map<String, String> lines) {
        /** A panel whose lines are written column, label, column, label, ... */
        static Panel of(
                String section, String id, String title, String unit, String about, String... columnsAndLabels) {
            Map<String, String> lines = new LinkedHashMap<>();
            for (int i = 0; i < columnsAndLabels.length; i += 2) {
                lines.put(columnsAndLabels[i], columnsAndLabels[i + 1]);
            }
            return new Panel(section, id, title, unit, about, lines);
        }
    }

    /**
     * The panels for these columns, every column in one of them.
     *
     * @param metrics columns of metrics.csv but for the round
     * @param timing columns of timing.csv but for the round
     * @param label a better label for a column, or null for the usual one
     */
    static List<Panel> of(Set<String> metrics, Set<String> timing, Map<String, String> label) {
        Set<String> left = new LinkedHashSet<>(metrics);
        left.addAll(timing);
        List<Panel> panels = new ArrayList<>();
        for (Panel known : KNOWN) {
            Map<String, String> lines = matched(known, left);
            if (!lines.isEmpty()) {
                lines.replaceAll((column, usual) -> label.getOrDefault(column, usual));
                panels.add(new Panel(known.section(), known.id(), known.title(), known.unit(), known.about(), lines));
                left.removeAll(lines.keySet());
            }
        }
        Map<String, Map<String, String>> rest = new LinkedHashMap<>();
        for (String column : left) {
            String stem = column.replaceFirst("_[0-9]+$", "");
            rest.computeIfAbsent((timing.contains(column) ? "speed/" : "more/") + stem, s -> new LinkedHashMap<>())
                    .put(column, label.getOrDefault(column, words(column)));
        }
        rest.forEach((stem, lines) -> {
            String section = stem.substring(0, stem.indexOf('/'));
            String name = stem.substring(stem.indexOf('/') + 1);
            panels.add(new Panel(section, name, words(name), "", "", lines));
        });
        return panels;
    }

    private static Map<String, String> matched(Panel known, Set<String> columns) {
        Map<String, String> lines = new LinkedHashMap<>();
        known.lines().forEach((pattern, label) -> {
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
        UnaryOperator<String> capital = s -> s.isEmpty() ? s : Character.toUpperCase(s.charAt(0)) + s.substring(1);
        return capital.apply(column.replace('_', ' '));
    }
}
