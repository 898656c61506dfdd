package org.sed4j.voting.ballot;

import java.util.Arrays;
import java.util.List;

/**
 * The set of candidates that one voter approves of.
 *
 * @param approved each once; sorted; empty is an abstention
 */
public record Approval(List<Integer> approved) implements Ballot {

    public Approval {
        List<Integer> sorted = approved.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            InvalidBallotException.unless(
                    !sorted.get(i).equals(sorted.get(i - 1)),
                    "candidate",
                    sorted.get(i),
                    "must be approved once, in ballot " + sorted,
                    "a line was pasted twice");
        }
        approved = sorted;
    }

    /** These candidates are approved. */
    public static Approval of(int... approved) {
        return new Approval(Arrays.stream(approved).boxed().toList());
    }

    @Override
    public Approval renamed(int[] to) {
        return new Approval(approved.stream().map(c -> to[c]).toList());
    }
}
