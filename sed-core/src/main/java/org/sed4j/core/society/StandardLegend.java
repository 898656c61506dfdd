package org.sed4j.core.society;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.report.Legend;

/** What the columns of {@link RowMaker#standard} mean: panels follow from what the economy says of itself. */
final class StandardLegend {
    private StandardLegend() {}

    static Legend of(Society society, String title) {
        Spaces spaces = society.spaces();
        Legend legend = Legend.titled(title)
                .episodes(society.schedule().roundsPerEpisode())
                .fact("players", Integer.toString(spaces.players()))
                .fact("worlds", Integer.toString(society.worlds()))
                .fact("steps a round", Integer.toString(society.schedule().stepsPerRound()))
                .fact("rounds an episode", Integer.toString(society.schedule().roundsPerEpisode()))
                .fact("principal", society.principal().name())
                .fact("followers", society.followers().name());
        legend = legend.section(
                Legend.Section.of(
                                "vote",
                                "The vote",
                                "Before each round players vote on what the principal is to maximise.")
                        .step("Vote", "they vote"),
                vote(society));
        if (spaces.design().dimension() > 0) {
            legend = legend.section(
                    Legend.Section.of(
                                    "law",
                                    "The law",
                                    "The design in force, averaged over worlds and over the round's steps.")
                            .step("Law", "a law is made"),
                    law(spaces));
        }
        legend = legend.section(
                Legend.Section.of(
                                "life",
                                "What followed",
                                "What players got in the round, and what the worlds show at its end.")
                        .step("Life", "they live by it"),
                life(spaces));
        return legend.card("welfare", "Objective").card("reward", "Reward");
    }

    private static List<Legend.Panel> vote(Society society) {
        List<Legend.Panel> panels = new ArrayList<>();
        List<String> parameters = society.game().objectives().parameters();
        String[] lines = new String[2 * parameters.size()];
        for (int j = 0; j < parameters.size(); j++) {
            lines[2 * j] = parameters.get(j);
            lines[2 * j + 1] = parameters.get(j);
        }
        panels.add(Legend.Panel.of("vote", "elected", "What was elected", "", "Parameters of the objective.", lines));
        panels.add(Legend.Panel.of(
                "vote",
                "welfare",
                "How well it was served",
                "",
                "The elected objective's value of the round.",
                "welfare",
                "objective"));
        for (String name :
                society.game().types().draw(org.sed4j.core.run.Seed.of(0)).names()) {
            panels.add(Legend.Panel.of(
                    "vote",
                    "type_" + name,
                    "Types: " + name,
                    "",
                    "What players are like.",
                    "type_" + name + "_mean",
                    "mean",
                    "type_" + name + "_#",
                    "player #"));
        }
        return panels;
    }

    private static List<Legend.Panel> law(Spaces spaces) {
        List<String> names = spaces.design().names();
        String[] lines = new String[2 * names.size()];
        for (int j = 0; j < names.size(); j++) {
            lines[2 * j] = "law_" + names.get(j);
            lines[2 * j + 1] = names.get(j);
        }
        return List.of(Legend.Panel.of("law", "law", "The design in force", "", "Mean over worlds and steps.", lines));
    }

    private static List<Legend.Panel> life(Spaces spaces) {
        List<Legend.Panel> panels = new ArrayList<>();
        panels.add(measure(Outcome.REWARD, false));
        for (String name : spaces.measures()) {
            panels.add(measure(name, spaces.stocks().contains(name)));
        }
        for (String name : spaces.gauges()) {
            panels.add(Legend.Panel.of("life", name, words(name), "", "At the round's end.", name, words(name)));
        }
        return panels;
    }

    private static Legend.Panel measure(String name, boolean stock) {
        return Legend.Panel.of(
                "life",
                name,
                words(name),
                stock ? "at the round's end" : "a round",
                stock ? "What players have." : "What players got.",
                name + "_total",
                "all players",
                name + "_#",
                "player #");
    }

    private static String words(String name) {
        String words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
