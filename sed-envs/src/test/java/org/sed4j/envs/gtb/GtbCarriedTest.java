package org.sed4j.envs.gtb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;

/** Coin is what players have, whichever round of an episode asks: a vote between tax years judges wealth, not a year's gain. */
class GtbCarriedTest {
    private static final int YEAR = 40;

    @Test
    void coin_isAStock_inEveryRoundOfAnEpisode() {
        GtbRules rules = GtbRules.preset("15x15").toBuilder().period(YEAR).build();
        Objective welfare = Welfare.equalityTimesMean("coin", 1);
        try (Pomg economy = Worlds.of(GatherTradeBuild.maker(rules))
                .batch(2)
                .seed(Seed.of(3))
                .build()) {
            economy.reset();
            RandomFollowers people = new RandomFollowers();
            for (int year = 0; year < 3; year++) {
                Outcome outcome = people.live(economy, Government.standing(), YEAR, Seed.of(year));
                double held = 0;
                for (int b = 0; b < 2; b++) {
                    Census census = ((GatherTradeBuild) economy.portrait(b)).census();
                    for (int i = 0; i < rules.players(); i++) {
                        double coin = census.coin(i) + census.coinEscrow(i);
                        assertThat(outcome.amounts("coin", b)[i])
                                .as("year " + year)
                                .isCloseTo(coin, within(1e-3));
                        held += coin;
                    }
                }
                assertThat(outcome.value(Welfare.utilitarian("coin"))).isCloseTo(held / 2, within(1e-2));
                assertThat(outcome.value(welfare)).isCloseTo(equalityTimesMean(outcome), within(1e-3));
            }
        }
    }

    /** The mean over worlds of (1 - Gini · n / (n - 1)) times the mean coin, by pairs. */
    private static double equalityTimesMean(Outcome outcome) {
        double sum = 0;
        for (int b = 0; b < outcome.worlds(); b++) {
            double[] coin = outcome.amounts("coin", b);
            double total = 0;
            double gaps = 0;
            for (double one : coin) {
                total += one;
                for (double other : coin) {
                    gaps += Math.abs(one - other) / 2;
                }
            }
            double gini = total == 0 ? 0 : gaps / (coin.length * total);
            sum += total == 0 ? 0 : (1 - gini * coin.length / (coin.length - 1)) * total / coin.length;
        }
        return sum / outcome.worlds();
    }
}
