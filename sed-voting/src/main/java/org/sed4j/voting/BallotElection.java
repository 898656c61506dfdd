package org.sed4j.voting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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
public final class BallotElection implements Election {
    private final Objective objective;
    private final double[] parameters;
    private final Profile ballots;
    private final List<Integer> winners;
    private final List<Integer> chosen;
    private final List<TieBreak> ties;
    private final Map<String, Double> figures;
    private final List<String> account;

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
        this.objective = objective;
        this.parameters = parameters.clone();
        this.ballots = ballots;
        this.winners = List.copyOf(winners);
        this.chosen = List.copyOf(chosen);
        this.ties = List.copyOf(ties);
        this.figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        List<String> lines = new ArrayList<>();
        lines.add("ballots: " + ballots);
        lines.addAll(account);
        this.account = List.copyOf(lines);
    }

    @Override
    public Objective objective() {
        return objective;
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public Map<String, Double> figures() {
        return figures;
    }

    @Override
    public List<String> account() {
        return account;
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
