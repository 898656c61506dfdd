package org.sed4j.examples.applepicking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Legend;
import org.sed4j.core.report.Legend.Panel;
import org.sed4j.examples.report.LearnerPanels;

/** What the numbers of a society mean that votes, is taxed and picks apples. */
final class AppleLegend {
    private AppleLegend() {}

    static Legend of(Config config) {
        return Legend.titled("Apple picking")
                .episodes(config.integer("run.rounds_per_episode"))
                .fact("players", config.shown("world.players"))
                .fact("map", config.shown("world.map"))
                .fact("worlds", config.shown("run.worlds"))
                .fact("steps a round", config.shown("run.steps_per_round"))
                .fact("rounds an episode", config.shown("run.rounds_per_episode"))
                .fact("vote", config.shown("vote.rule"))
                .fact("principal", config.shown("principal.kind"))
                .section(
                        Legend.Section.of(
                                        "vote",
                                        "The vote",
                                        "Before each round the players vote on what the government should maximise. η is the weight on"
                                                + " everybody's total; the rest, 1 − η, weighs the worst-off player.")
                                .step("Vote", "they vote"),
                        vote())
                .section(
                        Legend.Section.of(
                                        "tax",
                                        "The law",
                                        "The principal answers with tax rates, one for each bracket of apples picked in a tax period."
                                                + " What is collected is shared out evenly.")
                                .step("Law", "a law is made"),
                        law())
                .section(
                        Legend.Section.of(
                                        "apples",
                                        "What they lived on",
                                        "Apples picked under those rules, who got them, and what was left on the trees. Apples regrow"
                                                + " only near other apples: take too many, and there are none for anybody.")
                                .step("Life", "they live by it"),
                        apples())
                .section(
                        Legend.Section.of(
                                        "players",
                                        "How the players learned",
                                        "One policy that all players share, improved after every rollout.")
                                .step("Players", "they learn"),
                        LearnerPanels.of("players", "player", "player"))
                .section(
                        Legend.Section.of(
                                        "principal",
                                        "How the principal learned",
                                        "Its reward is how much the objective rose during a tax period; it acts once in each.")
                                .step("Principal", ""),
                        LearnerPanels.of("principal", "principal", "principal"))
                .card("total", "Apples a round")
                .card("minimum", "The worst-off player")
                .card("inequality", "Inequality (Gini)")
                .card("left", "Apples left on trees")
                .card("eta", "Vote: weight η")
                .card("objective", "Objective")
                .labels(brackets(config))
                .labels(labels());
    }

    private static Map<String, String> brackets(Config config) {
        Map<String, String> labels = new LinkedHashMap<>();
        String[] cuts = config.shown("tax.brackets").replaceAll("[\\[\\] ]", "").split(",", -1);
        for (int b = 0; b + 1 < cuts.length; b++) {
            String range = b + 2 == cuts.length ? "over " + cuts[b] : cuts[b] + " to " + cuts[b + 1];
            labels.put("tax_rate_" + b, "rate on " + range + " apples");
            labels.put("law_rate_" + b, "rate on " + range + " apples");
        }
        return labels;
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("apples_total", "apples picked");
        labels.put("apples_left", "apples left");
        return labels;
    }

    private static List<Panel> vote() {
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.of(
                "vote",
                "eta",
                "What the vote asked for",
                "weight, 0 to 1",
                "η = 1 asks for the greatest total, η = 0 for the best lot of the worst-off.",
                "eta",
                "η, weight on the total",
                "votes_mean",
                "mean of the votes"));
        panels.add(Panel.of(
                "vote",
                "objective",
                "How well it was served",
                "objective",
                "The objective that was voted for, measured on what happened in the round.",
                "objective",
                "objective",
                "welfare",
                "objective"));
        panels.add(
                Panel.of("vote", "votes", "The votes", "weight", "What each player reported.", "vote_#", "player #"));
        return panels;
    }

    private static List<Panel> law() {
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.of(
                "tax",
                "tax_rates",
                "Tax rates",
                "fraction, 0 to 1",
                "The marginal rate of each bracket at the round's end; 0.3 takes three tenths of every apple in it.",
                "tax_rate_#",
                "bracket #",
                "rate_cap",
                "highest rate allowed"));
        return panels;
    }

    private static List<Panel> apples() {
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.of(
                "apples",
                "apples_before",
                "Apples picked, before tax",
                "apples a round",
                "What each player picked itself.",
                "apples_#",
                "player #"));
        panels.add(Panel.of(
                "apples",
                "apples_after",
                "Apples kept, after tax",
                "apples a round",
                "What each player had once taxes were paid and shared out.",
                "income_#",
                "player #"));
        panels.add(Panel.of(
                "apples",
                "total",
                "Total",
                "apples a round",
                "All players together: what η = 1 asks for.",
                "apples_total",
                "total"));
        panels.add(Panel.of(
                "apples",
                "minimum",
                "The worst-off",
                "apples a round",
                "The player with the fewest apples: what η = 0 asks for.",
                "apples_min",
                "before tax",
                "income_min",
                "after tax"));
        panels.add(Panel.of(
                "apples",
                "inequality",
                "Inequality",
                "0 to 1",
                "The Gini index is 0 if all have the same and near 1 if one has all.",
                "gini",
                "Gini index, before tax",
                "gini_income",
                "Gini index, after tax",
                "equality",
                "equality"));
        panels.add(Panel.of(
                "apples",
                "shared",
                "Taxes paid and shared out",
                "apples a round",
                "By all players together.",
                "tax_paid",
                "taxes"));
        panels.add(Panel.of(
                "apples",
                "left",
                "Apples left on the trees",
                "apples",
                "At the round's end. At zero the orchard is dead until it is planted anew.",
                "apples_left",
                "apples left"));
        panels.add(Panel.of(
                "apples",
                "conduct",
                "Conduct",
                "a round",
                "Beams fired, and reward from others' apples in view.",
                "zaps",
                "beams fired",
                "social_reward",
                "social reward"));
        return panels;
    }
}
