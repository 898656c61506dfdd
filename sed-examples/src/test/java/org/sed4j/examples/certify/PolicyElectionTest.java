package org.sed4j.examples.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.lineartax.LinearTaxOracle;
import org.sed4j.envs.lineartax.LinearTaxRules;
import org.sed4j.envs.oracle.Aim;
import org.sed4j.envs.oracle.Levels;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.Axiom;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.Scoring;
import org.sed4j.voting.rule.VotingRule;
import org.sed4j.voting.rule.Welfare;

/**
 * The median-voter theorem on a linear tax, over random societies: n odd from 3 to 25, e from 0.2 to 2, lognormal skills.
 */
class PolicyElectionTest {
    private static final int SOCIETIES = 1_000;
    /** River takes 0.2 s over 21 candidates, thousands of times what the others do: it counts one society in so many. */
    private static final int RIVER = 250;

    private static final Levels GRID = Levels.even(0, 1, 21);
    private static final List<VotingRule> CONDORCET = Rules.ordinal().stream()
            .filter(rule -> rule.info().satisfies().contains(Axiom.CONDORCET_WINNER))
            .toList();

    private static LinearTaxOracle society(int number, boolean odd) {
        Rng rng = Seed.of(18).at(number).rng();
        int n = 2 + 2 * rng.below(12) + (odd ? 1 : 0);
        double e = 0.2 + 1.8 * rng.uniform();
        double spread = 0.2 + rng.uniform();
        return new LinearTaxOracle(LinearTaxRules.of(e, CertifiedEconomies.skills(n, spread, rng)));
    }

    /** The voter whose ideal is the median, and the grid point that it likes best. */
    private static double wanted(LinearTaxOracle oracle) {
        int median = 0;
        while (oracle.ideal(median) != oracle.median()) {
            median++;
        }
        double best = 0;
        for (double t : GRID.values()) {
            best = oracle.utility(median, t) > oracle.utility(median, best) ? t : best;
        }
        return best;
    }

    @Test
    void everyCondorcetRule_electsWhatTheMedianPrefers() {
        assertThat(CONDORCET).hasSizeGreaterThan(15);
        for (int number = 0; number < SOCIETIES; number++) {
            LinearTaxOracle oracle = society(number, true);
            PolicyElection election = new PolicyElection(oracle, GRID);
            double wanted = wanted(oracle);
            for (VotingRule rule : CONDORCET) {
                if (rule.id().equals("river") && number % RIVER != 0) {
                    continue;
                }
                assertThat(election.elect(rule))
                        .as("%s in society %s", rule.id(), number)
                        .containsExactly(wanted);
            }
        }
    }

    @Test
    void medianIdeal_beatsEveryRate_onTheGridAndOffIt() {
        for (int number = 0; number < SOCIETIES; number++) {
            LinearTaxOracle oracle = society(number, true);
            Pairwise pairs = Pairwise.of(new PolicyElection(oracle, GRID).rankings());
            int wanted = GRID.nearest(wanted(oracle));
            for (int k = 0; k < GRID.count(); k++) {
                assertThat(k == wanted || pairs.beats(wanted, k)).isTrue();
            }
            double median = oracle.median();
            double[] there = oracle.utilities(median);
            Rng rng = Seed.of(19).at(number).rng();
            for (int k = 0; k < 40; k++) {
                double t = rng.uniform();
                double[] instead = oracle.utilities(t);
                int keep = 0;
                for (int i = 0; i < there.length; i++) {
                    keep += there[i] > instead[i] ? 1 : 0;
                }
                assertThat(2 * keep)
                        .as("%s against %s in society %s", median, t, number)
                        .isGreaterThan(there.length);
            }
        }
    }

    /** Preferences are single-peaked: along the grid each voter's utility rises and then falls. */
    @Test
    void preferences_areSinglePeaked() {
        for (int number = 0; number < SOCIETIES; number++) {
            LinearTaxOracle oracle = society(number, number % 2 == 0);
            for (int i = 0; i < oracle.players(); i++) {
                boolean falling = false;
                for (int k = 1; k < GRID.count(); k++) {
                    boolean down = oracle.utility(i, GRID.at(k)) < oracle.utility(i, GRID.at(k - 1));
                    assertThat(falling && !down).isFalse();
                    falling = down;
                }
            }
        }
    }

