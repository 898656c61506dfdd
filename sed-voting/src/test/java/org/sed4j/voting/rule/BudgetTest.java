package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Budget;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.RankingProfile;

/** Rules for participatory budgets, on instances of Pabutools' own tests and on ones derived by hand. */
class BudgetTest {
    private static ApprovalProfile approvals(int projects, String... lines) {
        return ApprovalProfile.parse(Candidates.letters(projects), lines);
    }

    private static Set<List<String>> funded(BudgetRule rule, ApprovalProfile profile, Budget budget) {
        CommitteeOutcome outcome = rule.fund(profile, budget);
        assertThat(outcome.exact()).isTrue();
        return new HashSet<>(outcome.names());
    }

    /** Pabutools, tests/test_rule.py, "AppEx_1": two voters who approve of all; costs 1, 3, 2, 1, budget 3. */
    @Test
    void greedy_isExhaustive_andFollowsEveryTie() {
        ApprovalProfile all = approvals(4, "2: a, b, c, d");
        Budget budget = Budget.of(3, 1, 3, 2, 1);
        assertThat(funded(Budgets.greedy(), all, budget)).containsExactly(List.of("a", "d"));
        assertThat(funded(Budgets.greedyApprovals(), all, budget))
                .containsExactlyInAnyOrder(List.of("a", "c"), List.of("a", "d"), List.of("b"), List.of("c", "d"));
    }

    /** Pabutools, "AppEx_2" and, with two projects that nobody wants, "AppEx_3": costs 1, 0.9, 2, 1.09, budget 4. */
    @Test
    void equalShares_differByWhatAProjectIsWorth() {
        List<BigFraction> costs = List.of(
                BigFraction.ONE,
                new BigFraction(9, 10),
                BigFraction.TWO,
                new BigFraction(109, 100),
                new BigFraction(109, 100),
                new BigFraction(109, 100));
        for (int m : new int[] {4, 6}) {
            ApprovalProfile profile = approvals(m, "1: a", "2: b, c, d", "1: c");
            Budget budget = new Budget(costs.subList(0, m), new BigFraction(4));
            assertThat(funded(Budgets.equalShares(), profile, budget)).containsExactly(List.of("a", "b", "d"));
            assertThat(funded(Budgets.equalSharesCost(), profile, budget)).containsExactly(List.of("a", "c"));
        }
    }

    /** Pabutools, "AppEx_4": a costs nothing, b 1, c 2, budget 2. */
    @Test
    void projectsThatCostNothing_areTakenWhereTheyAreWorthSomething() {
        ApprovalProfile profile = approvals(3, "1: a", "1: a, b, c", "1: c");
        Budget budget = Budget.of(2, 0, 1, 2);
        assertThat(funded(Budgets.equalSharesCost(), profile, budget)).containsExactly(List.of());
        assertThat(funded(Budgets.equalShares(), profile, budget)).containsExactly(List.of("a"));
        assertThat(funded(Budgets.greedy(), profile, budget))
                .containsExactlyInAnyOrder(List.of("a", "b"), List.of("a", "c"));
        assertThat(funded(Budgets.greedyApprovals(), profile, budget)).containsExactly(List.of("a", "c"));
    }

