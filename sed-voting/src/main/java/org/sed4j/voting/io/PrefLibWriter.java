package org.sed4j.voting.io;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.io.PrefLib.Format;

/** Writes one PrefLib file. */
final class PrefLibWriter {
    private PrefLibWriter() {}

    static Format narrowest(Profile profile) {
        if (profile instanceof GradeProfile) {
            return Format.CAT;
        }
        RankingProfile rankings = requireRankings(profile);
        boolean strict = true;
        boolean complete = true;
        for (int g = 0; g < rankings.groups(); g++) {
            Ranking ballot = rankings.ballot(g);
            strict &= ballot.strict();
            complete &= ballot.ranked() == rankings.candidates().size();
        }
        return strict ? (complete ? Format.SOC : Format.SOI) : (complete ? Format.TOC : Format.TOI);
    }

    private static RankingProfile requireRankings(Profile profile) {
        if (profile instanceof RankingProfile rankings) {
            return rankings;
        }
        throw new IllegalArgumentException(
                "profile of " + profile.kind()
                        + " cannot be written as a PrefLib file of orders or categories.\nMaybe rankings or grades were meant.");
    }

    static List<String> print(Profile profile, Format format, String name, String title) {
        Format least = narrowest(profile);
        boolean fits = format == least
                || (format != Format.CAT
                        && least != Format.CAT
                        && (format.ties() || !least.ties())
                        && (!format.complete() || least.complete()));
        if (!fits) {
            throw new IllegalArgumentException("format (" + format.ending() + ") of " + name
                    + " cannot hold this profile; " + least.ending() + " can.\nMaybe the file should end in ."
                    + least.ending() + ".");
        }
        oneLine("title", title);
        profile.candidates().names().forEach(one -> oneLine("name of a candidate", one));
        List<String> lines = new ArrayList<>();
        lines.add("# FILE NAME: " + name);
        lines.add("# TITLE: " + title);
        lines.add("# DATA TYPE: " + format.ending());
        lines.add("# NUMBER ALTERNATIVES: " + profile.candidates().size());
        lines.add("# NUMBER VOTERS: " + profile.voters());
        if (profile instanceof GradeProfile grades) {
            lines.add("# NUMBER CATEGORIES: " + grades.scale().size());
            for (int t = 0; t < grades.scale().size(); t++) {
                lines.add("# CATEGORY NAME " + (t + 1) + ": "
                        + grades.scale().get(grades.scale().size() - 1 - t));
            }
        } else {
            lines.add("# NUMBER UNIQUE ORDERS: " + profile.groups());
        }
        for (int c = 0; c < profile.candidates().size(); c++) {
            lines.add("# ALTERNATIVE NAME " + (c + 1) + ": "
                    + profile.candidates().name(c));
        }
        for (int g = 0; g < profile.groups(); g++) {
            List<List<Integer>> tiers = profile instanceof GradeProfile grades
                    ? categories(grades, g)
                    : ((RankingProfile) profile).ballot(g).tiers();
            lines.add(profile.weight(g) + ": " + order(tiers));
        }
        return lines;
    }

    private static void oneLine(String what, String text) {
        Require.that(
                text.lines().count() <= 1 && text.equals(text.strip()),
                what,
                text,
                "must be one line without spaces at its ends to be written",
                "it was read with the end of its line");
    }

    private static List<List<Integer>> categories(GradeProfile grades, int g) {
        List<List<Integer>> tiers = new ArrayList<>();
        for (int grade = grades.scale().size() - 1; grade >= 0; grade--) {
            List<Integer> tier = new ArrayList<>();
            for (int c = 0; c < grades.candidates().size(); c++) {
                if (grades.ballot(g).grades().get(c) == grade) {
                    tier.add(c);
                }
            }
            tiers.add(tier);
        }
        return tiers;
    }

    private static String order(List<List<Integer>> tiers) {
        List<String> parts = new ArrayList<>();
        for (List<Integer> tier : tiers) {
            List<String> numbers = tier.stream().map(c -> String.valueOf(c + 1)).toList();
            parts.add(tier.size() == 1 ? numbers.get(0) : "{" + String.join(",", numbers) + "}");
        }
        return String.join(",", parts);
    }
}
