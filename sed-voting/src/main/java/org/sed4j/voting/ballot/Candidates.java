package org.sed4j.voting.ballot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The finite field of alternatives that voters rank, approve or grade, by name; rules know them by number, from 0.
 *
 * @param names distinct and not blank, in the order that counts when nothing else tells two of them apart
 */
public record Candidates(List<String> names) {
    /** A table, the ballots that it is made of, and what a count makes of it. */
    private static final int BYTES_OF_CELL = 16;

    public Candidates {
        names = List.copyOf(names);
        InvalidBallotException.unless(
                !names.isEmpty(), "candidates", 0, "must be at least 1", "the list of names was not read");
        HashSet<String> seen = new HashSet<>();
        for (String name : names) {
            InvalidBallotException.unless(
                    !name.isBlank(), "name of a candidate", name, "must not be blank", "a name is missing in the file");
            InvalidBallotException.unless(
                    seen.add(name), "name of a candidate", name, "must be used once", "two candidates share a name");
        }
    }

    /** These candidates. */
    public static Candidates of(String... names) {
        return new Candidates(List.of(names));
    }

    /** m candidates called a, b, ..., z, c26, c27, ... */
    public static Candidates letters(int m) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            names.add(c < 26 ? String.valueOf((char) ('a' + c)) : "c" + c);
        }
        return new Candidates(names);
    }

    /** m. */
    public int size() {
        return names.size();
    }

    /** The name of candidate {@code c}. */
    public String name(int c) {
        return names.get(c);
    }

    /** The names of these candidates. */
    public List<String> names(Iterable<Integer> numbers) {
        List<String> chosen = new ArrayList<>();
        for (int c : numbers) {
            chosen.add(names.get(c));
        }
        return chosen;
    }

    /**
     * The number of the candidate of that name.
     *
     * @throws InvalidBallotException if nobody has it
     */
    public int index(String name) {
        int c = names.indexOf(name);
        if (c < 0) {
            InvalidBallotException.unless(
                    false, "candidate", name, "must be one of " + names, "it is spelled otherwise");
        }
        return c;
    }

    /**
     * Requires that tables of so many ballots by all candidates fit in memory.
     *
     * @throws InvalidBallotException if they do not
     */
    public void requireRoom(long ballots) {
        long most = Math.min(1 << 30, Runtime.getRuntime().maxMemory() / BYTES_OF_CELL);
        InvalidBallotException.unless(
                ballots <= most / size(),
                "ballots times candidates",
                ballots + " x " + size(),
                "must be at most " + most + " to fit in memory",
                "a number in the file is wrong; if not, give Java more memory (-Xmx)");
    }

    /** Requires that {@code c} is the number of a candidate. */
    int require(int c) {
        if (c < 0 || c >= size()) {
            InvalidBallotException.unless(
                    false,
                    "number of a candidate",
                    c,
                    "must lie from 0 to " + (size() - 1),
                    "the ballot was made for another field");
        }
        return c;
    }
}
