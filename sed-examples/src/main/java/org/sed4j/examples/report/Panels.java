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
    static final Map<String, List<String>> SECTIONS = sections();

    private static final List<Known> KNOWN = known();

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
    record Panel(String section, String id, String title, String unit, String about, Map<String, String> lines) {}

    /** A panel that is drawn if one of its columns is there; {@code apples_#} stands for apples_0, apples_1, ...; numbers are those of the columns. */
    private record Known(
            String section, String id, String title, String unit, String about, Map<String, String> lines) {}

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put(
                "vote",
                List.of(
                        "The vote",
                        "Before each round the players vote on what the government should maximise. η is the weight on"
                                + " everybody's total; the rest, 1 − η, weighs the worst-off player."));
        sections.put(
                "tax",
                List.of(
                        "The law",
                        "The principal answers with tax rates, one for each bracket of apples picked in a tax period."
                                + " What is collected is shared out evenly."));
        sections.put(
                "apples",
                List.of(
                        "What they lived on",
                        "Apples picked under those rules, who got them, and what was left on the trees. Apples regrow"
                                + " only near other apples: take too many, and there are none for anybody."));
        sections.put(
                "players",
                List.of("How the players learned", "One policy that all players share, improved after every rollout."));
        sections.put(
                "principal",
                List.of(
                        "How the principal learned",
                        "Its reward is how much the objective rose during a tax period; it acts once in each."));
        sections.put("speed", List.of("Speed", "By the clock of the machine it ran on; no two runs agree on these."));
        sections.put("more", List.of("Everything else", "What the run measured besides."));
        return sections;
    }

    private static List<Known> known() {
        List<Known> known = new ArrayList<>();
        known.add(new Known(
                "vote",
                "eta",
                "What the vote asked for",
                "weight",
                "η = 1 asks for the greatest total, η = 0 for the best lot of the worst-off.",
                lines("eta", "η, weight on the total", "votes_mean", "mean of the votes")));
        known.add(new Known(
                "vote",
                "objective",
                "How well it was served",
                "objective",
                "The objective that was voted for, measured on what happened in the round.",
                lines("objective", "objective", "welfare", "objective")));
        known.add(new Known(
                "vote", "votes", "The votes", "weight", "What each player reported.", lines("vote_#", "player #")));
        known.add(new Known(
                "tax",
                "tax_rates",
                "Tax rates",
                "fraction",
                "The marginal rate of each bracket at the round's end; 0.3 takes three tenths of every apple in it.",
                lines("tax_rate_#", "bracket #", "rate_cap", "highest rate allowed")));
        known.add(new Known(
                "apples",
                "apples_before",
                "Apples picked, before tax",
                "apples a round",
                "What each player picked itself.",
                lines("apples_#", "player #")));
        known.add(new Known(
                "apples",
                "apples_after",
                "Apples kept, after tax",
                "apples a round",
                "What each player had once taxes were paid and shared out.",
                lines("income_#", "player #")));
        known.add(new Known(
                "apples",
                "total",
                "Total",
                "apples a round",
                "All players together: what η = 1 asks for.",
                lines("apples_total", "total")));
        known.add(new Known(
                "apples",
                "minimum",
                "The worst-off",
                "apples a round",
                "The player with the fewest apples: what η = 0 asks for.",
                lines("apples_min", "before tax", "income_min", "after tax")));
        known.add(new Known(
                "apples",
                "inequality",
                "Inequality",
                "0 to 1",
                "The Gini index is 0 if all have the same and near 1 if one has all.",
                lines(
                        "gini",
                        "Gini index, before tax",
                        "gini_income",
                        "Gini index, after tax",
                        "equality",
                        "equality")));
        known.add(new Known(
                "apples",
                "shared",
                "Taxes paid and shared out",
                "apples a round",
                "By all players together.",
                lines("tax_paid", "taxes")));
        known.add(new Known(
                "apples",
                "left",
                "Apples left on the trees",
                "apples",
                "At the round's end. At zero the orchard is dead until it is planted anew.",
                lines("apples_left", "apples left")));
        known.add(new Known(
                "apples",
                "conduct",
                "Conduct",
                "a round",
                "Beams fired, and reward from others' apples in view.",
                lines("zaps", "beams fired", "social_reward", "social reward")));
        learner(known, "players", "player", "player");
        learner(known, "principal", "principal", "principal");
        known.add(new Known(
                "speed",
                "steps_per_second",
                "Steps per second",
                "steps/s",
                "Living and learning together; an agent step is one player's move.",
                lines(
                        "agent_steps_per_second",
                        "agent steps",
                        "env_steps_per_second",
                        "world steps",
                        "steps_per_second",
                        "steps")));
        known.add(new Known(
                "speed",
                "seconds",
                "Where the time went",
                "seconds a round",
                "By part of the round.",
                lines(
                        "seconds",
                        "whole round",
                        "rollout_seconds",
                        "living",
                        "learn_seconds",
                        "learning",
                        "principal_seconds",
                        "principal")));
        return known;
    }

    private static void learner(List<Known> known, String section, String prefix, String who) {
        String p = prefix + "_";
        known.add(new Known(
                section,
                p + "return",
                "Return",
                "reward a round",
                "What it learns to raise, before discounting.",
                lines(p + "return_mean", "mean over players", p + "return", "return")));
        known.add(new Known(
                section,
                p + "losses",
                "Losses",
                "",
                "What the updates descend; a policy loss near zero is normal.",
                lines(p + "policy_loss", "policy loss", p + "value_loss", "value loss")));
        known.add(new Known(
                section,
                p + "entropy",
                "Entropy",
                "nats",
                "How undecided the " + who + "'s policy is; it falls as the policy makes up its mind.",
                lines(p + "entropy", "entropy")));
        known.add(new Known(
                section,
                p + "kl",
                "Change of the policy",
                "nats",
                "KL divergence from the policy before each update: small steps are safe steps.",
                lines(p + "kl", "KL divergence")));
        known.add(new Known(
                section,
                p + "clip",
                "Clipped samples",
                "fraction",
                "How many samples pushed the policy as far as an update may go.",
                lines(p + "clip_fraction", "clip fraction")));
        known.add(new Known(
                section,
                p + "explained",
                "Explained variance",
                "fraction",
                "How well returns are foreseen: 1 is perfectly, 0 no better than their mean.",
                lines(p + "explained_variance", "explained variance")));
        known.add(new Known(
                section,
                p + "rate",
                "Learning rate",
                "",
                "The step size of the updates.",
                lines(p + "learning_rate", "learning rate")));
    }

    private static Map<String, String> lines(String... columnsAndLabels) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndLabels.length; i += 2) {
            lines.put(columnsAndLabels[i], columnsAndLabels[i + 1]);
        }
        return lines;
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
        for (Known known : KNOWN) {
            Map<String, String> lines = matched(known, left);
            if (!lines.isEmpty()) {
                lines.replaceAll((column, usual) -> label.getOrDefault(column, usual));
                panels.add(new Panel(known.section, known.id, known.title, known.unit, known.about, lines));
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

    private static Map<String, String> matched(Known known, Set<String> columns) {
        Map<String, String> lines = new LinkedHashMap<>();
        known.lines.forEach((pattern, label) -> {
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
