package org.sed4j.voting.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.io.PrefLib.Format;

/** Reads one PrefLib file. */
final class PrefLibReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final long MOST_VOTERS = 1L << 53;

    private final String file;
    private final Format format;
    private final List<String> lines;
    private final Map<Integer, String> alternatives = new TreeMap<>();
    private final Map<Integer, String> categories = new TreeMap<>();
    private final Map<String, Long> numbers = new TreeMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** A ballot line: how many voters, and tiers of alternatives as numbered in the file. */
    private record Row(int line, long count, List<List<Integer>> tiers, List<Integer> columns) {}

    PrefLibReader(String file, Format format, List<String> lines) {
        this.file = file;
        this.format = format;
        this.lines = lines;
    }

    Profile read() {
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 && lines.get(i).startsWith(BYTE_ORDER_MARK)
                    ? lines.get(i).substring(1)
                    : lines.get(i);
            if (line.startsWith("#")) {
                header(i, line);
            } else if (!line.isBlank()) {
                rows.add(row(i, line));
            }
        }
        int end = lines.size();
        if (alternatives.isEmpty()) {
            throw error(
                    end, 0, "no line names an alternative", "the file is of the old format without # ALTERNATIVE NAME");
        }
        if (rows.isEmpty()) {
            throw error(end, 0, "no line holds a ballot", "the file was cut short");
        }
        check("NUMBER ALTERNATIVES", alternatives.size(), "alternatives are named");
        check("NUMBER VOTERS", voters(end), "voters hand in ballots");
        if (rows.stream().map(Row::tiers).distinct().count() != numbers.getOrDefault("NUMBER UNIQUE ORDERS", -1L)) {
            check("NUMBER UNIQUE ORDERS", rows.size(), "lines hold orders");
        }
        Candidates field = candidates(end);
        return format == Format.CAT ? grades(field) : rankings(field);
    }

    private long voters(int end) {
        long sum = 0;
        for (Row row : rows) {
            sum += row.count();
            if (row.count() > MOST_VOTERS || sum > MOST_VOTERS) {
                throw error(
                        row.line(),
                        0,
                        "voters must be at most 2^53 in all, so that counts are exact",
                        "a digit is off");
            }
        }
        if (sum == 0) {
            throw error(end, 0, "every ballot has the count 0", "the counts were left out");
        }
        return sum;
    }

    private Candidates candidates(int end) {
        int next = 1;
        for (int number : alternatives.keySet()) {
            if (number != next++) {
                throw error(end, 0, "alternative " + (next - 1) + " has no name", "a line was left out");
            }
        }
        try {
            return new Candidates(List.copyOf(alternatives.values()));
        } catch (IllegalArgumentException e) {
            throw error(
                    end, 0, String.valueOf(e.getMessage()).split("\n", 2)[0], "two lines name the same alternative");
        }
    }

    private PrefLibException error(int line, int column, String what, String cause) {
        return new PrefLibException(file, line + 1, column + 1, what, cause);
    }

    private void check(String key, long found, String what) {
        Long said = numbers.get(key);
        if (said != null && said != found) {
            throw error(
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
                throw error(i, colon + 1, key + " (" + value + ") must be a whole number", "a comma was typed");
            }
        }
    }

    private void named(Map<Integer, String> names, int i, String line, String number, String name) {
        int column = line.indexOf(number);
        try {
            if (names.put(Integer.parseInt(number.trim()), name) != null) {
                throw error(i, column, "number " + number + " is named twice", "a line was pasted twice");
            }
        } catch (NumberFormatException e) {
            throw error(i, column, "(" + number + ") must be the number of what is named", "a colon is missing");
        }
        if (name.isEmpty()) {
            throw error(i, line.length(), "number " + number + " has an empty name", "the line was cut short");
        }
    }

    private Row row(int i, String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw error(
                    i,
                    line.length(),
                    "a ballot line must read COUNT: ORDER",
                    "the file is of the old format COUNT,ORDER");
        }
        String count = line.substring(0, colon).trim();
        long voters;
        try {
            voters = Long.parseLong(count);
        } catch (NumberFormatException e) {
            throw error(i, 0, "count of voters (" + count + ") must be a whole number", "a weight is not whole");
        }
        if (voters < 0) {
            throw error(i, 0, "count of voters (" + count + ") must not be negative", "a sign was lost");
        }
        OrderLine order = OrderLine.read(file, i, line, colon + 1);
        return new Row(i, voters, order.tiers(), order.columns());
    }

    private RankingProfile rankings(Candidates field) {
        RankingProfile.Builder builder = RankingProfile.over(field);
        for (Row row : rows) {
            boolean[] seen = new boolean[field.size()];
            List<List<Integer>> tiers = new ArrayList<>();
            int ranked = 0;
            for (int t = 0; t < row.tiers().size(); t++) {
                List<Integer> tier = row.tiers().get(t);
                int column = row.columns().get(t);
                if (tier.size() != 1 && (!format.ties() || tier.isEmpty())) {
                    throw error(
                            row.line(), column, "." + format.ending() + " files hold no such tie", "it is a .toi file");
                }
                tiers.add(checked(tier, seen, row.line(), column));
                ranked += tier.size();
            }
            if (format.complete() && ranked != field.size()) {
                throw error(
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

    private List<Integer> checked(List<Integer> tier, boolean[] seen, int line, int column) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : tier) {
            if (number < 1 || number > seen.length) {
                throw error(
                        line,
                        column,
                        "alternative " + number + " is not among the " + seen.length + " named",
                        "it was renumbered");
            }
            if (seen[number - 1]) {
                throw error(
                        line, column, "alternative " + number + " stands twice on this ballot", "a line was joined");
            }
            seen[number - 1] = true;
            numbers.add(number - 1);
        }
        return numbers;
    }

    private GradeProfile grades(Candidates field) {
        int k = categories.size();
        if (k < 2) {
            throw error(
                    lines.size(),
                    0,
                    "categories named: " + k + ", must be at least 2",
                    "# CATEGORY NAME lines are missing");
        }
        List<String> scale = new ArrayList<>(categories.values());
        Collections.reverse(scale);
        GradeProfile.Builder builder = GradeProfile.over(field, scale);
        for (Row row : rows) {
            if (row.tiers().size() > k) {
                throw error(
                        row.line(),
                        row.columns().get(k),
                        "there are " + row.tiers().size() + " categories on this ballot and " + k + " named",
                        "a brace is missing");
            }
            boolean[] seen = new boolean[field.size()];
            List<Integer> grades = new ArrayList<>(Collections.nCopies(field.size(), Grades.UNGRADED));
            for (int t = 0; t < row.tiers().size(); t++) {
                for (int c : checked(
                        row.tiers().get(t), seen, row.line(), row.columns().get(t))) {
                    grades.set(c, k - 1 - t);
                }
            }
            builder.add(row.count(), new Grades(grades));
        }
        return builder.build();
    }
}
