package org.sed4j.rl.principal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;

/** Players of these tests get −|φ − (0.3, 0.8)|², and in the first two rounds under a new design something misleading. */
class LiveSearchTest {
    private static final Seed SEED = Seed.of(8);
    private static final FeasibleSet RATES =
            FeasibleSet.unconstrained(DesignSpace.rates(2, "rate"), Design.of(0.0, 0.0));
    private static final Design MIDDLE = Design.of(0.5, 0.5);
    private static final int COUNT = 120;
    private static final TypeMatrix NO_TYPES = TypeMatrix.of(List.of(), new double[0], new double[1][0]);

    private static final Election WELFARE = new Election() {
        @Override
        public org.sed4j.core.game.Objective objective() {
            return Welfare.utilitarian(Outcome.REWARD);
        }

        @Override
        public double[] parameters() {
            return new double[0];
        }
    };

    /** Rounds of an economy that has nothing but a design. */
    private static final class Life {
        final List<Design> lived = new ArrayList<>();

        void live(Principal<Pomg> principal, int rounds) {
            for (int k = 0; k < rounds; k++) {
                Mandate mandate =
                        new Mandate(lived.size(), WELFARE, NO_TYPES, RATES, MIDDLE, 1, candidates -> List.of(), SEED);
                Design design = principal.govern(mandate).opening().orElseThrow();
                lived.add(design);
                double value = -Math.pow(design.get(0) - 0.3, 2) - Math.pow(design.get(1) - 0.8, 2);
                double seen = sinceChange() < 2 ? 5 * design.get(0) - 7 * design.get(1) : value;
                principal.learn(
                        mandate,
                        Outcome.of(1, List.of(design), Map.of(Outcome.REWARD, new double[][] {{seen}}), Map.of()));
            }
        }

        private int sinceChange() {
            int same = 0;
            Design last = lived.get(lived.size() - 1);
            while (same + 1 < lived.size() && lived.get(lived.size() - 2 - same).equals(last)) {
                same++;
            }
            return same;
        }
    }

    private static LiveSearch search(int rounds, int settling) {
        return new LiveSearch(new LiveSearch.Trials(COUNT, rounds, settling), MIDDLE, SEED);
    }

    /** A last generation of 6 still spreads by some hundredths. */
    @Test
    void search_findsWhatIsBestOncePlayersHaveSettled() {
        Life life = new Life();
        LiveSearch search = search(4, 2);
        life.live(search, 4 * COUNT + 1);
        Design last = life.lived.get(4 * COUNT);
        assertThat(last.get(0)).isCloseTo(0.3, within(0.04));
        assertThat(last.get(1)).isCloseTo(0.8, within(0.04));
        assertThat(search.frozen().govern(mandate()).opening().orElseThrow()).isEqualTo(last);
    }

    /** What misleads counts here, and is most at (1, 0). */
    @Test
    void withoutTimeToSettle_searchIsMisled() {
        Life life = new Life();
        life.live(search(2, 0), 2 * COUNT + 1);
        Design last = life.lived.get(2 * COUNT);
        assertThat(last.get(0)).isGreaterThan(0.9);
        assertThat(last.get(1)).isLessThan(0.1);
    }

