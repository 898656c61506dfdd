package org.sed4j.rl.principal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.Toys;

/** What pays a principal, against sums by hand: of all steps since it was asked, or the last step's less the one's before. */
class ScoreTest {
    private static final double[] RATES = {0.1, 0.7, 0.4, 0.9, 1, 0.2, 0.5};
    /** After which steps it is asked. */
    private static final int[] ASKED = {2, 3, 7};

    @ParameterizedTest
    @EnumSource
    void gain_isOfTheRoundSoFar_orOfASingleStep(PpoPrincipal.Reward kind) {
        try (Pomg economy = Worlds.of(Toys.Levy::new).batch(2).seed(Seed.of(3)).build()) {
            economy.reset();
            Score score = new Score(Toys.YIELD, economy, kind);
            double before = 0;
            double sofar = 0;
            int asked = 0;
            for (int t = 1; t <= RATES.length; t++) {
                economy.enact(Design.of(RATES[t - 1]));
                economy.step(IntTensor.zeros(2, 2));
                score.add(economy.now());
                double step = 1 - Math.abs(RATES[t - 1] - 0.7);
                sofar = kind == PpoPrincipal.Reward.PERIOD_CHANGE ? sofar + step : step;
                if (t == ASKED[asked]) {
                    assertThat(score.gainSinceLast(1)).as("after step " + t).isCloseTo(sofar - before, within(1e-6));
                    score.gainSinceLast(0);
                    before = sofar;
                    asked++;
                }
            }
            assertThat(score.meanGain()).isCloseTo(sofar, within(1e-6));
        }
    }
}
