package org.sed4j.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the numbers of a run mean, said by the run itself: its name, what its rows count, which columns are drawn together and what
 * they are called. It lies in the run's folder ({@code labels.json}), so that a report knows no study. Immutable.
 *
 * <p>Columns that no panel names are drawn all the same, under their own names, those that differ in a last number together.
 *
 * @param title of the report; the folder's name if empty
 * @param episode rows an episode: curves are shown by episodes too; 1 if rows within one do not differ
 * @param facts what is worth knowing at a glance, by name, such as players: 7
 * @param sections of the report, in order
 * @param panels in order
 * @param cards names of numbers shown at the top, by the panel whose first line they are
 * @param labels better names of columns, over those in panels; that of the column round is what rows count
 */
public record Legend(
        String title,
        int episode,
        Map<String, String> facts,
        List<Section> sections,
        List<Panel> panels,
        Map<String, String> cards,
        Map<String, String> labels) {
    /** The column that counts rows. */
    static final String ROUND = "round";

    /** A legend that says nothing. */
    public static final Legend NONE = new Legend("", 1, Map.of(), List.of(), List.of(), Map.of(), Map.of());

    public Legend {
        if (episode < 1) {
            throw new IllegalArgumentException(
                    "rows an episode (" + episode + ") must be at least 1.\nMaybe there are none: leave it at 1.");
        }
        facts = new LinkedHashMap<>(facts);
        sections = List.copyOf(sections);
        panels = List.copyOf(panels);
        cards = new LinkedHashMap<>(cards);
        labels = new LinkedHashMap<>(labels);
    }

    /**
     * A part of the report.
     *
     * @param id that panels name
     * @param about a sentence or two for a newcomer
     * @param brief its name where there is little room
     * @param step what happens there in each round, such as "they vote": three or more such are shown as a ring; may be empty
     */
    public record Section(String id, String title, String about, String brief, String step) {
        /** A section that is no step of a ring. */
        public static Section of(String id, String title, String about) {
            return new Section(id, title, about, title, "");
        }

        /** This section with a short name, and what happens there. */
        public Section step(String shortly, String what) {
            return new Section(id, title, about, shortly, what);
        }
    }

    /**
     * One plot.
     *
     * @param section the id of the section it stands in
     * @param id unique; the figure's file is named after it
     * @param unit of the numbers; empty if they have none; one that ends with "0 to 1" is shown over that whole range
     * @param about one sentence for a newcomer
     * @param lines label by column, in order; a column {@code apples_#} stands for apples_0, apples_1, ..., and # in its label for
     *     the number
     */
    public record Panel(String section, String id, String title, String unit, String about, Map<String, String> lines) {
        public Panel {
            lines = new LinkedHashMap<>(lines);
        }

        /** A panel whose lines are written column, label, column, label, ... */
        public static Panel of(
                String section, String id, String title, String unit, String about, String... columnsAndLabels) {
            Map<String, String> lines = new LinkedHashMap<>();
            for (int i = 0; i < columnsAndLabels.length; i += 2) {
                lines.put(columnsAndLabels[i], columnsAndLabels[i + 1]);
            }
            return new Panel(section, id, title, unit, about, lines);
        }

        @Override
        public Map<String, String> lines() {
            return new LinkedHashMap<>(lines);
        }
    }

    /** A legend with that title. */
    public static Legend titled(String title) {
        return new Legend(title, 1, Map.of(), List.of(), List.of(), Map.of(), Map.of());
    }

    /** This legend with so many rows an episode. */
    public Legend episodes(int rows) {
        return new Legend(title, rows, facts, sections, panels, cards, labels);
    }

    /** This legend with one more fact. */
    public Legend fact(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Legend(title, episode, more, sections, panels, cards, labels);
    }

    /** This legend with a section more, and its panels. */
    public Legend section(Section section, List<Panel> inside) {
        List<Section> more = new ArrayList<>(sections);
        more.add(section);
        List<Panel> all = new ArrayList<>(panels);
        all.addAll(inside);
        return new Legend(title, episode, facts, more, all, cards, labels);
    }

    /** This legend with better names of columns. */
    public Legend labels(Map<String, String> byColumn) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.putAll(byColumn);
        return new Legend(title, episode, facts, sections, panels, cards, more);
    }

    /** This legend with a number more at the top: the last tenth's mean of a panel's first line. */
    public Legend card(String panel, String name) {
        Map<String, String> more = new LinkedHashMap<>(cards);
        more.put(panel, name);
        return new Legend(title, episode, facts, sections, panels, more, labels);
    }

    @Override
    public Map<String, String> facts() {
        return new LinkedHashMap<>(facts);
    }

    @Override
    public Map<String, String> cards() {
        return new LinkedHashMap<>(cards);
    }

    @Override
    public Map<String, String> labels() {
        return new LinkedHashMap<>(labels);
    }

    /** What rows count. */
    String unit() {
        return labels.getOrDefault(ROUND, ROUND);
    }

    /** As {@code labels.json} holds it. */
    public String json() {
        return LegendFile.json(this);
    }
}
