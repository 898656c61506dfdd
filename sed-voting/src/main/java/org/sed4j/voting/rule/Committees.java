package org.sed4j.voting.rule;

import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * Rules that elect committees: from approvals by Thiele's scores, Phragmén's loads or equal shares, from rankings by single
 * transferable vote. Everything that divides is an exact fraction.
 *
 * <p>Sources and definitions follow Lackner and Skowron (2023), "Multi-Winner Voting with Approval Preferences", Springer.
 */
public final class Committees {
    private static final Set<BallotKind> APPROVALS = EnumSet.of(BallotKind.APPROVAL);
    private static final String ENUMERATION = "O(C(m,k) G k) up to 5 million committees";

    private Committees() {}

    /** The k candidates with the most approvals. */
    public static CommitteeRule approval() {
        return approvalRule("av", "Approval voting (block)", "O(G m)", "folklore", AdditiveCommittees::approval);
    }

    /** Satisfaction approval voting: a voter's one point is shared by all whom the voter approves of. */
    public static CommitteeRule satisfaction() {
        return approvalRule(
                "sav",
                "Satisfaction approval",
                "O(G m)",
                "Brams and Kilgour 2014, Satisfaction approval voting",
                AdditiveCommittees::satisfaction);
    }

    /** Proportional approval voting: a voter with j members in the committee counts 1 + 1/2 + ... + 1/j. */
    public static CommitteeRule pav() {
        return thiele("pav", "Proportional approval", "Thiele 1895, Om Flerfoldsvalg", Thiele.Weights.HARMONIC);
    }

    /** Approval Chamberlin-Courant: a voter with a member in the committee counts 1. */
    public static CommitteeRule chamberlinCourant() {
        return thiele(
                "cc",
                "Approval Chamberlin-Courant",
                "Chamberlin and Courant 1983, Am. Polit. Sci. Rev. 77",
                Thiele.Weights.COVERAGE);
    }

    private static CommitteeRule thiele(String id, String name, String source, Thiele.Weights weights) {
        return approvalRule(id, name, ENUMERATION, source, (p, k, count) -> Thiele.optimal(p, k, weights, count));
    }

    /** Sequential PAV: adds the candidate that raises the PAV score most, k times. */
    public static CommitteeRule sequentialPav() {
        return approvalRule(
                "seq-pav",
                "Sequential proportional approval",
                "O(k m G), ties by branches",
                "Thiele 1895",
                (p, k, count) -> Thiele.sequential(p, k, Thiele.Weights.HARMONIC, count));
    }

    /** Sequential Chamberlin-Courant: adds the candidate who covers the most voters not yet covered, k times. */
    public static CommitteeRule sequentialChamberlinCourant() {
        return approvalRule(
                "seq-cc",
                "Sequential Chamberlin-Courant",
                "O(k m G), ties by branches",
                "Lu and Boutilier 2011, IJCAI",
                (p, k, count) -> Thiele.sequential(p, k, Thiele.Weights.COVERAGE, count));
    }

    /** Reverse sequential PAV: from all candidates, takes out the one that lowers the PAV score least, m - k times. */
    public static CommitteeRule reverseSequentialPav() {
        return approvalRule(
                "rev-seq-pav",
                "Reverse sequential proportional approval",
                "O(m^2 G), ties by branches",
                "Thiele 1895",
                (p, k, count) -> Thiele.reverse(p, k, count));
    }

    /** Sequential Phragmén: a seat costs 1, shared by those who approve; the next is who leaves the highest load lowest. */
    public static CommitteeRule phragmen() {
        return approvalRule(
                "seq-phragmen",
                "Sequential Phragmen",
                "O(k m G), ties by branches",
                "Phragmen 1894; Brill, Freeman, Janson and Lackner 2024, Math. Programming 203",
                Phragmen::elect);
    }

