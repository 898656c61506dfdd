package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.UtilityProfile;

/** Rules on approvals, grades and utilities against literal second implementations. */
class CardinalTwinTest {
    private static final int TRIALS = 10_000;

    /** The maximisers of a score among m candidates. */
    private static Set<Integer> best(int m, IntFunction<BigDecimal> score) {
        List<BigDecimal> scores = IntStream.range(0, m).mapToObj(score).toList();
        BigDecimal most = scores.stream().reduce(BigDecimal::max).orElseThrow();
        Set<Integer> best = new TreeSet<>();
        for (int c = 0; c < m; c++) {
            if (scores.get(c).compareTo(most) == 0) {
                best.add(c);
            }
        }
        return best;
    }

    private static Set<Integer> winners(VotingRule rule, Profile profile) {
        return Choice.set(rule.apply(profile).winners());
    }

    @Test
    void gradeRules_agreeWithTheirTwins() {
        Rng rng = Seed.of(91).rng();
        for (int trial = 0; trial < TRIALS; trial++) {
            int m = 1 + rng.below(6);
            int n = 1 + rng.below(7);
            int[][] grades = new int[n][m];
            GradeProfile.Builder builder = GradeProfile.over(Candidates.letters(m), 3);
            ApprovalProfile.Builder approvals = ApprovalProfile.over(Candidates.letters(m));
            for (int[] row : grades) {
                Arrays.setAll(row, c -> rng.below(4));
                builder.add(1, Grades.of(row));
                approvals.add(
                        1,
                        new Approval(IntStream.range(0, m)
                                .filter(c -> row[c] >= 2)
                                .boxed()
                                .toList()));
            }
            GradeProfile profile = builder.build();
            assertThat(winners(Cardinal.range(), profile))
                    .isEqualTo(best(
                            m,
                            c -> BigDecimal.valueOf(
                                    Arrays.stream(grades).mapToInt(r -> r[c]).sum())));
            assertThat(winners(Cardinal.approval(), approvals.build()))
                    .isEqualTo(best(
                            m,
                            c -> BigDecimal.valueOf(
                                    Arrays.stream(grades).filter(r -> r[c] >= 2).count())));
            assertThat(winners(Cardinal.majorityJudgement(), profile))
                    .as("%s", profile)
                    .isEqualTo(best(m, c -> majorityValue(grades, c)));
            assertThat(winners(Cardinal.star(), profile)).as("%s", profile).isEqualTo(star(grades, m));
        }
    }

    /** The majority value as a number: lower medians taken out one by one are its digits in base 4. */
    private static BigDecimal majorityValue(int[][] grades, int c) {
        List<Integer> left =
                new ArrayList<>(Arrays.stream(grades).map(r -> r[c]).sorted().toList());
        BigDecimal value = BigDecimal.ZERO;
        while (!left.isEmpty()) {
            value = value.multiply(BigDecimal.valueOf(4)).add(BigDecimal.valueOf(left.remove((left.size() - 1) / 2)));
        }
        return value;
    }

    private static Set<Integer> star(int[][] grades, int m) {
        if (m == 1) {
            return Set.of(0);
        }
        int[] sum = new int[m];
        Arrays.setAll(sum, c -> Arrays.stream(grades).mapToInt(r -> r[c]).sum());
        Set<Integer> winners = new TreeSet<>();
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                int x = a;
                int y = b;
                boolean meet = a != b
                        && IntStream.range(0, m).noneMatch(c -> c != x && c != y && sum[c] > Math.min(sum[x], sum[y]));
                long forA = Arrays.stream(grades).filter(r -> r[x] > r[y]).count();
                long forB = Arrays.stream(grades).filter(r -> r[y] > r[x]).count();
                if (meet && forA >= forB) {
                    winners.add(a);
                }
            }
        }
        return winners;
    }

    @Test
    void utilityRules_agreeWithTheirTwins() {
        Rng rng = Seed.of(92).rng();
        for (int trial = 0; trial < TRIALS; trial++) {
            int m = 1 + rng.below(6);
            int n = 1 + rng.below(6);
            double[][] u = new double[n][m];
            for (double[] row : u) {
                Arrays.setAll(row, c -> rng.below(3) == 0 ? rng.uniform() : rng.below(5));
            }
            UtilityProfile profile = UtilityProfile.of(Candidates.letters(m), u);
            assertThat(winners(Welfare.utilitarian(), profile)).isEqualTo(best(m, c -> {
                BigDecimal sum = BigDecimal.ZERO;
                for (double[] row : u) {
                    sum = sum.add(new BigDecimal(row[c]));
                }
                return new BigDecimal(sum.doubleValue()); // sums are rounded once
            }));
            assertThat(winners(Welfare.egalitarian(), profile))
                    .isEqualTo(best(
                            m,
                            c -> new BigDecimal(Arrays.stream(u)
                                    .mapToDouble(r -> r[c])
                                    .min()
                                    .orElseThrow())));
            assertThat(winners(Welfare.nash(), profile)).isEqualTo(best(m, c -> {
                BigDecimal product = BigDecimal.ONE;
                for (double[] row : u) {
                    product = product.multiply(new BigDecimal(row[c]));
                }
                return product;
            }));
            assertThat(winners(Welfare.leximin(), profile)).isEqualTo(leximin(u, m));
        }
    }

    private static Set<Integer> leximin(double[][] u, int m) {
        Set<Integer> best = new TreeSet<>();
        for (int c = 0; c < m; c++) {
            boolean beaten = false;
            for (int d = 0; d < m; d++) {
                int a = c;
                int b = d;
                double[] x = Arrays.stream(u).mapToDouble(r -> r[a]).sorted().toArray();
                double[] y = Arrays.stream(u).mapToDouble(r -> r[b]).sorted().toArray();
                beaten |= Arrays.compare(y, x) > 0;
            }
            if (!beaten) {
                best.add(c);
            }
        }
        return best;
    }

    @Test
    void largeElectorates_compareMajorityValuesByCounts() {
        // Derived: a billion voters; both medians are 1; b's grades rise first going outwards from the median.
        GradeProfile profile = GradeProfile.over(Candidates.letters(2), 2)
                .add(400_000_000, Grades.of(0, 0))
                .add(199_999_999, Grades.of(1, 1))
                .add(1, Grades.of(1, 2))
                .add(400_000_000, Grades.of(2, 2))
                .build();
        assertThat(Cardinal.majorityJudgement().apply(profile).winnerNames()).containsExactly("b");
    }

    @Test
    void negativeUtilities_areNamedByRulesThatCannotCountThem() {
        UtilityProfile loss = UtilityProfile.of(Candidates.letters(2), new double[][] {{1, -1}});
        assertThatThrownBy(() -> Welfare.nash().apply(loss))
                .hasMessageContaining("utility of b on ballot 0 under nash (-1.0)");
        assertThatThrownBy(() -> Welfare.cumulative().apply(loss)).hasMessageContaining("cumulative");
        assertThat(Welfare.nashBargaining(-2).apply(loss).winnerNames()).containsExactly("a");
    }
}
