package org.sed4j.examples.report;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.examples.report.Panels.Panel;

/** The panels of a designer who pays for deeds. */
final class IncentivePanels {
    private IncentivePanels() {}

    static List<Panel> all() {
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
