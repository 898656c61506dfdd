package org.sed4j.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Objective;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.tie.TieBreak;

/**
 * An election that was held with ballots, with everything that led to its result. Immutable.
 *
 * <p>It is an {@link Election}, so whatever reads elections reads its figures and its account; this type adds the evidence.
 */
public final class BallotElection extends VoteRecord {
    private final Profile ballots;
    private final List<Integer> winners;
    private final List<Integer> chosen;
    private final List<TieBreak> ties;

    /**
     * @param winners every winner before the last tie was broken
     * @param chosen what was taken: one alternative, or the members of a committee
     */
    BallotElection(
            Objective objective,
            double[] parameters,
            Profile ballots,
            List<Integer> winners,
            List<Integer> chosen,
            List<TieBreak> ties,
            Map<String, Double> figures,
            List<String> account) {
        super(objective, parameters, figures, opened(ballots, account));
        this.ballots = ballots;
        this.winners = List.copyOf(winners);
        this.chosen = List.copyOf(chosen);
        this.ties = List.copyOf(ties);
    }

    private static List<String> opened(Profile ballots, List<String> account) {
        List<String> lines = new ArrayList<>();
        lines.add("ballots: " + ballots);
        lines.addAll(account);
        return lines;
    }

    /** The ballots as handed in. */
    public Profile ballots() {
        return ballots;
    }

    /** Every winner, by number, before the last tie was broken. */
    public List<Integer> winners() {
        return winners;
    }

    /** What was taken: one alternative, or the members of a committee. */
    public List<Integer> chosen() {
        return chosen;
    }

    /** Every tie that was resolved, in order. */
    public List<TieBreak> ties() {
        return ties;
    }

    /** The pairwise matrix, if the ballots were rankings. */
    public Optional<Pairwise> pairwise() {
        return ballots instanceof RankingProfile rankings ? Optional.of(Pairwise.of(rankings)) : Optional.empty();
    }
}
