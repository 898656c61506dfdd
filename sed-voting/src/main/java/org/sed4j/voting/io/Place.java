package org.sed4j.voting.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sed4j.voting.ballot.Candidates;

/**
 * A file by the name that errors call it, and what every format has in common.
 *
 * @param file the name
 */
record Place(String file) {
    /** More alternatives than that are a wrong number, not an election. */
    static final int MOST_ALTERNATIVES = 1_000_000;

    /** Voters in all, so that every count is exact. */
    static final long MOST_VOTERS = 1L << 53;

    /**
     * An error, to be thrown.
     *
     * @param line from 0
     * @param column from 0
     */
    BallotFileException error(int line, int column, String what, String cause) {
        return new BallotFileException(file, line + 1, column + 1, what, cause);
    }

    /** The number of voters of a line, {@code before} of them on the lines before. */
    long voters(int line, int column, String count, long before) {
        long voters;
        try {
            voters = Long.parseLong(count);
        } catch (NumberFormatException e) {
            throw error(
                    line, column, "count of voters (" + count + ") must be a whole number", "a weight is not whole");
        }
        if (voters < 0) {
            throw error(line, column, "count of voters (" + count + ") must not be negative", "a sign was lost");
        }
        if (voters > MOST_VOTERS || before + voters > MOST_VOTERS) {
            throw error(line, column, "voters must be at most 2^53 in all, so that counts are exact", "a digit is off");
        }
        return voters;
    }

    /** Candidates 1 to m, which are called by their numbers. */
    static Candidates numbered(int m) {
        List<String> names = new ArrayList<>();
        for (int c = 1; c <= m; c++) {
            names.add(String.valueOf(c));
        }
        return new Candidates(names);
    }

    /**
     * Candidates of these names. Where two share one, all who do are told apart by their number in the file, from 1.
     *
     * @param notes where that is said
     */
    static Candidates named(Collection<String> names, List<String> notes) {
        Set<String> all = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (String name : names) {
            if (!all.add(name)) {
                shared.add(name);
            }
        }
        List<String> apart = new ArrayList<>();
        int number = 0;
        for (String name : names) {
            number++;
            String told = name;
            while (shared.contains(name) && !all.add(told)) {
                told += " (" + number + ")";
            }
            apart.add(told);
        }
        shared.stream()
                .sorted()
                .forEach(name -> notes.add(
                        "several alternatives are called " + name + ": each is followed by its number in the file"));
        return new Candidates(apart);
    }
}
