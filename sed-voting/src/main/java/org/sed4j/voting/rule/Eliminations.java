package org.sed4j.voting.rule;

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
        return rule(
                "irv",
                "Instant runoff (alternative vote, Hare)",
                RuleInfo.STRICT,
                "O(G m^2), ties up to 2^m sets",
                "Ware 1871; Tideman 1987, Soc. Choice Welf. 4",
                Runoffs::irv);
    }

    /** The two with the most first places, then the one of them whom more voters prefer. */
    public static VotingRule topTwo() {
        return rule("top-two", "Top-two runoff", RuleInfo.STRICT, "O(G m)", "folklore", Runoffs::topTwo);
    }

    /** Drops whom the most ballots put last among those still in, until one is left, whoever is first on most ballots. */
    public static VotingRule coombs() {
        return rule(
                "coombs",
                "Coombs, to the last candidate",
                COMPLETE,
                "O(G m^2), ties up to 2^m sets",
                "Coombs 1964, A Theory of Data",
                (profile, count) -> Runoffs.coombs(profile, false, count));
    }

    /** The same, but whoever more than half of the ballots put first among those still in wins at once. */
    public static VotingRule coombsMajority() {
        return rule(
                "coombs-majority",
                "Coombs, stopping at a majority",
                COMPLETE,
                "O(G m^2), ties up to 2^m sets",
                "Grofman and Feld 2004, Electoral Studies 23",
                (profile, count) -> Runoffs.coombs(profile, true, count));
    }

    /** Drops the lowest Borda score among those still in. */
    public static VotingRule baldwin() {
        return rule(
                "baldwin",
                "Baldwin",
                RuleInfo.RANKINGS,
                "O(G m^2 + m^3)",
                "Baldwin 1926, Proc. Royal Society of Victoria 39",
                Runoffs::baldwin);
    }

    /** Drops everybody below the mean Borda score of those still in, at once. */
    public static VotingRule nanson() {
        return rule(
                "nanson",
                "Nanson",
                RuleInfo.RANKINGS,
                "O(G m^2 + m^3)",
                "Nanson 1883, Methods of election; Niou 1987, A note on Nanson's rule, Public Choice 54",
                Runoffs::nanson);
    }

    /** The first place at which somebody is ranked there or better by more than half; the most such ballots win. */
    public static VotingRule bucklin() {
        return rule(
                "bucklin",
                "Bucklin",
                RuleInfo.STRICT,
                "O(G m + m^2)",
                "Hoag and Hallett 1926, Proportional Representation",
                Runoffs::bucklin);
    }

    /** Who beats every other candidate; if there is none, the Borda winners. */
    public static VotingRule black() {
        return rule(
                "black",
                "Black",
                RuleInfo.RANKINGS,
                "O(G m^2)",
                "Black 1958, The Theory of Committees and Elections",
                Runoffs::black);
    }

    private static VotingRule rule(
            String id,
            String name,
            Set<BallotKind> accepts,
            String cost,
            String source,
            Choice.Counting<RankingProfile> counting) {
        RuleInfo info = KnownAxioms.of(RuleInfo.of(id, name, accepts, cost, source));
        return new Choice<>(info, RankingProfile.class, counting);
    }
}
