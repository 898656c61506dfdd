package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.run.Seed;

class ForkTrialsTest {
    private static final int STEPS = 40;

    /** Followers that give one coin when they can; they may count their steps, which is all they learn. */
    private static final class Givers implements Followers<Pomg> {
        private final boolean learns;
        private int stepped;

        Givers(boolean learns) {
            this.learns = learns;
        }

        @Override
        public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
            return Loop.play(
                    economy,
                    (now, actions) -> {
                        for (int row = 0; row < actions.length(); row++) {
                            actions.set(row, now.masks().get(4 * row + 1));
                        }
                        stepped++;
                    },
                    government,
                    steps);
        }

        @Override
        public Followers<Pomg> copy() {
            Givers copy = new Givers(learns);
            copy.stepped = stepped;
            return copy;
        }

        @Override
        public Followers<Pomg> frozen() {
            return new Givers(false);
        }

        @Override
        public boolean learns() {
            return learns;
        }
    }

    private static Pomg running() {
        Pomg economy = Worlds.of(PublicGoods::new).batch(5).seed(Seed.of(7)).build();
        economy.reset();
        Loop.play(economy, new RandomPlayers(economy.spaces(), Seed.of(8)), Government.fixed(Design.of(0)), 13);
        return economy;
    }

    private static FeasibleSet all(Pomg economy) {
        return FeasibleSet.unconstrained(economy.spaces().design(), Design.of(0));
    }

    private static final List<Design> RATES = List.of(Design.of(0), Design.of(0.5), Design.of(1));

    private static double[][] rewards(Outcome outcome) {
        double[][] rows = new double[outcome.worlds()][];
        for (int b = 0; b < rows.length; b++) {
            rows[b] = outcome.amounts(Outcome.REWARD, b);
        }
        return rows;
    }

    @Test
    void trials_leaveEconomyAndFollowersAsTheyAre() {
        for (boolean learns : new boolean[] {false, true}) {
            try (Pomg economy = running()) {
                Givers followers = new Givers(learns);
                Snapshot before = economy.save();
                List<Outcome> outcomes = new ForkTrials(3, 2, Noise.FRESH, Seed.of(1))
                        .of(economy, followers, all(economy), STEPS)
                        .outcomes(RATES);
                assertThat(economy.save()).isEqualTo(before);
                assertThat(followers.stepped).isZero();
                assertThat(outcomes).hasSize(3).allSatisfy(o -> {
                    assertThat(o.worlds()).isEqualTo(6);
                    assertThat(o.steps()).isEqualTo(STEPS);
                });
                assertThat(outcomes.get(1).design(5)).isEqualTo(Design.of(0.5));
            }
        }
    }

    @Test
    void sideBySide_andOneByOne_agree() {
        try (Pomg economy = running()) {
            for (Noise noise : Noise.values()) {
                ForkTrials lab = new ForkTrials(2, 3, noise, Seed.of(1));
                List<Outcome> batched =
                        lab.of(economy, new Givers(false), all(economy), STEPS).outcomes(RATES);
                List<Outcome> single =
                        lab.of(economy, new Givers(true), all(economy), STEPS).outcomes(RATES);
                for (int c = 0; c < RATES.size(); c++) {
                    assertThat(rewards(batched.get(c))).isDeepEqualTo(rewards(single.get(c)));
                }
            }
        }
    }

    @Test
    void candidates_seeCommonNoise_copiesSeeTheirOwn() {
        try (Pomg economy = running()) {
            List<Outcome> twice = new ForkTrials(1, 2, Noise.FRESH, Seed.of(1))
                    .of(economy, new Givers(false), all(economy), STEPS)
                    .outcomes(List.of(Design.of(0.5), Design.of(0.5)));
            assertThat(rewards(twice.get(0))).isDeepEqualTo(rewards(twice.get(1)));
            assertThat(twice.get(0).amounts("reward", 0))
                    .isNotEqualTo(twice.get(0).amounts("reward", 1));
        }
    }

    @Test
    void sharedNoise_isTheFutureThatComes() {
        try (Pomg economy = running()) {
            Outcome tried = new ForkTrials(5, 1, Noise.SHARED, Seed.of(1))
                    .of(economy, new Givers(false), all(economy), STEPS)
                    .outcomes(List.of(Design.of(0.25)))
                    .get(0);
            economy.enact(Design.of(0.25));
            Outcome lived = new Givers(false).live(economy, Government.fixed(Design.of(0.25)), STEPS, Seed.of(1));
            assertThat(rewards(tried)).isDeepEqualTo(rewards(lived));
        }
    }

    @Test
    void fullTax_evensOutWhatIsGot_inTrialsToo() {
        try (Pomg economy = running()) {
            List<Double> spreads = new ArrayList<>();
            for (Outcome outcome : new ForkTrials(5, 4, Noise.FRESH, Seed.of(1))
                    .of(economy, new Givers(false), all(economy), 400)
                    .outcomes(RATES)) {
                double spread = 0;
                for (int b = 0; b < outcome.worlds(); b++) {
                    double[] got = outcome.amounts(Outcome.REWARD, b);
                    java.util.Arrays.sort(got);
                    spread += got[3] - got[0];
                }
                spreads.add(spread / outcome.worlds());
            }
            assertThat(spreads.get(1)).isLessThan(spreads.get(0));
            assertThat(spreads.get(2)).isLessThan(spreads.get(0));
        }
    }

    @Test
    void candidate_thatMayNotBeEnacted_isRefused() {
        try (Pomg economy = running()) {
            FeasibleSet near = new FeasibleSet(economy.spaces().design(), Design.of(0), Divergences.L1, 0.2);
            ForkTrials lab = new ForkTrials(1, 1, Noise.SHARED, Seed.of(1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            lab.of(economy, new Givers(false), near, STEPS).outcomes(RATES))
                    .withMessageContaining("δ allows 0.2");
            assertThat(lab.of(economy, new Givers(false), near, STEPS).outcomes(List.of()))
                    .isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new ForkTrials(9, 1, Noise.SHARED, Seed.of(1)).of(economy, new Givers(false), near, STEPS))
                    .withMessageContaining("worlds of a trial (9)");
        }
    }
}
