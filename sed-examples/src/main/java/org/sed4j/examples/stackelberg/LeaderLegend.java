package org.sed4j.examples.stackelberg;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Legend;
import org.sed4j.core.report.Legend.Panel;
import org.sed4j.examples.report.LearnerPanels;

/** What the numbers of a leader mean. */
final class LeaderLegend {
    private LeaderLegend() {}

    static Legend of(Config config) {
        List<Panel> panels = new ArrayList<>();
        panels.add(leader());
        panels.addAll(LearnerPanels.of("leader", "leader", "leader"));
        return Legend.titled("Stackelberg")
                .fact("setting", config.shown("game.setting"))
                .section(
                        Legend.Section.of(
                                "leader",
                                "How the leader learned",
                                "In each episode the followers first learn to respond to the leader, and then it is paid."),
                        panels);
    }

    /** What a leader gets. */
    private static Panel leader() {
        return Panel.of(
                "leader",
                "leader_value",
                "What the leader gets",
                "the game's units",
                "Exact: its likeliest actions against followers that have converged. Return: its actions drawn, followers as in"
                        + " training.",
                "leader_exact",
                "exact value",
                "leader_return",
                "return",
                "leader_optimum",
                "optimum");
    }
}