    @Test
    void everyCandidate_isInForceEquallyLong() {
        Life life = new Life();
        life.live(search(3, 1), 30);
        for (int k = 0; k < 30; k++) {
            assertThat(life.lived.get(k)).isEqualTo(life.lived.get(k - k % 3));
        }
        assertThat(life.lived.stream().distinct()).hasSize(10);
        assertThat(life.lived.get(0).get(0)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void searchTakenUpAgain_goesOnTheSameWay() throws IOException {
        Life through = new Life();
        LiveSearch whole = search(3, 1);
        through.live(whole, 100);
        Life parts = new Life();
        LiveSearch begun = search(3, 1);
        parts.live(begun, 50);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        begun.save(new DataOutputStream(kept));
        LiveSearch resumed = search(3, 1);
        resumed.load(new DataInputStream(new ByteArrayInputStream(kept.toByteArray())));
        parts.live(resumed, 50);
        assertThat(parts.lived).isEqualTo(through.lived);
        assertThat(resumed.frozen().govern(mandate()).opening().orElseThrow())
                .isEqualTo(whole.frozen().govern(mandate()).opening().orElseThrow());
    }

    @Test
    void beforeAnyTrial_theStartIsSettledOn() {
        assertThat(search(3, 1).frozen().govern(mandate()).opening().orElseThrow())
                .isEqualTo(MIDDLE);
    }

    @Test
    void trialsThatCountNothing_areRefused() {
        assertThatThrownBy(() -> new LiveSearch.Trials(5, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rounds of a trial that are not counted (2.0) must lie in [0");
    }

    /** Ten times as much of everything, and what is best is where the first objective is worst. */
    private static Election elected(String name, double factor) {
        return elected(name, got -> factor * got);
    }

    private static Election elected(String name, DoubleUnaryOperator worth) {
        return new Election() {
            @Override
            public org.sed4j.core.game.Objective objective() {
                return Welfare.of(name, Outcome.REWARD, got -> worth.applyAsDouble(got[0]));
            }

            @Override
            public double[] parameters() {
                return new double[0];
            }
        };
    }

    private static Design govern(LiveSearch search, int round, Election election) {
        Mandate mandate = new Mandate(round, election, NO_TYPES, RATES, MIDDLE, 1, candidates -> List.of(), SEED);
        Design design = search.govern(mandate).opening().orElseThrow();
        double value = -Math.pow(design.get(0) - 0.3, 2) - Math.pow(design.get(1) - 0.8, 2);
        search.learn(
                mandate, Outcome.of(1, List.of(design), Map.of(Outcome.REWARD, new double[][] {{value}}), Map.of()));
        return design;
    }

    /** The first objective drives the search to a corner; its values are a thousand times the second's. */
    @Test
    void anotherObjective_isPursued_inThisSearchAndInANewOneFromTheDesignInForce() {
        LiveSearch search = search(1, 0);
        Election first = elected("far", -1000);
        Election second = elected("near", 1);
        for (int k = 0; k < 40; k++) {
            govern(search, k, first);
        }
        for (int k = 40; k < COUNT; k++) {
            govern(search, k, second);
        }
        Design inForce = search.govern(mandate(second)).opening().orElseThrow();
        Design last = govern(search, COUNT, second); // the next search's first candidate
        assertThat(last.get(0)).isCloseTo(inForce.get(0), within(1e-6));
        assertThat(last.get(1)).isCloseTo(inForce.get(1), within(1e-6));
        for (int k = 1; k <= COUNT; k++) {
            last = govern(search, COUNT + k, second);
        }
        assertThat(last.get(0)).isCloseTo(0.3, within(0.06));
        assertThat(last.get(1)).isCloseTo(0.8, within(0.06));
        assertThat(govern(search, 2 * COUNT + 1, second)).as("it settles").isEqualTo(last);
    }

    /** Objectives of which no two have comparable values, all best at one design: a new one is elected every round. */
    @Test
    void aVoteThatMovesEveryRound_doesNotKeepTheSearchFromItsEnd() throws IOException {
        LiveSearch search = search(1, 0);
        LiveSearch resumed = search(1, 0);
        Design last = MIDDLE;
        for (int k = 0; k <= COUNT; k++) {
            int round = k;
            Election election = elected("moved " + k, got -> Math.pow(10, round % 4) * got - 50 * (round % 7));
            last = govern(search, k, election);
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            search.save(new DataOutputStream(kept));
            resumed.load(new DataInputStream(new ByteArrayInputStream(kept.toByteArray())));
            assertThat(resumed.frozen().govern(mandate()).opening())
                    .isEqualTo(search.frozen().govern(mandate()).opening());
        }
        assertThat(last.get(0)).isCloseTo(0.3, within(0.06));
        assertThat(last.get(1)).isCloseTo(0.8, within(0.06));
    }

    private static Mandate mandate(Election election) {
        return new Mandate(0, election, NO_TYPES, RATES, MIDDLE, 1, candidates -> List.of(), SEED);
    }

    private static Mandate mandate() {
        return new Mandate(0, WELFARE, NO_TYPES, RATES, MIDDLE, 1, candidates -> List.of(), SEED);
    }
}
