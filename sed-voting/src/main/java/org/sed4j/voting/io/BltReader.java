package org.sed4j.voting.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.io.BltTokens.Token;

/**
 * Reads BLT, the format of programs that count single transferable votes: candidates and seats; withdrawn candidates, a minus
 * before each; for each ballot its weight, the candidates best first, and a 0; a 0; names and title in quotation marks.
 *
 * <p>As later programs write it: candidates ranked alike are joined by {@code =}, a place that was skipped is a {@code -}, a
 * ballot may be labelled in parentheses, and {@code #} begins a remark. Withdrawn candidates leave the field, and ballots pass
 * over them.
 *
 * <p>Source: Hill, Wichmann and Woodall (1987), "Algorithm 123: Single transferable vote by Meek's method", The Computer
 * Journal 30, section 3.1; the extensions of OpenSTV.
 */
final class BltReader {
    private final Place place;
    private final BltTokens tokens;
    private final Set<Integer> withdrawn = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();
    private int m;

    /** A ballot: how many voters, and tiers of candidates from 1. */
    private record Row(long count, List<List<Integer>> tiers) {}

    BltReader(String file, List<String> lines) {
        this.place = new Place(file);
        this.tokens = new BltTokens(place, lines);
    }

    BallotFile read() {
        m = number("the number of candidates", 1, Place.MOST_ALTERNATIVES);
        int seats = number("the number of seats", 0, Place.MOST_ALTERNATIVES);
        Token next = tokens.next("the ballots must follow");
        while (next.text().startsWith("-")) {
            int gone = candidate(next, next.text().substring(1));
            if (!withdrawn.add(gone)) {
                throw next.error(place, "candidate " + gone + " is withdrawn twice", "a number was mistyped");
            }
            next = tokens.next("the ballots must follow");
        }
        List<Row> rows = ballots(next);
        Candidates all = names();
        List<Integer> kept = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int c = 1; c <= m; c++) {
            if (!withdrawn.contains(c)) {
                kept.add(c);
                names.add(all.name(c - 1));
            } else {
                notes.add(all.name(c - 1) + " is withdrawn");
            }
        }
        if (kept.isEmpty()) {
            throw next.error(place, "every candidate is withdrawn", "a minus was written for a blank");
        }
        int[] index = new int[m + 1];
        for (int k = 0; k < kept.size(); k++) {
            index[kept.get(k)] = k;
        }
        RankingProfile.Builder builder = RankingProfile.over(new Candidates(names));
        for (Row row : rows) {
            List<List<Integer>> tiers = new ArrayList<>();
            for (List<Integer> tier : row.tiers()) {
                List<Integer> left = tier.stream()
                        .filter(c -> !withdrawn.contains(c))
                        .map(c -> index[c])
                        .toList();
                if (!left.isEmpty()) {
                    tiers.add(left);
                }
            }
            builder.add(row.count(), new Ranking(tiers));
        }
        OptionalInt elected = seats >= 1 && seats <= kept.size() ? OptionalInt.of(seats) : OptionalInt.empty();
        return new BallotFile(List.of(builder.build()), elected, Optional.empty(), notes);
    }

    private int number(String what, int least, int most) {
        Token token = tokens.next(what + " must stand here");
        int number = token.isNumber() ? Integer.parseInt(token.text()) : -1;
        if (number < least || number > most) {
            throw token.error(
                    place,
                    what + " (" + token.text() + ") must be a whole number from " + least + " to " + most,
                    "the file is of another format");
        }
        return number;
    }

    private int candidate(Token at, String text) {
        int number = Token.isNumber(text) ? Integer.parseInt(text) : -1;
        if (number < 1 || number > m) {
            throw at.error(
                    place, "(" + text + ") must be a candidate from 1 to " + m, "the list before has no 0 at its end");
        }
        return number;
    }

    private List<Row> ballots(Token first) {
        List<Row> rows = new ArrayList<>();
        long voters = 0;
        Token next = first;
        while (!next.text().equals("0") || next.quoted()) {
            if (next.isLabel()) {
                next = tokens.next("a weight must follow the label");
            }
            long count = place.voters(next.line(), next.column(), next.text(), voters);
            voters += count;
            rows.add(new Row(count, tiers()));
            next = tokens.next("a 0 must end the ballots");
        }
        if (voters == 0) {
            throw next.error(place, "nobody voted", "the file was cut short");
        }
        return rows;
    }

    private List<List<Integer>> tiers() {
        List<List<Integer>> tiers = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        while (true) {
            Token token = tokens.next("a 0 must end this ballot");
            if (token.text().equals("0") && !token.quoted()) {
                return tiers;
            }
            if (token.text().equals("-")) {
                continue; // a place that was skipped
            }
            List<Integer> tier = new ArrayList<>();
            for (String part : token.text().split("=", -1)) {
                int c = candidate(token, part);
                if (!seen.add(c)) {
                    throw token.error(
                            place, "candidate " + c + " stands twice on this ballot", "the list has no 0 at its end");
                }
                tier.add(c);
            }
            tiers.add(tier);
        }
    }

    private Candidates names() {
        if (tokens.ended()) {
            notes.add("no candidate is named: their numbers are their names");
            return Place.numbered(m);
        }
        List<String> names = new ArrayList<>();
        while (names.size() < m) {
            Token name = tokens.next("the name of candidate " + (names.size() + 1) + " must follow");
            if (name.text().isBlank()) {
                throw name.error(place, "the name of candidate " + (names.size() + 1) + " is empty", "it was left out");
            }
            names.add(name.text().strip());
        }
        return Place.named(names, notes);
    }
}
