package org.sed4j.voting.rule;

import java.util.EnumSet;
import java.util.Set;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Budget;
import org.sed4j.voting.ballot.Profile;

/**
 * Rules that spend a budget on projects, from approvals. Everything is an exact fraction.
 *
 * <p>Definitions follow Rey and Maly (2023), "The (Computational) Social Choice Take on Indivisible Participatory Budgeting",
 * and their library Pabutools.
 */
public final class Budgets {
    private static final Set<BallotKind> APPROVALS = EnumSet.of(BallotKind.APPROVAL);

    private Budgets() {}

    /** One project after another, of those that still fit the one with the most approvals for its cost. */
    public static BudgetRule greedy() {
        return rule(
                "pb-greedy",
                "Greedy by approvals per cost",
                "O(m^2 + G m)",
                "Talmon and Faliszewski 2019, A framework for approval-based budgeting methods, AAAI",
                (p, b, count) -> GreedyBudget.fund(p, b, true, count));
    }

    /** One project after another, of those that still fit the one with the most approvals: what most cities do. */
    public static BudgetRule greedyApprovals() {
        return rule(
                "pb-greedy-av",
                "Greedy by approvals",
                "O(m^2 + G m)",
                "Talmon and Faliszewski 2019, A framework for approval-based budgeting methods, AAAI",
                (p, b, count) -> GreedyBudget.fund(p, b, false, count));
    }

    /**
     * Equal shares, a project worth the same to all who approve of it: each voter has an equal share of the budget; the next
     * project is the one whose supporters pay least at most. Ends when nobody can be paid for; may leave money.
     */
    public static BudgetRule equalShares() {
        return shares("pb-mes", "Method of equal shares with costs, projects worth 1", false);
    }

    /** Equal shares, a project worth its cost to who approves of it: the next one is bought at the least price a unit. */
    public static BudgetRule equalSharesCost() {
        return shares("pb-mes-cost", "Method of equal shares with costs, projects worth their cost", true);
    }

    private static BudgetRule shares(String id, String name, boolean byCost) {
        return rule(
                id,
                name,
                "O(m^2 G log G), ties by branches",
                "Peters, Pierczynski and Skowron 2021, Proportional participatory budgeting with additive utilities, NeurIPS",
                (p, b, count) -> BudgetShares.fund(p, b, byCost, count));
    }

    /**
     * Sequential Phragmén: voters earn at one speed, and a project is bought as soon as its supporters hold its cost. Ends as
     * soon as a project that would be next does not fit.
     */
    public static BudgetRule phragmen() {
        return rule(
                "pb-phragmen",
                "Sequential Phragmen with costs",
                "O(m^2 G), ties by branches",
                "Los, Christoff and Grossi 2022, Proportional budget allocations: towards a systematization, IJCAI",
                BudgetPhragmen::fund);
    }

    private static BudgetRule rule(String id, String name, String cost, String source, Spending spending) {
        return new Funding(RuleInfo.of(id, name, APPROVALS, cost, source), spending);
    }

    /** Counts ballots that were found to be of the right kind. */
    @FunctionalInterface
    interface Spending {
        CommitteeOutcome fund(ApprovalProfile profile, Budget budget, Count count);
    }

    private record Funding(RuleInfo info, Spending spending) implements BudgetRule {
        @Override
        public CommitteeOutcome fund(Profile profile, Budget budget, Count count) {
            info.require(profile);
            return spending.fund((ApprovalProfile) profile, budget.require(profile.candidates()), count);
        }

        @Override
        public String toString() {
            return id();
        }
    }
}
