package org.sed4j.voting.rule;

import static org.sed4j.voting.rule.Axiom.ANONYMITY;
import static org.sed4j.voting.rule.Axiom.CLONE_INDEPENDENCE;
import static org.sed4j.voting.rule.Axiom.CONDORCET_LOSER;
import static org.sed4j.voting.rule.Axiom.CONDORCET_WINNER;
import static org.sed4j.voting.rule.Axiom.HOMOGENEITY;
import static org.sed4j.voting.rule.Axiom.IIA;
import static org.sed4j.voting.rule.Axiom.LATER_NO_HARM;
import static org.sed4j.voting.rule.Axiom.MAJORITY;
import static org.sed4j.voting.rule.Axiom.MONOTONICITY;
import static org.sed4j.voting.rule.Axiom.MUTUAL_MAJORITY;
import static org.sed4j.voting.rule.Axiom.NEUTRALITY;
import static org.sed4j.voting.rule.Axiom.NON_DICTATORSHIP;
import static org.sed4j.voting.rule.Axiom.ONTO;
import static org.sed4j.voting.rule.Axiom.PARETO;
import static org.sed4j.voting.rule.Axiom.PARTICIPATION;
import static org.sed4j.voting.rule.Axiom.POSITIVE_INVOLVEMENT;
import static org.sed4j.voting.rule.Axiom.REINFORCEMENT;
import static org.sed4j.voting.rule.Axiom.RESOLVABILITY;
import static org.sed4j.voting.rule.Axiom.REVERSAL_SYMMETRY;
import static org.sed4j.voting.rule.Axiom.SMITH;
import static org.sed4j.voting.rule.Axiom.STRATEGY_PROOFNESS;
import static org.sed4j.voting.rule.Axiom.UNANIMITY;

import java.util.EnumSet;
import java.util.Set;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * Rules that count in rounds: instant runoff, Coombs, Baldwin, Nanson, Bucklin, Black, top-two runoff.
 *
 * <p>Ties inside a round are followed or resolved as the {@link Count} says. Each round is one pass over the ballots.
 */
public final class Eliminations {
    private static final Set<BallotKind> COMPLETE = EnumSet.of(BallotKind.LINEAR);

    private Eliminations() {}

    /** Drops whom the fewest ballots put first among those still in. Ballots that rank nobody still in count for none. */
    public static VotingRule irv() {
        return new Choice<>(
                RuleInfo.of(
                                "irv",
                                "Instant runoff (alternative vote, Hare)",
                                RuleInfo.STRICT,
                                "O(G m^2), ties up to 2^m sets",
                                "Ware 1871; Tideman 1987, Soc. Choice Welf. 4")
                        .satisfying(
                                ANONYMITY,
                                NEUTRALITY,
                                UNANIMITY,
                                PARETO,
                                MAJORITY,
                                MUTUAL_MAJORITY,
                                CONDORCET_LOSER,
                                CLONE_INDEPENDENCE,
                                HOMOGENEITY,
                                POSITIVE_INVOLVEMENT,
                                LATER_NO_HARM,
                                NON_DICTATORSHIP,
                                ONTO)
                        .failing(
                                CONDORCET_WINNER,
                                SMITH,
                                MONOTONICITY,
                                PARTICIPATION,
                                REINFORCEMENT,
                                REVERSAL_SYMMETRY,
                                RESOLVABILITY,
                                IIA,
                                STRATEGY_PROOFNESS),
                RankingProfile.class,
                Runoffs::irv);
    }

    /** The two with the most first places, then the one of them whom more voters prefer. */
    public static VotingRule topTwo() {
        return new Choice<>(
                RuleInfo.of("top-two", "Top-two runoff", RuleInfo.STRICT, "O(G m)", "folklore")
                        .satisfying(
                                ANONYMITY,
                                NEUTRALITY,
                                UNANIMITY,
                                PARETO,
                                MAJORITY,
                                CONDORCET_LOSER,
                                HOMOGENEITY,
                                POSITIVE_INVOLVEMENT,
                                LATER_NO_HARM,
                                NON_DICTATORSHIP,
                                ONTO)
                        .failing(
                                CONDORCET_WINNER,
                                SMITH,
                                MUTUAL_MAJORITY,
                                MONOTONICITY,
                                PARTICIPATION,
                                REINFORCEMENT,
                                REVERSAL_SYMMETRY,
                                CLONE_INDEPENDENCE,
                                RESOLVABILITY,
                                IIA,
                                STRATEGY_PROOFNESS),
                RankingProfile.class,
                Runoffs::topTwo);
    }

