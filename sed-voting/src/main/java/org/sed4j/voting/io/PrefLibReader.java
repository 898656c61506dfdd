package org.sed4j.voting.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.io.PrefLib.Format;

/** Reads one PrefLib file. */
final class PrefLibReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Place place;
    private final Format format;
    private final List<String> lines;
    private final Map<Integer, String> alternatives = new TreeMap<>();
    private final Map<Integer, String> categories = new TreeMap<>();
    private final Map<String, Long> numbers = new TreeMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private char afterCount = ':';
    private long voters;

    /** A ballot line: how many voters, and tiers of alternatives as numbered in the file. */
    private record Row(int line, long count, List<List<Integer>> tiers, List<Integer> columns) {}

    PrefLibReader(String file, Format format, List<String> lines) {
        this.place = new Place(file);
        this.format = format;
        this.lines = lines;
    }

    BallotFile read() {
        int begin = 0;
        while (begin < lines.size() && line(begin).isBlank()) {
            begin++;
        }
        if (begin < lines.size() && OldPrefLib.begins(line(begin))) {
            begin = oldHead(begin);
        }
        for (int i = begin; i < lines.size(); i++) {
            String line = line(i);
            if (line.startsWith("#")) {
                header(i, line);
            } else if (!line.isBlank()) {
                rows.add(row(i, line));
            }
        }
        int end = lines.size();
        if (rows.isEmpty()) {
            throw place.error(end, 0, "no line holds a ballot", "the file was cut short");
        }
        if (voters == 0) {
            throw place.error(end, 0, "every ballot has the count 0", "the counts were left out");
        }
        check("NUMBER VOTERS", voters, "voters hand in ballots");
        if (rows.stream().map(Row::tiers).distinct().count() != numbers.getOrDefault("NUMBER UNIQUE ORDERS", -1L)) {
            check("NUMBER UNIQUE ORDERS", rows.size(), "lines hold orders");
        }
        Candidates field = candidates(end);
        return BallotFile.of(format == Format.CAT ? grades(field) : rankings(field), notes);
    }

    private String line(int i) {
        String line = lines.get(i);
        return i == 0 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    }

    private int oldHead(int begin) {
        if (format == Format.CAT) {
            throw place.error(
                    begin,
                    0,
                    "a .cat file must begin with # lines",
                    "it is of the format before 2022, which is read for orders only");
        }
        afterCount = ',';
        List<String> plain = new ArrayList<>(lines);
        plain.set(begin, line(begin));
        return OldPrefLib.head(place, plain, begin, alternatives, numbers);
    }

    private Candidates candidates(int end) {
        if (alternatives.isEmpty()) {
            return unnamed(end);
        }
        check("NUMBER ALTERNATIVES", alternatives.size(), "alternatives are named");
        int next = 1;
        for (int number : alternatives.keySet()) {
            if (number != next++) {
                throw place.error(end, 0, "alternative " + (next - 1) + " has no name", "a line was left out");
            }
        }
        return Place.named(alternatives.values(), notes);
    }

    /** As many as the file says, or as the highest number on a ballot; their numbers are their names. */
    private Candidates unnamed(int end) {
        long m = numbers.getOrDefault("NUMBER ALTERNATIVES", 0L);
        if (m == 0) {
            for (Row row : rows) {
                for (List<Integer> tier : row.tiers()) {
                    for (int number : tier) {
                        m = Math.max(m, number);
                    }
                }
            }
        }
        if (m < 1 || m > Place.MOST_ALTERNATIVES) {
            throw place.error(
                    end,
                    0,
                    "alternatives (" + m + ") must be from 1 to " + Place.MOST_ALTERNATIVES + " where none is named",
                    "# ALTERNATIVE NAME lines are missing, or a number is wrong");
        }
        notes.add("no alternative is named: their numbers are their names");
        return Place.numbered((int) m);
    }

    private void check(String key, long found, String what) {
        Long said = numbers.get(key);
        if (said != null && said != found) {
            throw place.error(
                    lines.size(), 0, "# " + key + " says " + said + ", but " + found + " " + what, "lines are missing");
        }
    }

    private void header(int i, String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return;
        }
        String key = line.substring(1, colon).trim().toUpperCase(Locale.ROOT);
        String value = line.substring(colon + 1).trim();
        if (key.startsWith("ALTERNATIVE NAME ")) {
            named(alternatives, i, line, key.substring("ALTERNATIVE NAME ".length()), value);
        } else if (key.startsWith("CATEGORY NAME ")) {
            named(categories, i, line, key.substring("CATEGORY NAME ".length()), value);
        } else if (key.startsWith("NUMBER ")) {
            try {
                numbers.put(key, Long.parseLong(value));
            } catch (NumberFormatException e) {
                throw place.error(i, colon + 1, key + " (" + value + ") must be a whole number", "a comma was typed");
            }
        }
    }

    private void named(Map<Integer, String> names, int i, String line, String number, String name) {
        int column = line.indexOf(number);
        try {
            if (names.put(Integer.parseInt(number.trim()), name) != null) {
                throw place.error(i, column, "number " + number + " is named twice", "a line was pasted twice");
            }
        } catch (NumberFormatException e) {
            throw place.error(i, column, "(" + number + ") must be the number of what is named", "a colon is missing");
        }
        if (name.isEmpty()) {
            throw place.error(i, line.length(), "number " + number + " has an empty name", "the line was cut short");
        }
    }

    private Row row(int i, String line) {
        int end = line.indexOf(afterCount);
        if (end < 0) {
            throw place.error(
                    i,
                    line.length(),
                    "a ballot line must read COUNT" + afterCount + " ORDER",
                    "lines of the format before 2022 stand without its head");
        }
        long count = place.voters(i, 0, line.substring(0, end).trim(), voters);
        voters += count;
        OrderLine order = OrderLine.read(place.file(), i, line, end + 1);
        return new Row(i, count, order.tiers(), order.columns());
    }

    private RankingProfile rankings(Candidates field) {
        RankingProfile.Builder builder = RankingProfile.over(field);
        for (Row row : rows) {
            Set<Integer> seen = new HashSet<>();
            List<List<Integer>> tiers = new ArrayList<>();
            int ranked = 0;
            for (int t = 0; t < row.tiers().size(); t++) {
                List<Integer> tier = row.tiers().get(t);
                int column = row.columns().get(t);
                if (tier.size() != 1 && !format.ties()) {
                    throw place.error(
                            row.line(), column, "." + format.ending() + " files hold no such tie", "it is a .toi file");
                }
                if (!tier.isEmpty()) {
                    tiers.add(checked(tier, field.size(), seen, row.line(), column));
                }
                ranked += tier.size();
            }
            if (format.complete() && ranked != field.size()) {
                throw place.error(
                        row.line(),
                        0,
                        ranked + " of " + field.size() + " alternatives are ranked, and ." + format.ending()
                                + " orders are complete",
                        "it is an incomplete file");
            }
            builder.add(row.count(), new Ranking(tiers));
        }
        return builder.build();
    }

    private List<Integer> checked(List<Integer> tier, int m, Set<Integer> seen, int line, int column) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : tier) {
            if (number < 1 || number > m) {
                throw place.error(
                        line,
                        column,
                        "alternative " + number + " is not among the " + m + " named",
                        "it was renumbered");
            }
            if (!seen.add(number)) {
                throw place.error(
                        line, column, "alternative " + number + " stands twice on this ballot", "a line was joined");
            }
            numbers.add(number - 1);
        }
        return numbers;
    }

    private GradeProfile grades(Candidates field) {
        int k = categories.size();
        if (k < 2) {
            throw place.error(
                    lines.size(),
                    0,
                    "categories named: " + k + ", must be at least 2",
                    "# CATEGORY NAME lines are missing");
        }
        field.requireRoom(rows.size());
        List<String> scale = new ArrayList<>(categories.values());
        Collections.reverse(scale);
        GradeProfile.Builder builder = GradeProfile.over(field, scale);
        for (Row row : rows) {
            if (row.tiers().size() > k) {
                throw place.error(
                        row.line(),
                        row.columns().get(k),
                        "there are " + row.tiers().size() + " categories on this ballot and " + k + " named",
                        "a brace is missing");
            }
            Set<Integer> seen = new HashSet<>();
            List<Integer> grades = new ArrayList<>(Collections.nCopies(field.size(), Grades.UNGRADED));
            for (int t = 0; t < row.tiers().size(); t++) {
                for (int c : checked(
                        row.tiers().get(t),
                        field.size(),
                        seen,
                        row.line(),
                        row.columns().get(t))) {
                    grades.set(c, k - 1 - t);
                }
            }
            builder.add(row.count(), new Grades(grades));
        }
        return builder.build();
    }
}
