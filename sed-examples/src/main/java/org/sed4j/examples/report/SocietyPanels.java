package org.sed4j.examples.report;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.examples.report.Panels.Panel;

/** The panels of a society that votes, is taxed and picks apples. */
final class SocietyPanels {
    private SocietyPanels() {}

    /** The vote and the rates. */
    static List<Panel> voteAndLaw() {
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.of(
                "vote",
                "eta",
                "What the vote asked for",
                "weight",
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
        panels.add(Panel.of(
                "tax",
                "tax_rates",
                "Tax rates",
                "fraction",
                "The marginal rate of each bracket at the round's end; 0.3 takes three tenths of every apple in it.",
                "tax_rate_#",
                "bracket #",
                "rate_cap",
                "highest rate allowed"));
        return panels;
    }

    /** What it lives on. */
    static List<Panel> apples() {
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
