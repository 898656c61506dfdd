package org.sed4j.voting.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.InvalidBallotException;
import org.sed4j.voting.ballot.TypeProfile;

class ContinuousRulesTest {
    /** Two roundings to double of numbers of size one. */
    private static final Offset<Double> ROUNDING = within(1e-15);
    /** Weiszfeld's iteration converges linearly; 100 steps from the mean reach this on the instances below. */
    private static final Offset<Double> WEISZFELD = within(1e-6);

    private static double choose(ContinuousRule rule, double... reports) {
        return rule.choose(TypeProfile.of("sigma", reports))[0];
    }

    @Test
    void rules_onFiveReports_agreeWithHandComputation() {
        double[] x = {0.9, 0.1, 0.2, 0.4, 0.4}; // derived: sorted .1 .2 .4 .4 .9, sum 2.0
        assertThat(choose(ContinuousRules.mean(), x)).isCloseTo(0.4, ROUNDING);
        assertThat(choose(ContinuousRules.median(), x)).isEqualTo(0.4);
        assertThat(choose(ContinuousRules.trimmedMean(0.2), x)).isCloseTo(1.0 / 3, ROUNDING);
        assertThat(choose(ContinuousRules.winsorisedMean(0.2), x)).isCloseTo(1.6 / 5, ROUNDING);
        assertThat(choose(ContinuousRules.min(), x)).isEqualTo(0.1);
        assertThat(choose(ContinuousRules.max(), x)).isEqualTo(0.9);
        assertThat(choose(ContinuousRules.midrange(), x)).isEqualTo(0.5);
        assertThat(choose(ContinuousRules.dictator(1), x)).isEqualTo(0.1);
        // Derived: reports and phantoms 0 .2 .4 .6 .8 1 sorted: 0 .1 .2 .2 .4 .4 | .4 ... the sixth of eleven is .4.
        assertThat(choose(ContinuousRules.uniformPhantom(), x)).isEqualTo(0.4);
    }

    @Test
    void median_ofEvenlyManyReports_isAnInterval() {
        double[] x = {0.1, 0.2, 0.6, 0.9};
        assertThat(choose(ContinuousRules.median(), x)).isEqualTo(0.2);
        assertThat(choose(ContinuousRules.upperMedian(), x)).isEqualTo(0.6);
        assertThat(choose(ContinuousRules.midMedian(), x)).isEqualTo(0.4);
    }

    @Test
    void weights_countLikeCopiesOfTheVoter() {
        Rng rng = Seed.of(5).rng();
        for (int trial = 0; trial < 500; trial++) {
            int n = 1 + rng.below(7);
            double[][] rows = new double[n][1];
            double[] weights = new double[n];
            double[] copies = new double[0];
            for (int i = 0; i < n; i++) {
                rows[i][0] = rng.below(11) / 10.0;
                weights[i] = 1 + rng.below(3);
                int from = copies.length;
                copies = Arrays.copyOf(copies, from + (int) weights[i]);
                Arrays.fill(copies, from, copies.length, rows[i][0]);
            }
            TypeProfile weighted = TypeProfile.of(List.of("sigma"), rows, weights, new double[0]);
            assertThat(ContinuousRules.median().choose(weighted)[0])
                    .isEqualTo(choose(ContinuousRules.median(), copies));
            assertThat(ContinuousRules.upperMedian().choose(weighted)[0])
                    .isEqualTo(choose(ContinuousRules.upperMedian(), copies));
            assertThat(ContinuousRules.mean().choose(weighted)[0])
                    .isCloseTo(choose(ContinuousRules.mean(), copies), ROUNDING);
        }
    }