    /** Drops whom the most ballots put last among those still in. */
    public static VotingRule coombs() {
        return new Choice<>(
                RuleInfo.of(
                                "coombs",
                                "Coombs",
                                COMPLETE,
                                "O(G m^2), ties up to 2^m sets",
                                "Coombs 1964, A Theory of Data; Grofman and Feld 2004, Electoral Studies 23")
                        .satisfying(
                                ANONYMITY,
                                NEUTRALITY,
                                UNANIMITY,
                                PARETO,
                                HOMOGENEITY,
                                NON_DICTATORSHIP,
                                ONTO,
                                CONDORCET_LOSER)
                        .failing(
                                MAJORITY,
                                MUTUAL_MAJORITY,
                                CONDORCET_WINNER,
                                SMITH,
                                MONOTONICITY,
                                PARTICIPATION,
                                REINFORCEMENT,
                                POSITIVE_INVOLVEMENT,
                                REVERSAL_SYMMETRY,
                                CLONE_INDEPENDENCE,
                                IIA,
                                STRATEGY_PROOFNESS),
                RankingProfile.class,
                Runoffs::coombs);
    }

    /** Drops the lowest Borda score among those still in. */
    public static VotingRule baldwin() {
        return new Choice<>(
                bordaRounds("baldwin", "Baldwin", "Baldwin 1926, Proc. Royal Society of Victoria 39"),
                RankingProfile.class,
                Runoffs::baldwin);
    }

    /** Drops everybody below the mean Borda score of those still in, at once. */
    public static VotingRule nanson() {
        return new Choice<>(
                bordaRounds(
                        "nanson",
                        "Nanson",
                        "Nanson 1883, Methods of election; Niou 1987, A note on Nanson's rule, Public Choice 54"),
                RankingProfile.class,
                Runoffs::nanson);
    }

    private static RuleInfo bordaRounds(String id, String name, String source) {
        return RuleInfo.of(id, name, RuleInfo.RANKINGS, "O(G m^2 + m^3)", source)
                .satisfying(
                        ANONYMITY,
                        NEUTRALITY,
                        UNANIMITY,
                        PARETO,
                        MAJORITY,
                        MUTUAL_MAJORITY,
                        CONDORCET_WINNER,
                        CONDORCET_LOSER,
                        SMITH,
                        HOMOGENEITY,
                        NON_DICTATORSHIP,
                        ONTO)
                .failing(
                        MONOTONICITY,
                        PARTICIPATION,
                        POSITIVE_INVOLVEMENT,
                        REVERSAL_SYMMETRY,
                        REINFORCEMENT,
                        CLONE_INDEPENDENCE,
                        IIA,
                        STRATEGY_PROOFNESS,
                        LATER_NO_HARM);
    }

    /** The first place at which somebody is ranked there or better by more than half; the most such ballots win. */
    public static VotingRule bucklin() {
        return new Choice<>(
                RuleInfo.of(
                                "bucklin",
                                "Bucklin",
                                RuleInfo.STRICT,
                                "O(G m + m^2)",
                                "Hoag and Hallett 1926, Proportional Representation")
                        .satisfying(
                                ANONYMITY,
                                NEUTRALITY,
                                UNANIMITY,
                                PARETO,
                                MAJORITY,
                                MUTUAL_MAJORITY,
                                MONOTONICITY,
                                HOMOGENEITY,
                                NON_DICTATORSHIP,
                                ONTO)
                        .failing(
                                CONDORCET_WINNER,
                                CONDORCET_LOSER,
                                SMITH,
                                PARTICIPATION,
                                POSITIVE_INVOLVEMENT,
                                RESOLVABILITY,
                                REINFORCEMENT,
                                REVERSAL_SYMMETRY,
                                CLONE_INDEPENDENCE,
                                IIA,
                                STRATEGY_PROOFNESS,
                                LATER_NO_HARM),
                RankingProfile.class,
                Runoffs::bucklin);
    }

    /** Who beats every other candidate; if there is none, the Borda winners. */
    public static VotingRule black() {
        return new Choice<>(
                RuleInfo.of(
                                "black",
                                "Black",
                                RuleInfo.RANKINGS,
                                "O(G m^2)",
                                "Black 1958, The Theory of Committees and Elections")
                        .satisfying(
                                ANONYMITY,
                                NEUTRALITY,
                                UNANIMITY,
                                PARETO,
                                MAJORITY,
                                CONDORCET_WINNER,
                                CONDORCET_LOSER,
                                MONOTONICITY,
                                HOMOGENEITY,
                                REVERSAL_SYMMETRY,
                                NON_DICTATORSHIP,
                                ONTO)
                        .failing(
                                SMITH,
                                MUTUAL_MAJORITY,
                                PARTICIPATION,
                                POSITIVE_INVOLVEMENT,
                                REINFORCEMENT,
                                CLONE_INDEPENDENCE,
                                IIA,
                                STRATEGY_PROOFNESS,
                                LATER_NO_HARM),
                RankingProfile.class,
                Runoffs::black);
    }
}
