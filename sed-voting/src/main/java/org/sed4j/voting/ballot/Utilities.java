package org.sed4j.voting.ballot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A utility for each candidate.
 *
 * @param utilities one finite number for each candidate
 */
public record Utilities(List<Double> utilities) implements Ballot {

    public Utilities {
        utilities = List.copyOf(utilities);
        for (int c = 0; c < utilities.size(); c++) {
            InvalidBallotException.unless(
                    Double.isFinite(utilities.get(c)),
                    "utility of candidate " + c,
                    utilities.get(c),
                    "must be finite",
                    "a payoff was not computed");
        }
    }

    /** These utilities. */
    public static Utilities of(double... utilities) {
        return new Utilities(Arrays.stream(utilities).boxed().toList());
    }

    @Override
    public Utilities renamed(int[] to) {
        List<Double> renamed = new ArrayList<>(Collections.nCopies(utilities.size(), 0.0));
        for (int c = 0; c < utilities.size(); c++) {
            renamed.set(to[c], utilities.get(c));
        }
        return new Utilities(renamed);
    }
}