    /** The continuous median rule reports the median ideal exactly; with an even number of voters both take the lower. */
    @Test
    void medianRule_reportsTheMedianIdeal() {
        for (int number = 0; number < SOCIETIES; number++) {
            LinearTaxOracle oracle = society(number, number % 2 == 0);
            double[] chosen = ContinuousRules.median().choose(TypeProfile.of("t", oracle.ideals()));
            assertThat(chosen).containsExactly(oracle.median());
        }
    }

    /** What is known of other rules: the utilitarian one elects t = 0, and no rule beats the utilitarian optimum. */
    @Test
    void prices_areNeverNegative() {
        for (int number = 0; number < 40; number++) {
            LinearTaxOracle oracle = society(number, true);
            PolicyElection election = new PolicyElection(oracle, GRID);
            assertThat(election.elect(Welfare.utilitarian())).containsExactly(0.0);
            assertThat(election.price(Welfare.utilitarian(), Aim.utilitarian())).isCloseTo(0, within(1e-9));
            assertThat(election.price(Scoring.borda(), Aim.utilitarian())).isGreaterThanOrEqualTo(-1e-9);
            double least = oracle.loss(Aim.egalitarian(), GRID);
            assertThat(election.price(Welfare.egalitarian(), Aim.egalitarian())).isCloseTo(least, within(1e-9));
        }
    }

    @Test
    void everyRuleThatCounts_hasAnOutcome() {
        LinearTaxOracle oracle = society(3, true);
        PolicyElection election = new PolicyElection(oracle, GRID);
        Map<String, List<Double>> outcomes = election.outcomes();
        assertThat(outcomes).containsKeys("plurality", "schulze", "kemeny", "irv", "utilitarian", "nash");
        for (VotingRule rule : CONDORCET) {
            assertThat(outcomes.get(rule.id())).containsExactly(wanted(oracle));
        }
    }

    /** Moulin: the mean's equilibrium by best answers, the median with phantoms, and the median rule that nobody moves. */
    @Test
    void strategicMean_isTheMedianWithPhantoms() {
        for (int number = 0; number < SOCIETIES; number++) {
            Rng rng = Seed.of(6).at(number).rng();
            int n = 2 + rng.below(20);
            double[] peaks = new double[n];
            Arrays.setAll(peaks, i -> rng.uniform());
            double outcome = StrategicMean.outcome(peaks);
            double[] reports = peaks.clone();
            double sum = Arrays.stream(reports).sum();
            double moved = 1;
            for (int round = 0; round < 20_000 && moved > 1e-14; round++) {
                moved = 0;
                for (int i = 0; i < n; i++) {
                    double others = Arrays.stream(reports).sum() - reports[i];
                    double answer = StrategicMean.answer(peaks[i], others, n);
                    moved = Math.max(moved, Math.abs(answer - reports[i]));
                    reports[i] = answer;
                }
                sum = Arrays.stream(reports).sum();
            }
            assertThat(sum / n).as("society %s of %s", number, n).isCloseTo(outcome, within(1e-9));
            double[] rule =
                    ContinuousRules.generalisedMedian(StrategicMean.phantoms(n)).choose(TypeProfile.of("x", peaks));
            assertThat(rule[0]).isEqualTo(outcome);
            double sincere = ContinuousRules.median().choose(TypeProfile.of("x", peaks))[0];
            int liar = rng.below(n);
            double[] misreported = peaks.clone();
            misreported[liar] = rng.uniform();
            double then = ContinuousRules.median().choose(TypeProfile.of("x", misreported))[0];
            assertThat(Math.abs(then - peaks[liar])).isGreaterThanOrEqualTo(Math.abs(sincere - peaks[liar]));
        }
    }
}
