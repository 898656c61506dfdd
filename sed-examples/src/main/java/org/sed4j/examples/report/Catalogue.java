package org.sed4j.examples.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.examples.report.Panels.Panel;

/**
 * The panels and sections that the page knows, in its order; columns that nobody foresaw get panels of their own.
 *
 * <p>A column written {@code apples_#} stands for apples_0, apples_1, ..., and # in its label for the number.
 */
final class Catalogue {
    private Catalogue() {}

    static Map<String, List<String>> sections() {
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
                "market",
                List.of(
                        "The economy",
                        "Coin comes from building houses; wood and stone for them are gathered or bought. Productivity is all"
                                + " coin at an episode's end, equality 1 if all have the same and 0 if one has all."));
        sections.put(
                "skill",
                List.of(
                        "Who earned it",
                        "Players by what a house pays them, the means of an episode: who earns, who pays, who builds."));
        sections.put(
                "players",
                List.of("How the players learned", "One policy that all players share, improved after every rollout."));
        sections.put(
                "principal",
                List.of(
                        "How the principal learned",
                        "Its reward is how much the objective rose during a tax period; it acts once in each."));
        sections.put(
                "leader",
                List.of(
                        "How the leader learned",
                        "In each episode the followers first learn to respond to the leader, and then it is paid."));
        sections.put(
                "incentives",
                List.of(
                        "Incentives",
                        "A designer pays players for what they do, and learns from what they become. Means over episodes that are"
                                + " played to test it, without exploration."));
        sections.put("speed", List.of("Speed", "By the clock of the machine it ran on; no two runs agree on these."));
        sections.put("more", List.of("Everything else", "What the run measured besides."));
        return sections;
    }

    static List<Panel> panels() {
        List<Panel> known = new ArrayList<>();
        known.addAll(SocietyPanels.voteAndLaw());
        known.addAll(SocietyPanels.apples());
        known.addAll(MarketPanels.all());
        known.addAll(LearnerPanels.of("players", "player", "player"));
        known.addAll(LearnerPanels.of("principal", "principal", "principal"));
        known.add(LearnerPanels.leader());
        known.addAll(LearnerPanels.of("leader", "leader", "leader"));
        known.addAll(IncentivePanels.all());
        known.addAll(speed());
        return known;
    }

    private static List<Panel> speed() {
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.of(
                "speed",
                "steps_per_second",
                "Steps per second",
                "steps/s",
                "Living and learning together; an agent step is one player's move.",
                "agent_steps_per_second",
                "agent steps",
                "env_steps_per_second",
                "world steps",
                "steps_per_second",
                "steps"));
        panels.add(Panel.of(
                "speed",
                "seconds",
                "Where the time went",
                "seconds a round",
                "By part of the round.",
                "seconds",
                "whole round",
                "rollout_seconds",
                "living",
                "learn_seconds",
                "learning",
                "principal_seconds",
                "principal"));
        return panels;
    }
}
