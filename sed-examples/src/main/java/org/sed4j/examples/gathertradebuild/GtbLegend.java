package org.sed4j.examples.gathertradebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Legend;
import org.sed4j.core.report.Legend.Panel;
import org.sed4j.envs.gtb.BySkill;
import org.sed4j.envs.gtb.GtbKeys;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.examples.report.LearnerPanels;

/** What the numbers of Gather-Trade-Build mean. */
final class GtbLegend {
    private GtbLegend() {}

    static Legend of(Config config) {
        return Legend.titled("Gather trade build")
                .fact("worlds", config.shown("run.worlds"))
                .fact("taxes", config.shown("tax.method"))
                .section(
                        Legend.Section.of(
                                "market",
                                "The economy",
                                "Coin comes from building houses; wood and stone for them are gathered or bought. Productivity is all"
                                        + " coin at an episode's end, equality 1 if all have the same and 0 if one has all."),
                        market())
                .section(
                        Legend.Section.of(
                                "skill",
                                "Who earned it",
                                "Players by what a house pays them, the means of an episode: who earns, who pays, who builds."),
                        bySkill())
                .section(
                        Legend.Section.of(
                                        "players",
                                        "How the players learned",
                                        "One policy that all players share, improved after every rollout.")
                                .step("Players", ""),
                        LearnerPanels.of("players", "player", "player"))
                .section(
                        Legend.Section.of(
                                        "principal",
                                        "How the principal learned",
                                        "Its reward is how much the objective rose during a tax period; it acts once in each.")
                                .step("Principal", ""),
                        LearnerPanels.of("principal", "principal", "principal"))
                .labels(labels(GtbKeys.rules(config)));
    }

    /** What numbered columns are called: rates by their brackets, and whose income it is. */
    private static Map<String, String> labels(GtbRules rules) {
        Map<String, String> labels = BySkill.labels(rules.players());
        List<Double> cuts = rules.brackets().cuts();
        for (int b = 0; b + 1 < cuts.size(); b++) {
            String range = b + 2 == cuts.size() ? "over " + cuts.get(b) : cuts.get(b) + " to " + cuts.get(b + 1);
            labels.put("marginal_rate_" + b, range + " coin");
            labels.put("law_rate_" + b, "rate on " + range + " coin");
        }
        return labels;
    }

    private static List<Panel> market() {
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.of(
                "market",
                "welfare_at_end",
                "Welfare at the end",
                "coin",
                "Equality times mean coin when the episode ends: the released code's measure.",
                "welfare_at_end",
                "equality x mean coin"));
        panels.add(Panel.of(
                "market",
                "welfare_summed",
                "Welfare, summed",
                "coin steps",
                "Equality times all coin, added up over the steps of an episode: the paper's measure.",
                "welfare_summed",
                "sum of equality x productivity"));
        panels.add(Panel.of(
                "market",
                "productivity",
                "Productivity",
                "coin",
                "All coin at the episode's end.",
                "productivity",
                "productivity"));
        panels.add(Panel.of(
                "market",
                "fairness",
                "Equality and inequality",
                "0 to 1",
                "Equality of coin at the end, and the Gini index there would be had no tax been moved.",
                "equality_of_coin",
                "equality",
                "gini_before_tax",
                "Gini index before redistribution"));
        panels.add(Panel.of(
                "market",
                "marginal_rates",
                "Marginal rates",
                "fraction",
                "The rate of each bracket of a period's income, averaged over the episode.",
                "marginal_rate_#",
                "bracket #",
                "highest_rate_allowed",
                "highest rate allowed"));
        panels.add(Panel.of(
                "market",
                "work",
                "Work and trade",
                "an episode",
                "By all players together.",
                "houses",
                "houses",
                "trades",
                "trades",
                "stone_gathered",
                "stone gathered",
                "wood_gathered",
                "wood gathered"));
        panels.add(Panel.of(
                "market",
                "price",
                "Prices",
                "coin",
                "Mean over an episode's trades in a good; no point where there were none.",
                "stone_price",
                "stone",
                "wood_price",
                "wood"));
        panels.add(Panel.of(
                "market",
                "collected",
                "Taxes collected",
                "coin an episode",
                "All of it is shared out evenly.",
                "tax_collected",
                "taxes"));
        panels.add(Panel.of("market", "labour", "Labour", "an episode", "Of all players.", "labour", "labour"));
        return panels;
    }

    private static List<Panel> bySkill() {
        String unit = "coin an episode";
        return List.of(
                skill(
                        "income_before_tax",
                        "Income by skill, before taxes",
                        unit,
                        "Coin earned in all periods, as it is taxed."),
                skill(
                        "income_after_tax",
                        "Income by skill, after redistribution",
                        unit,
                        "The same, less taxes, plus transfers."),
                skill("tax_paid", "Taxes paid, by skill", unit, "What each paid; transfers are alike for all."),
                skill("houses", "Houses built, by skill", "an episode", "Each pays its builder by skill."),
                skill(
                        "labour",
                        "Labour, by skill",
                        "an episode",
                        "What each spent on walking, gathering, trading, building."));
    }

    private static Panel skill(String stem, String title, String unit, String about) {
        return Panel.of("skill", stem + "_by_skill", title, unit, about, stem + "_skill_#", "skill #");
    }
}
