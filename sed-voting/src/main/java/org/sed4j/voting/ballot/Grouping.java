package org.sed4j.voting.ballot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ballots as they come in, equal ones in one group, in the order of their first appearance. Not thread-safe. */
final class Grouping<B extends Ballot> {
    private final Map<B, Long> groups = new LinkedHashMap<>();

    /** Adds {@code weight} voters with that ballot, which was checked. */
    void add(long weight, B ballot) {
        InvalidBallotException.unless(
                weight >= 0, "weight of ballot " + ballot, weight, "must not be negative", "a sign was lost");
        groups.merge(ballot, weight, Weights::sum);
    }

    /** Adds the ballots of a profile with one voter of group g taken out. */
    void addAllButOne(Profile profile, int g, Class<B> type) {
        for (int h = 0; h < profile.groups(); h++) {
            long left = profile.weight(h) - (h == g ? 1 : 0);
            if (left > 0) {
                add(left, type.cast(profile.ballot(h)));
            }
        }
    }

    /** The different ballots. */
    List<B> ballots() {
        return List.copyOf(groups.keySet());
    }

    /** How many voters hand in each of them. */
    Weights weights() {
        return new Weights(groups.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** "3: Ann > Bob; 2: Bob", as profiles print themselves. */
    interface Text {
        /** The ballot of group g. */
        String of(int g);
    }

    static String text(Profile profile, Text ballot) {
        StringBuilder text = new StringBuilder();
        for (int g = 0; g < profile.groups(); g++) {
            text.append(g == 0 ? "" : "; ")
                    .append(profile.weight(g))
                    .append(": ")
                    .append(ballot.of(g));
        }
        return text.toString();
    }

    /** The weight at the start of a line such as "3: Ann, Bob"; 1 if there is none. */
    static long weightOf(String line) {
        int colon = line.indexOf(':');
        String number = line.substring(0, Math.max(0, colon)).trim();
        InvalidBallotException.unless(
                colon < 0 || number.matches("-?\\d{1,18}"),
                "weight",
                number,
                "must be a whole number, in the line " + line,
                "a name holds a colon");
        return colon < 0 ? 1 : Long.parseLong(number);
    }

    /** What follows the weight. */
    static String ballotOf(String line) {
        return line.substring(line.indexOf(':') + 1);
    }
}
