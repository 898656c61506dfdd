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
        voteAndLaw(known);
        apples(known);
        market(known);
        learner(known, "players", "player", "player");
        learner(known, "principal", "principal", "principal");
        known.add(new Panel(
                "leader",
                "leader_value",
                "What the leader gets",
                "the game's units",
                "Exact: its likeliest actions against followers that have converged. Return: its actions drawn, followers as in"
                        + " training.",
                lines("leader_exact", "exact value", "leader_return", "return", "leader_optimum", "optimum")));
        learner(known, "leader", "leader", "leader");
        incentives(known);
        speed(known);
        return known;
    }

    private static void incentives(List<Panel> known) {
        known.add(new Panel(
                "incentives",
                "returns",
                "What the designer gets",
                "reward an episode",
                "All players' rewards without incentives, what they are paid on top, and what is left to the designer where incentives"
                        + " cost it something.",
                lines(
                        "designer_return",
                        "designer's return",
                        "base_return",
                        "rewards without incentives",
                        "incentives",
                        "incentives paid")));
        known.add(new Panel(
                "incentives",
                "paid_per_deed",
                "What a deed is paid",
                "incentive a deed",
                "The mean incentive of each role's deed in a step in which somebody did it; a gap where nobody did.",
                lines(
                        "paid_per_pull",
                        "pulling the lever",
                        "paid_per_exit",
                        "leaving by the open door",
                        "paid_per_cleaning",
                        "firing the cleaning beam",
                        "paid_per_apple",
                        "picking an apple")));
        String each = "Times an episode, player by player: who took which role.";
        known.add(new Panel("incentives", "pull", "Who pulls the lever", "steps", each, lines("pull_#", "player #")));
        known.add(new Panel("incentives", "exit", "Who leaves", "steps", each, lines("exit_#", "player #")));
        known.add(new Panel("incentives", "cleaning", "Who cleans", "steps", each, lines("cleaning_#", "player #")));
        known.add(new Panel("incentives", "apple", "Who picks", "apples", each, lines("apple_#", "player #")));
        known.add(new Panel(
                "incentives",
                "incentive",
                "Who is paid",
                "incentives an episode",
                "What each player gets from the designer.",
                lines("incentive_#", "player #")));
    }

    private static void voteAndLaw(List<Panel> known) {
        known.add(new Panel(
                "vote",
                "eta",
                "What the vote asked for",
                "weight",
                "η = 1 asks for the greatest total, η = 0 for the best lot of the worst-off.",
                lines("eta", "η, weight on the total", "votes_mean", "mean of the votes")));
        known.add(new Panel(
                "vote",
                "objective",
                "How well it was served",
                "objective",
                "The objective that was voted for, measured on what happened in the round.",
                lines("objective", "objective", "welfare", "objective")));
        known.add(new Panel(
                "vote", "votes", "The votes", "weight", "What each player reported.", lines("vote_#", "player #")));
        known.add(new Panel(
                "tax",
                "tax_rates",
                "Tax rates",
                "fraction",
                "The marginal rate of each bracket at the round's end; 0.3 takes three tenths of every apple in it.",
                lines("tax_rate_#", "bracket #", "rate_cap", "highest rate allowed")));
    }

    private static void apples(List<Panel> known) {
        known.add(new Panel(
                "apples",
                "apples_before",
                "Apples picked, before tax",
                "apples a round",
                "What each player picked itself.",
                lines("apples_#", "player #")));
        known.add(new Panel(
                "apples",
                "apples_after",
                "Apples kept, after tax",
                "apples a round",
                "What each player had once taxes were paid and shared out.",
                lines("income_#", "player #")));
        known.add(new Panel(
                "apples",
                "total",
                "Total",
                "apples a round",
                "All players together: what η = 1 asks for.",
                lines("apples_total", "total")));
        known.add(new Panel(
                "apples",
                "minimum",
                "The worst-off",
                "apples a round",
                "The player with the fewest apples: what η = 0 asks for.",
                lines("apples_min", "before tax", "income_min", "after tax")));
        known.add(new Panel(
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
        known.add(new Panel(
                "apples",
                "shared",
                "Taxes paid and shared out",
                "apples a round",
                "By all players together.",
                lines("tax_paid", "taxes")));
        known.add(new Panel(
                "apples",
                "left",
                "Apples left on the trees",
                "apples",
                "At the round's end. At zero the orchard is dead until it is planted anew.",
                lines("apples_left", "apples left")));
        known.add(new Panel(
                "apples",
                "conduct",
                "Conduct",
                "a round",
                "Beams fired, and reward from others' apples in view.",
                lines("zaps", "beams fired", "social_reward", "social reward")));
    }

    private static void market(List<Panel> known) {
        known.add(new Panel(
                "market",
                "welfare_at_end",
                "Welfare at the end",
                "coin",
                "Equality times mean coin when the episode ends: the released code's measure.",
                lines("welfare_at_end", "equality x mean coin")));
        known.add(new Panel(
                "market",
                "welfare_summed",
                "Welfare, summed",
                "coin steps",
                "Equality times all coin, added up over the steps of an episode: the paper's measure.",
                lines("welfare_summed", "sum of equality x productivity")));
        known.add(new Panel(
                "market",
                "productivity",
                "Productivity",
                "coin",
                "All coin at the episode's end.",
                lines("productivity", "productivity")));
        known.add(new Panel(
                "market",
                "fairness",
                "Equality and inequality",
                "0 to 1",
                "Equality of coin at the end, and the Gini index there would be had no tax been moved.",
                lines("equality_of_coin", "equality", "gini_before_tax", "Gini index before redistribution")));
        known.add(new Panel(
                "market",
                "marginal_rates",
                "Marginal rates",
                "fraction",
                "The rate of each bracket of a period's income, averaged over the episode.",
                lines("marginal_rate_#", "bracket #", "highest_rate_allowed", "highest rate allowed")));
        known.add(new Panel(
                "market",
                "work",
                "Work and trade",
                "an episode",
                "By all players together.",
                lines(
                        "houses",
                        "houses",
                        "trades",
                        "trades",
                        "stone_gathered",
                        "stone gathered",
                        "wood_gathered",
                        "wood gathered")));
        known.add(new Panel(
                "market",
                "price",
                "Price",
                "coin",
                "Mean price of a trade, stone and wood together.",
                lines("price", "price")));
        known.add(new Panel(
                "market",
                "collected",
                "Taxes collected",
                "coin an episode",
                "All of it is shared out evenly.",
                lines("tax_collected", "taxes")));
        known.add(new Panel("market", "labour", "Labour", "an episode", "Of all players.", lines("labour", "labour")));
    }

    private static void speed(List<Panel> known) {
        known.add(new Panel(
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
        known.add(new Panel(
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
    }

    private static void learner(List<Panel> known, String section, String prefix, String who) {
        String p = prefix + "_";
        known.add(new Panel(
                section,
                p + "return",
                "Return",
                "reward a round",
                "What it learns to raise, before discounting.",
                lines(p + "return_mean", "mean over players", p + "return", "return")));
        known.add(new Panel(
                section,
                p + "losses",
                "Losses",
                "",
                "What the updates descend; a policy loss near zero is normal.",
                lines(p + "policy_loss", "policy loss", p + "value_loss", "value loss")));
        known.add(new Panel(
                section,
                p + "entropy",
                "Entropy",
                "nats",
                "How undecided the " + who + "'s policy is; it falls as the policy makes up its mind.",
                lines(p + "entropy", "entropy")));
        known.add(new Panel(
                section,
                p + "kl",
                "Change of the policy",
                "nats",
                "KL divergence from the policy before each update: small steps are safe steps.",
                lines(p + "kl", "KL divergence")));
        known.add(new Panel(
                section,
                p + "clip",
                "Clipped samples",
                "fraction",
                "How many samples pushed the policy as far as an update may go.",
                lines(p + "clip_fraction", "clip fraction")));
        known.add(new Panel(
                section,
                p + "explained",
                "Explained variance",
                "fraction",
                "How well returns are foreseen: 1 is perfectly, 0 no better than their mean.",
                lines(p + "explained_variance", "explained variance")));
        known.add(new Panel(
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
}
