package org.sed4j.envs.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;

/** Tax codes as parts of a society of wage earners, whose incomes of a period of four steps answer the rate they face. */
class TaxCodesTest {
    private static final Brackets TWO = Brackets.open(0, 10);

    /** Incomes are 30 (1 - marginal rate at the top) for one and 5 for the other. */
    private static final class Wages implements World {
        private final float[] income = new float[2];
        private int time;

        @Override
        public Spaces spaces() {
            return Spaces.players(2)
                    .actions(1)
                    .numbers("bias")
                    .design(TWO.rates())
                    .measures("income")
                    .build();
        }

        @Override
        public void reset(Rng rng) {
            time = 0;
            income[0] = 0;
            income[1] = 0;
        }

        @Override
        public boolean due() {
            return time % 4 == 0;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            time++;
            boolean taxDay = time % 4 == 0;
            income[0] = taxDay ? 30 * (1 - design[1]) + rng.unit() : 0;
            income[1] = taxDay ? 5 * (1 - design[0]) + rng.unit() : 0;
            rewards[0] = income[0];
            rewards[1] = income[1];
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = 1;
        }

        @Override
        public void measure(float[] out) {
            out[0] = income[0];
            out[1] = income[1];
        }
    }

    private static Society.Builder society(PrincipalPart principal) {
        return Society.of(Wages::new).principal(principal).rounds(40, 10).worlds(32);
    }

    @Test
    void codes_areInForce_asFarAsTheyMayBe() {
        assertThat(law(society(TaxCodes.of(0.1, 0.4)).build(), 2)).isEqualTo(Design.of(0.1f, 0.4f));
        assertThat(law(
                        society(TaxCodes.freeMarket())
                                .initial(Design.of(0.5, 0.5))
                                .build(),
                        2))
                .isEqualTo(Design.zeros(2));
        Design pulled = law(
                society(TaxCodes.of(TaxSchedule.of(TWO, 0.1, 0.4)))
                        .limit(Divergences.LINF, 0.25, DesignGame.Reference.INITIAL)
                        .build(),
                2);
        assertThat(Divergences.LINF.between(Design.zeros(2), pulled)).isBetween(0.2499, 0.2501);
    }

    /** Once it has 500 incomes, Saez's formula sets every world's rates alike; before, they are random and differ. */
    @Test
    void saez_governsAnEconomyThatCountsNoMarginalRates() {
        Society society = society(TaxCodes.saez(TWO, OptionalDouble.of(0.5))).build();
        try (Session session = society.begin(Seed.of(2))) {
            session.next(); // 10 tax days of 64 incomes
            session.next();
            float first = session.economy().now().design().get(1);
            for (int b = 0; b < 32; b++) {
                assertThat(session.economy().now().design().get(2 * b + 1)).isEqualTo(first);
            }
            assertThat(first).isBetween(0f, 1f);
        }
    }

    @Test
    void codesOfOtherEconomies_areRefused() {
        assertThatThrownBy(() -> society(TaxCodes.usFederal()).build())
                .hasMessageContaining("us-federal")
                .hasMessageContaining("2");
        assertThatThrownBy(() -> society(TaxCodes.saez()).build())
                .hasMessageContaining("saez")
                .hasMessageContaining("7 rates");
    }

    private static Design law(Society society, int rounds) {
        try (Session session = society.begin(Seed.of(1))) {
            for (int k = 0; k < rounds; k++) {
                session.next();
            }
            return session.economy().law();
        }
    }
}
