package org.sed4j.voting.tie;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Profile;

/**
 * What a tie policy may look at.
 *
 * @param candidates the field
 * @param profile the ballots, if a policy should count them
 * @param incumbent the alternative in force before the vote, if any
 * @param principal the principal's own ranking (row 0 of θ), best first; empty if it has none
 * @param seed where chance comes from; without one, policies that draw fail
 */
public record TieContext(
        Candidates candidates,
        Optional<Profile> profile,
        OptionalInt incumbent,
        List<Integer> principal,
        Optional<Seed> seed) {

    public TieContext {
        principal = List.copyOf(principal);
    }

    /** The field and nothing else. */
    public static TieContext of(Candidates candidates) {
        return new TieContext(candidates, Optional.empty(), OptionalInt.empty(), List.of(), Optional.empty());
    }

    /** The field, the ballots and a seed. */
    public static TieContext of(Profile profile, Seed seed) {
        return new TieContext(
                profile.candidates(), Optional.of(profile), OptionalInt.empty(), List.of(), Optional.of(seed));
    }
}
