package org.sed4j.voting.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.io.AbifLine.Item;

/**
 * Reads ABIF, the aggregated ballot information format: {@code COUNT: A>B=C}, with ratings {@code A/5>B/2}, or with ratings in
 * no order {@code A/5, B/2}; {@code =KEY:[name]} tells who a key is; lines that begin with {@code #}, a brace, or an at sign
 * are remarks and data about the file.
 *
 * <p>Ballots are rankings, those of ratings in no order by rating; where every candidate on every ballot is rated they are
 * grades too, on the scale from 0 to the highest rating.
 *
 * <p>Source: electowiki.org/wiki/ABIF and the grammar of version 0.31 at github.com/electorama/abif.
 */
final class AbifReader {
    /** The highest rating; a scale has a name for each. */
    private static final int HIGHEST = 10_000;

    private final Place place;
    private final List<String> lines;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<AbifLine> ballots = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    AbifReader(String file, List<String> lines) {
        this.place = new Place(file);
        this.lines = lines;
    }

    BallotFile read() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith("=")) {
                declare(i, lines.get(i));
            }
        }
        long voters = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || "#{@=".indexOf(line.charAt(0)) >= 0 || line.matches("(?s)ABIF(\\s.*)?")) {
                continue;
            }
            AbifLine ballot = AbifLine.read(place, i, lines.get(i), voters);
            voters += ballot.count();
            ballots.add(ballot);
            ballot.items().forEach(item -> number(item.candidate()));
        }
        if (voters == 0 || names.isEmpty()) {
            throw place.error(lines.size(), 0, "no line holds a ballot", "the file was cut short");
        }
        Candidates field = Place.named(names, notes);
        List<Profile> readings = new ArrayList<>(List.of(rankings(field)));
        if (ballots.stream().flatMap(ballot -> ballot.items().stream()).allMatch(Item::rated)) {
            readings.add(grades(field));
        }
        return new BallotFile(readings, OptionalInt.empty(), Optional.empty(), notes);
    }

    /** {@code =KEY:[name]}; ballots may use either. */
    private void declare(int i, String line) {
        AbifCursor cursor = new AbifCursor(place, i, line, line.indexOf('=') + 1);
        String key = cursor.token();
        cursor.expect(':');
        String name = cursor.token();
        cursor.expectEnd();
        if (numbers.containsKey(key)) {
            throw place.error(i, 0, "key (" + key + ") is told twice", "a line was pasted twice");
        }
        numbers.put(key, names.size());
        numbers.putIfAbsent(name, names.size());
        names.add(name);
    }

    private int number(String candidate) {
        return numbers.computeIfAbsent(candidate, fresh -> {
            names.add(fresh);
            return names.size() - 1;
        });
    }

    private RankingProfile rankings(Candidates field) {
        RankingProfile.Builder builder = RankingProfile.over(field);
        for (AbifLine ballot : ballots) {
            List<List<Integer>> tiers = new ArrayList<>();
            for (List<Item> tier : ballot.unordered() ? byRating(ballot) : ballot.tiers()) {
                tiers.add(distinct(ballot, tier));
            }
            try {
                builder.add(ballot.count(), new Ranking(tiers));
            } catch (IllegalArgumentException e) {
                throw place.error(ballot.line(), 0, "a candidate stands twice on this ballot", "two lines were joined");
            }
        }
        return builder.build();
    }

    private List<Integer> distinct(AbifLine ballot, List<Item> tier) {
        List<Integer> tied =
                tier.stream().map(item -> number(item.candidate())).distinct().toList();
        if (tied.size() < tier.size()) {
            throw place.error(ballot.line(), 0, "a candidate stands twice on this ballot", "two lines were joined");
        }
        return tied;
    }

    private static List<List<Item>> byRating(AbifLine ballot) {
        Map<Integer, List<Item>> tiers = new TreeMap<>(Collections.reverseOrder());
        ballot.items()
                .forEach(item -> tiers.computeIfAbsent(item.rating(), rating -> new ArrayList<>())
                        .add(item));
        return List.copyOf(tiers.values());
    }

    private GradeProfile grades(Candidates field) {
        field.requireRoom(ballots.size());
        int highest = 1;
        for (AbifLine ballot : ballots) {
            for (Item item : ballot.items()) {
                if (item.rating() > HIGHEST) {
                    throw place.error(
                            ballot.line(),
                            0,
                            "rating (" + item.rating() + ") must be at most " + HIGHEST,
                            "it is no rating");
                }
                highest = Math.max(highest, item.rating());
            }
        }
        GradeProfile.Builder builder = GradeProfile.over(
                field,
                IntStream.rangeClosed(0, highest).mapToObj(String::valueOf).toList());
        for (AbifLine ballot : ballots) {
            List<Integer> grades = new ArrayList<>(Collections.nCopies(field.size(), Grades.UNGRADED));
            ballot.items().forEach(item -> grades.set(number(item.candidate()), item.rating()));
            builder.add(ballot.count(), new Grades(grades));
        }
        return builder.build();
    }
}