    @Test
    void rules_agreeWithSortingOnRandomProfiles() {
        Rng rng = Seed.of(6).rng();
        for (int trial = 0; trial < 10_000; trial++) {
            int n = 1 + rng.below(12);
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = rng.below(2) == 0 ? rng.uniform() : rng.below(n + 1) / (double) n;
            }
            double[] sorted = x.clone();
            Arrays.sort(sorted);
            assertThat(choose(ContinuousRules.median(), x)).isEqualTo(sorted[(n - 1) / 2]);
            assertThat(choose(ContinuousRules.upperMedian(), x)).isEqualTo(sorted[n / 2]);
            assertThat(choose(ContinuousRules.uniformPhantom(), x)).isEqualTo(naivePhantoms(x));
            int cut = (int) (0.3 * n);
            double kept = Arrays.stream(sorted, cut, n - cut).sum() / (n - 2 * cut);
            assertThat(choose(ContinuousRules.trimmedMean(0.3), x)).isCloseTo(kept, ROUNDING);
            double drawn = 0;
            for (double v : x) {
                drawn += Math.min(Math.max(v, sorted[cut]), sorted[n - 1 - cut]) / n;
            }
            assertThat(choose(ContinuousRules.winsorisedMean(0.3), x)).isCloseTo(drawn, within(1e-14));
        }
    }

    @Test
    void selectionFromManyReports_agreesWithSorting_howeverTheyLie() {
        Rng rng = Seed.of(8).rng();
        for (int trial = 0; trial < 60; trial++) {
            double[] x = new double[2049 + rng.below(5000)];
            int shape = trial % 4;
            for (int i = 0; i < x.length; i++) {
                double u = rng.uniform();
                x[i] = shape == 0 ? u : shape == 1 ? Math.pow(u, 40) : shape == 2 ? rng.below(3) / 2.0 : 0.25;
            }
            x[0] = shape == 1 ? 1 : x[0];
            double[] sorted = x.clone();
            Arrays.sort(sorted);
            assertThat(choose(ContinuousRules.median(), x)).isEqualTo(sorted[(x.length - 1) / 2]);
            assertThat(choose(ContinuousRules.upperMedian(), x)).isEqualTo(sorted[x.length / 2]);
            assertThat(choose(ContinuousRules.uniformPhantom(), x)).isEqualTo(naivePhantoms(x));
        }
    }

    private static double naivePhantoms(double[] x) {
        int n = x.length;
        double[] all = Arrays.copyOf(x, 2 * n + 1);
        for (int k = 0; k <= n; k++) {
            all[n + k] = (double) k / n;
        }
        Arrays.sort(all);
        return all[n];
    }

    @Test
    void everyRule_ignoresTheOrderOfVoters_toTheLastBit() {
        Rng rng = Seed.of(7).rng();
        for (int trial = 0; trial < 200; trial++) {
            double[] x = rng.below(2) == 0 ? new double[101] : new double[2 + rng.below(5)];
            for (int i = 0; i < x.length; i++) {
                x[i] = rng.uniform();
            }
            double[] y = x.clone();
            int[] order = new int[x.length];
            Arrays.setAll(order, i -> i);
            rng.shuffle(order);
            for (int i = 0; i < x.length; i++) {
                y[i] = x[order[i]];
            }
            for (ContinuousRule rule : ContinuousRules.standard()) {
                assertThat(choose(rule, y)).as(rule.id()).isEqualTo(choose(rule, x));
            }
        }
    }

    @Test
    void everyRule_isUnanimous() {
        for (ContinuousRule rule : ContinuousRules.standard()) {
            assertThat(choose(rule, 0.3, 0.3, 0.3)).as(rule.id()).isEqualTo(0.3);
        }
    }

    @Test
    void uniformPhantom_givesAShareOfVotersTheirShare() {
        // Derived: 3 of 10 voters at 1, 7 at 0: max over k of min(p_k, k/n) = min(1, 3/10).
        double[] x = {1, 0, 0, 1, 0, 0, 0, 1, 0, 0};
        assertThat(choose(ContinuousRules.uniformPhantom(), x)).isEqualTo(0.3);
    }

    @Test
    void geometricMedian_ofATriangle_isItsFermatPoint() {
        // Derived: the equilateral triangle's centre sees its corners at 120 degrees, so it is the Fermat point.
        double h = Math.sqrt(3) / 2;
        double[][] corners = {{0, 0}, {1, 0}, {0.5, h}};
        double[] choice = ContinuousRules.geometricMedian()
                .choose(TypeProfile.of(List.of("x", "y"), corners, new double[0], new double[0]));
        assertThat(choice[0]).isCloseTo(0.5, WEISZFELD);
        assertThat(choice[1]).isCloseTo(h / 3, WEISZFELD);
    }

    @Test
    void geometricMedian_staysAtAReportWithHalfOfTheWeight() {
        double[][] rows = {{0, 0}, {1, 0}, {0, 1}};
        double[] choice = ContinuousRules.geometricMedian()
                .choose(TypeProfile.of(List.of("x", "y"), rows, new double[] {2, 1, 1}, new double[0]));
        assertThat(choice[0]).isCloseTo(0, within(1e-3)); // convergence to a report is sublinear
        assertThat(choice[1]).isCloseTo(0, within(1e-3));
    }

    @Test
    void principalWeighted_mixesTheOwnRowIn() {
        TypeProfile p =
                TypeProfile.of(List.of("sigma"), new double[][] {{0.2}, {0.4}}, new double[0], new double[] {1.0});
        assertThat(ContinuousRules.principalWeighted(0.5).choose(p)[0]).isCloseTo(0.65, ROUNDING);
        assertThatThrownBy(() -> choose(ContinuousRules.principalWeighted(0.5), 0.1))
                .hasMessageContaining("principal's row");
    }

    @Test
    void medians_areImmuneToMisreports_andMeansAreNot() {
        // Moulin (1980): on single-peaked preferences every generalised median is strategy-proof.
        List<ContinuousRule> immune = List.of(
                ContinuousRules.median(),
                ContinuousRules.upperMedian(),
                ContinuousRules.uniformPhantom(),
                ContinuousRules.generalisedMedian(0, 0.25, 0.25, 1),
                ContinuousRules.min(),
                ContinuousRules.max());
        for (ContinuousRule rule : immune) {
            assertThat(bestGain(rule)).as(rule.id()).isZero();
        }
        for (ContinuousRule rule :
                List.of(ContinuousRules.mean(), ContinuousRules.midrange(), ContinuousRules.midMedian())) {
            assertThat(bestGain(rule)).as(rule.id()).isPositive();
        }
    }

    /** The most that any voter of any profile of four on a grid of five gets nearer to the own peak by a misreport. */
    private static double bestGain(ContinuousRule rule) {
        double best = 0;
        for (int code = 0; code < 625; code++) {
            double[] x = {code % 5 / 4.0, code / 5 % 5 / 4.0, code / 25 % 5 / 4.0, code / 125 % 5 / 4.0};
            double honest = Math.abs(choose(rule, x) - x[0]);
            for (int lie = 0; lie < 5; lie++) {
                double[] y = x.clone();
                y[0] = lie / 4.0;
                best = Math.max(best, honest - Math.abs(choose(rule, y) - x[0]));
            }
        }
        return best;
    }

    @Test
    void parse_findsEveryRuleByItsId() {
        for (ContinuousRule rule : ContinuousRules.standard()) {
            assertThat(ContinuousRules.parse(rule.id()).id()).isEqualTo(rule.id());
        }
        assertThat(ContinuousRules.parse("trimmed-mean:0.25").id()).isEqualTo("trimmed-mean:0.25");
        assertThatThrownBy(() -> ContinuousRules.parse("average")).hasMessageContaining("average");
        assertThatThrownBy(() -> ContinuousRules.parse("trimmed-mean:0.5")).hasMessageContaining("[0, 0.5)");
    }

    @Test
    void badProfiles_areNamed() {
        assertThatThrownBy(() -> TypeProfile.of("sigma")).isInstanceOf(InvalidBallotException.class);
        assertThatThrownBy(() -> TypeProfile.of("sigma", 0.1, Double.NaN))
                .isInstanceOf(InvalidBallotException.class)
                .hasMessageContaining("voter 1");
        assertThatThrownBy(() -> TypeProfile.of(
                        List.of("sigma"), new double[][] {{0.2}, {0.4}}, new double[] {1, -1}, new double[0]))
                .isInstanceOf(InvalidBallotException.class)
                .hasMessageContaining("weight of voter 1 (-1.0)");
    }
}