    /** Equal shares: each voter has k/n to spend, a seat costs 1; ends when nobody can be paid for. May leave seats empty. */
    public static CommitteeRule equalShares() {
        return shares("mes", "Method of equal shares, no completion", EqualShares.Completion.NONE);
    }

    /** Equal shares; seats left are filled by sequential Phragmén from the money that was left. */
    public static CommitteeRule equalSharesPhragmen() {
        return shares("mes-phragmen", "Method of equal shares, completed by Phragmen", EqualShares.Completion.PHRAGMEN);
    }

    /** Equal shares; seats left are filled by approvals. */
    public static CommitteeRule equalSharesApproval() {
        return shares("mes-av", "Method of equal shares, completed by approvals", EqualShares.Completion.APPROVALS);
    }

    /** Equal shares with the budget raised, by one seat's price at a time, until it would elect more than k. */
    public static CommitteeRule equalSharesBudget() {
        return shares(
                "mes-budget", "Method of equal shares, completed by raising the budget", EqualShares.Completion.BUDGET);
    }

    private static CommitteeRule shares(String id, String name, EqualShares.Completion completion) {
        return approvalRule(
                id,
                name,
                "O(k m G log G), ties by branches",
                "Peters and Skowron 2020, Proportionality and the limits of welfarism, EC",
                (p, k, count) -> EqualShares.elect(p, k, completion, count));
    }

    /** Single transferable vote with the Droop quota and exact weighted-inclusive-Gregory transfers. */
    public static CommitteeRule stv() {
        return stv("stv", "Single transferable vote (exact Gregory)", "Tideman 1995, J. Econ. Perspectives 9", false);
    }

    /** Single transferable vote as in Scottish council elections: transfer values cut to five decimals. */
    public static CommitteeRule stvScottish() {
        return stv(
                "stv-scottish",
                "Single transferable vote (Scottish)",
                "The Scottish Local Government Elections Order 2007, schedule 1, part III",
                true);
    }

    private static CommitteeRule stv(String id, String name, String source, boolean scottish) {
        RuleInfo info = RuleInfo.of(id, name, RuleInfo.STRICT, "O(rounds G m), ties by branches", source);
        return new Electing<>(info, RankingProfile.class, (p, k, count) -> Transfers.count(p, k, scottish, count));
    }

    /** Single transferable vote by Meek: everybody keeps the share of every ballot that just meets the quota. */
    public static CommitteeRule stvMeek() {
        RuleInfo info = RuleInfo.of(
                "stv-meek",
                "Single transferable vote (Meek)",
                RuleInfo.STRICT,
                "O(rounds iterations G m), ties by branches",
                "Hill, Wichmann and Woodall 1987, Algorithm 123, Computer Journal 30");
        return new Electing<>(info, RankingProfile.class, Meek::count);
    }

    private static CommitteeRule approvalRule(
            String id, String name, String cost, String source, Counting<ApprovalProfile> counting) {
        return new Electing<>(RuleInfo.of(id, name, APPROVALS, cost, source), ApprovalProfile.class, counting);
    }

    /** Counts ballots that were found to be of the right kind. */
    @FunctionalInterface
    interface Counting<P> {
        CommitteeOutcome count(P profile, int k, Count count);
    }

    private record Electing<P extends Profile>(RuleInfo info, Class<P> type, Counting<P> counting)
            implements CommitteeRule {
        @Override
        public CommitteeOutcome elect(Profile profile, int k, Count count) {
            info.require(profile);
            return counting.count(type.cast(profile), CommitteeRule.requireSeats(profile, k), count);
        }

        @Override
        public String toString() {
            return id();
        }
    }

    /** The PAV score of a committee: Σ over voters of 1 + 1/2 + ... + 1/(members approved of). */
    public static BigFraction pavScore(ApprovalProfile profile, Iterable<Integer> committee) {
        return Thiele.score(profile, Choice.set(committee), Thiele.Weights.HARMONIC);
    }
}