    /** Pabutools, "EmptyProfile": one voter who approves of nobody; costs 1, 3, 2, 1, budget 3. */
    @Test
    void withoutApprovals_sharesBuyNothing_phragmenWhateverFitsFirst() {
        ApprovalProfile nobody = approvals(4, "1: ");
        Budget budget = Budget.of(3, 1, 3, 2, 1);
        assertThat(funded(Budgets.equalShares(), nobody, budget)).containsExactly(List.of());
        assertThat(funded(Budgets.equalSharesCost(), nobody, budget)).containsExactly(List.of());
        assertThat(funded(Budgets.phragmen(), nobody, budget))
                .containsExactlyInAnyOrder(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
        assertThat(funded(Budgets.greedyApprovals(), nobody, budget))
                .containsExactlyInAnyOrder(List.of("a", "c"), List.of("a", "d"), List.of("b"), List.of("c", "d"));
    }

    /** The running example of Lackner and Skowron (2023): every project costs 1, budget 4, as in Pabutools' tests. */
    @Test
    void unitCosts_giveTheCommitteesOfTheBook() {
        ApprovalProfile profile = approvals(7, "3: a, b", "3: a, c", "2: a, d", "1: b, c, f", "1: e", "1: f", "1: g");
        Budget budget = Budget.of(4, 1, 1, 1, 1, 1, 1, 1);
        assertThat(funded(Budgets.phragmen(), profile, budget)).containsExactly(List.of("a", "b", "c", "d"));
        assertThat(funded(Budgets.equalShares(), profile, budget)).containsExactly(List.of("a"));
        assertThat(funded(Budgets.equalSharesCost(), profile, budget)).containsExactly(List.of("a"));
    }

    /**
     * Derived: 3 voters want a (cost 3) and c (cost 4), 2 want b (cost 1), budget 5. Incomes: b is bought at time 1/2, a at
     * time 1, where its supporters hold 3. c would be next, at 1 + 4/3, and does not fit: it ends. Equal shares: everybody has
     * 1; b costs 1/2 a supporter, a costs 1, and c finds no money. Greedy per cost: b (2 a unit), a (1), and 1 is left.
     */
    @Test
    void aSmallTown_isFundedAsDerived() {
        ApprovalProfile profile = approvals(3, "3: a, c", "2: b");
        Budget budget = Budget.of(5, 3, 1, 4);
        for (BudgetRule rule : Rules.budgets()) {
            Set<List<String>> funded = funded(rule, profile, budget);
            if (rule.id().equals("pb-greedy-av")) { // a and c have 3 approvals each; with either b still fits
                assertThat(funded).containsExactlyInAnyOrder(List.of("a", "b"), List.of("b", "c"));
            } else {
                assertThat(funded).as(rule.id()).containsExactly(List.of("a", "b"));
            }
        }
        // At budget 4 everybody has 4/5, and three voters hold 12/5: too little for a. Phragmen's money grows until it
        // fits.
        assertThat(funded(Budgets.equalShares(), profile, Budget.of(4, 3, 1, 4)))
                .containsExactly(List.of("b"));
        assertThat(funded(Budgets.phragmen(), profile, Budget.of(4, 3, 1, 4))).containsExactly(List.of("a", "b"));
    }

    @Test
    void withUnitCosts_theRulesAreThoseForCommittees() {
        Rng rng = Seed.of(61).rng();
        for (int trial = 0; trial < 200; trial++) {
            int m = 2 + rng.below(4);
            ApprovalProfile.Builder builder = ApprovalProfile.over(Candidates.letters(m));
            for (int i = 0; i < 1 + rng.below(7); i++) {
                List<Integer> approved = new java.util.ArrayList<>();
                for (int c = 0; c < m; c++) {
                    if (rng.below(2) == 0) {
                        approved.add(c);
                    }
                }
                builder.add(1 + rng.below(2), new Approval(approved));
            }
            ApprovalProfile profile = builder.build();
            long[] ones = new long[m];
            java.util.Arrays.fill(ones, 1);
            int k = 1 + rng.below(m);
            Budget budget = Budget.of(k, ones);
            assertThat(Budgets.equalShares().fund(profile, budget).committees())
                    .as("%s", profile)
                    .isEqualTo(Committees.equalShares().elect(profile, k).committees());
            assertThat(Budgets.greedy().fund(profile, budget).committees())
                    .as("%s", profile)
                    .isEqualTo(Committees.approval().elect(profile, k).committees());
        }
    }

    @Test
    void whatDoesNotFitTogether_isRefused() {
        ApprovalProfile profile = approvals(2, "1: a");
        assertThatThrownBy(() -> Budgets.phragmen().fund(profile, Budget.of(1, 1)))
                .hasMessageContaining("costs of a budget (1) must be 2");
        assertThatThrownBy(() -> Budget.of(-1, 1)).hasMessageContaining("budget (-1) must not be negative");
        assertThatThrownBy(() -> Budget.of(1, -1)).hasMessageContaining("cost of candidate 0 (-1)");
        RankingProfile rankings = RankingProfile.parse(Candidates.letters(2), "1: a > b");
        assertThatThrownBy(() -> Budgets.phragmen().fund(rankings, Budget.of(1, 1, 1)))
                .isInstanceOf(UndefinedRuleException.class);
    }

    @Test
    void coombs_inBothForms_differWhereAMajorityIsLastOfThoseLeft() {
        RankingProfile profile = RankingProfile.parse(
                Candidates.of("1", "2", "3", "4"), "1: 1 > 2 > 3 > 4", "1: 4 > 2 > 1 > 3", "1: 4 > 3 > 1 > 2");
        assertThat(Eliminations.coombs().apply(profile).winnerNames()).containsExactly("1", "4");
        assertThat(Eliminations.coombsMajority().apply(profile).winnerNames()).containsExactly("4");
    }
}
