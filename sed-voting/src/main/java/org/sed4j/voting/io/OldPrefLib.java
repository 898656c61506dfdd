package org.sed4j.voting.io;

import java.util.List;
import java.util.Map;

/**
 * The head of a file of orders as PrefLib had it before 2022: the number of alternatives; {@code NUMBER,NAME} for each;
 * {@code VOTERS,SUM OF COUNTS,UNIQUE ORDERS}. Lines {@code COUNT,ORDER} follow.
 *
 * <p>Source: Mattei and Walsh (2013), "PrefLib: a library for preferences", ADT, section 3.
 */
final class OldPrefLib {
    private OldPrefLib() {}

    /** Whether a file whose first line with anything on it is this one is of that format. */
    static boolean begins(String line) {
        String text = line.strip();
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Reads the head.
     *
     * @param first the line, from 0, with the number of alternatives
     * @param names where the names go
     * @param numbers where the numbers of voters and orders go, by the words of the new format
     * @return the line after the head
     */
    static int head(Place place, List<String> lines, int first, Map<Integer, String> names, Map<String, Long> numbers) {
        int alternatives = Integer.parseInt(lines.get(first).strip());
        int at = first + 1;
        for (int number = 1; number <= alternatives; number++, at++) {
            String line = line(place, lines, at, alternatives + " alternatives are to be named");
            int comma = line.indexOf(',');
            if (comma < 0 || !line.substring(0, comma).strip().equals(String.valueOf(number))) {
                throw place.error(at, 0, "this line must read " + number + ",NAME", "an alternative was left out");
            }
            String name = line.substring(comma + 1).strip();
            if (name.isEmpty()) {
                throw place.error(
                        at, line.length(), "number " + number + " has an empty name", "the line was cut short");
            }
            names.put(number, name);
        }
        String[] sums = line(place, lines, at, "VOTERS,SUM OF COUNTS,UNIQUE ORDERS must follow")
                .split(",", -1);
        if (sums.length != 3) {
            throw place.error(
                    at, 0, "this line must read VOTERS,SUM OF COUNTS,UNIQUE ORDERS", "an alternative is not counted");
        }
        numbers.put("NUMBER VOTERS", place.voters(at, 0, sums[1].strip(), 0));
        numbers.put("NUMBER UNIQUE ORDERS", place.voters(at, 0, sums[2].strip(), 0));
        return at + 1;
    }

    private static String line(Place place, List<String> lines, int at, String missing) {
        if (at >= lines.size()) {
            throw place.error(at, 0, missing, "the file was cut short");
        }
        return lines.get(at);
    }
}
