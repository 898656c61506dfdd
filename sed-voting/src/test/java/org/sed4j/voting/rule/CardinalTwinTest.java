package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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
            int[][] grades = new int[1 + rng.below(7)][1 + rng.below(6)];
            for (int[] row : grades) {
                Arrays.setAll(row, c -> rng.below(4));
            }
            compareGrades(grades);
        }
    }

    private static void compareGrades(int[][] grades) {
        int m = grades[0].length;
        GradeProfile.Builder builder = GradeProfile.over(Candidates.letters(m), 3);
        ApprovalProfile.Builder approvals = ApprovalProfile.over(Candidates.letters(m));
        for (int[] row : grades) {
            builder.add(1, Grades.of(row));
            List<Integer> approved =
                    IntStream.range(0, m).filter(c -> row[c] >= 2).boxed().toList();
            approvals.add(1, new Approval(approved));
        }
        GradeProfile profile = builder.build();
        same(
                Cardinal.range(),
                profile,
                best(
                        m,
                        c -> BigDecimal.valueOf(
                                Arrays.stream(grades).mapToInt(r -> r[c]).sum())));
        same(
                Cardinal.approval(),
                approvals.build(),
                best(
                        m,
                        c -> BigDecimal.valueOf(
                                Arrays.stream(grades).filter(r -> r[c] >= 2).count())));
        same(Cardinal.majorityJudgement(), profile, best(m, c -> majorityValue(grades, c)));
        same(Cardinal.star(), profile, star(grades, m));
    }

    /** Grades of which {@value Grades#UNGRADED} is none: means and medians of those given. */
    @Test
    void rulesByTheGradesGiven_agreeWithTheirTwins() {
        Rng rng = Seed.of(93).rng();
        for (int trial = 0; trial < TRIALS; trial++) {
            int[][] grades = new int[1 + rng.below(7)][1 + rng.below(6)];
            for (int[] row : grades) {
                Arrays.setAll(row, c -> rng.below(5) - 1);
            }
            compareGiven(grades);
        }
    }

    private static void compareGiven(int[][] grades) {
        int m = grades[0].length;
        GradeProfile.Builder builder = GradeProfile.over(Candidates.letters(m), 3);
        for (int[] row : grades) {
            builder.add(1, Grades.of(row));
        }
        GradeProfile profile = builder.build();
        same(Cardinal.rangeMean(), profile, best(m, c -> mean(given(grades, c))));
        same(Cardinal.rangeMedian(), profile, best(m, c -> median(given(grades, c))));
    }

    private static int[] given(int[][] grades, int c) {
        return Arrays.stream(grades)
                .mapToInt(row -> row[c])
                .filter(grade -> grade >= 0)
                .sorted()
                .toArray();
    }

    /** Times 420, which every number of up to 7 voters divides. */
    private static BigDecimal mean(int[] given) {
        return BigDecimal.valueOf(
                given.length == 0
                        ? -1
                        : 420 / given.length * Arrays.stream(given).sum());
    }

    private static BigDecimal median(int[] given) {
        return BigDecimal.valueOf(given.length == 0 ? -1 : given[(given.length - 1) / 2]);
    }

    private static void same(VotingRule rule, Profile profile, Set<Integer> expected) {
        if (!winners(rule, profile).equals(expected)) {
            fail("%s on %s: %s, by its twin %s".formatted(rule.id(), profile, winners(rule, profile), expected));
        }
    }

    /** Every multiset of up to {@code most} rows of 3 numbers from 0 to {@code highest}. */
    private static void everyProfile(int highest, int most, Consumer<int[][]> use) {
        int rows = (highest + 1) * (highest + 1) * (highest + 1);
        for (int n = 1; n <= most; n++) {
            int[] chosen = new int[n];
            do {
                int[][] profile = new int[n][];
                for (int i = 0; i < n; i++) {
                    int code = chosen[i];
                    int base = highest + 1;
                    profile[i] = new int[] {code / base / base, code / base % base, code % base};
                }
                use.accept(profile);
            } while (nextMultiset(chosen, rows));
        }
    }

    private static boolean nextMultiset(int[] chosen, int rows) {
        int i = chosen.length - 1;
        while (i >= 0 && chosen[i] == rows - 1) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        Arrays.fill(chosen, i, chosen.length, chosen[i] + 1);
        return true;
    }

    @Test
    void rules_agreeWithTheirTwins_onAllSmallProfiles() {
        int[] seen = new int[1];
        Consumer<int[][]> compare = rows -> {
            seen[0]++;
            compareGrades(rows);
            compareGiven(rows);
            double[][] u = new double[rows.length][];
            Arrays.setAll(u, i -> Arrays.stream(rows[i]).asDoubleStream().toArray());
            compareUtilities(u);
        };
        everyProfile(1, 5, compare);
        assertThat(seen[0]).isEqualTo(8 + 36 + 120 + 330 + 792); // multisets of 8 ballots: C(7 + n, n)
        everyProfile(2, 2, compare);
        assertThat(seen[0]).isEqualTo(1286 + 27 + 378);
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
            int m = 1 + Math.min(rng.below(6), rng.below(6));
            int n = 1 + Math.min(rng.below(6), rng.below(6));
            double[][] u = new double[n][m];
            for (double[] row : u) {
                Arrays.setAll(row, c -> rng.below(3) == 0 ? rng.uniform() : rng.below(5));
            }
            compareUtilities(u);
        }
    }

    private static void compareUtilities(double[][] u) {
        int m = u[0].length;
        UtilityProfile profile = UtilityProfile.of(Candidates.letters(m), u);
        same(Welfare.utilitarian(), profile, bestSum(u, (row, c) -> row[c]));
        same(
                Welfare.egalitarian(),
                profile,
                best(
                        m,
                        c -> new BigDecimal(
                                Arrays.stream(u).mapToDouble(r -> r[c]).min().orElseThrow())));
        same(Welfare.nash(), profile, best(m, c -> product(u, c, 0)));
        same(Welfare.nashBargaining(0.5), profile, best(m, c -> product(u, c, 0.5)));
        same(Welfare.leximin(), profile, leximin(u, m));
        same(Welfare.relativeUtilitarian(), profile, bestSum(u, (row, c) -> {
            double low = Arrays.stream(row).min().orElseThrow();
            double range = Arrays.stream(row).max().orElseThrow() - low;
            return range == 0 ? 0 : (row[c] - low) / range;
        }));
        same(Welfare.cumulative(), profile, bestSum(u, (row, c) -> {
            double all = Arrays.stream(row)
                    .mapToObj(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .doubleValue();
            return all == 0 ? 0 : row[c] / all;
        }));
        same(Welfare.quadratic(), profile, bestSum(u, (row, c) -> {
            double credits = Arrays.stream(row)
                    .mapToObj(votes -> new BigDecimal(Math.pow(votes, 2)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .doubleValue();
            return row[c] / Math.max(1, Math.sqrt(credits));
        }));
        same(Welfare.powerMean(2), profile, bestSum(u, (row, c) -> StrictMath.pow(row[c], 2)));
        same(Welfare.powerMean(0.5), profile, bestSum(u, (row, c) -> StrictMath.pow(row[c], 0.5)));
        same(Welfare.powerMean(-1), profile, harmonic(u, m));
    }

    private interface Points {
        double of(double[] row, int c);
    }

    /** The largest sums of points, added exactly and rounded once. */
    private static Set<Integer> bestSum(double[][] u, Points points) {
        return best(u[0].length, c -> {
            BigDecimal sum = BigDecimal.ZERO;
            for (double[] row : u) {
                sum = sum.add(new BigDecimal(points.of(row, c)));
            }
            return new BigDecimal(sum.doubleValue());
        });
    }

    private static BigDecimal product(double[][] u, int c, double disagreement) {
        BigDecimal product = BigDecimal.ONE;
        for (double[] row : u) {
            product = product.multiply(new BigDecimal(row[c])
                    .subtract(new BigDecimal(disagreement))
                    .max(BigDecimal.ZERO));
        }
        return product;
    }

    /** The harmonic mean: 0 as soon as one utility is. */
    private static Set<Integer> harmonic(double[][] u, int m) {
        boolean[] poor = new boolean[m];
        for (int c = 0; c < m; c++) {
            int candidate = c;
            poor[c] = Arrays.stream(u).anyMatch(row -> row[candidate] == 0);
        }
        boolean all = IntStream.range(0, m).allMatch(c -> poor[c]);
        return all
                ? Choice.set(Tournaments.all(m))
                : bestSum(
                        u,
                        (row, c) -> poor[c] ? -1e300 : -StrictMath.pow(row[c], -1)); // far below any sum of the others
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
