package org.sed4j.examples.metagrad;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Legend;
import org.sed4j.core.report.Legend.Panel;

/** What the numbers of a designer mean who pays for deeds. */
final class IncentiveLegend {
    private IncentiveLegend() {}

    /** The legend of one of the games: its rows are episodes. */
    static Legend of(Config config) {
        String study = config.schema().study().replace('-', ' ');
        return Legend.titled(Character.toUpperCase(study.charAt(0)) + study.substring(1))
                .fact("designer", config.shown("designer.method"))
                .section(
                        Legend.Section.of(
                                "incentives",
                                "Incentives",
                                "A designer pays players for what they do, and learns from what they become. Means over episodes that are"
                                        + " played to test it, without exploration."),
                        panels())
                .labels(Map.of("round", "episode"));
    }

    private static List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.of(
                "incentives",
                "returns",
                "What the designer gets",
                "reward an episode",
                "All players' rewards without incentives, what they are paid on top, and what is left to the designer where incentives"
                        + " cost it something.",
                "designer_return",
                "designer's return",
                "base_return",
                "rewards without incentives",
                "incentives",
                "incentives paid"));
        panels.add(Panel.of(
                "incentives",
                "paid_per_deed",
                "What a deed is paid",
                "incentive a deed",
                "The mean incentive of each role's deed in a step in which somebody did it; a gap where nobody did.",
                "paid_per_pull",
                "pulling the lever",
                "paid_per_exit",
                "leaving by the open door",
                "paid_per_cleaning",
                "firing the cleaning beam",
                "paid_per_apple",
                "picking an apple"));
        String each = "Times an episode, player by player: who took which role.";
        panels.add(Panel.of("incentives", "pull", "Who pulls the lever", "steps", each, "pull_#", "player #"));
        panels.add(Panel.of("incentives", "exit", "Who leaves", "steps", each, "exit_#", "player #"));
        panels.add(Panel.of("incentives", "cleaning", "Who cleans", "steps", each, "cleaning_#", "player #"));
        panels.add(Panel.of("incentives", "apple", "Who picks", "apples", each, "apple_#", "player #"));
        panels.add(Panel.of(
                "incentives",
                "incentive",
                "Who is paid",
                "incentives an episode",
                "What each player gets from the designer.",
                "incentive_#",
                "player #"));
        return panels;
    }
}
