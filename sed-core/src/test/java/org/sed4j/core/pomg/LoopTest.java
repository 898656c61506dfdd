package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.run.Seed;

class LoopTest {

    @Test
    void loop_callsEveryoneInOrder_andResetsEndedWorlds() {
        List<String> calls = new ArrayList<>();
        try (Pomg economy = Worlds.of(() -> new EscapeRoom(2, 1)).build()) {
            economy.reset();
            Players players = new Players() {
                @Override
                public void act(Tensors now, IntTensor actions) {
                    calls.add("act");
                    actions.set(0, 0);
                    actions.set(1, 2);
                }

                @Override
                public void stepped(Tensors now) {
                    calls.add("players stepped, ended " + now.ended().get(0));
                }
            };
            Government<Pomg> government = new Government<>() {
                @Override
                public Optional<Design> opening() {
                    return Optional.of(Design.zeros(3));
                }

                @Override
                public void decide(Pomg asked) {
                    calls.add("decide on " + asked.now().principalCodes().get(3));
                    FloatTensor designs = FloatTensor.zeros(1, 3);
                    designs.set(2, 1.5f);
                    asked.enactWhereDue(designs);
                }

                @Override
                public void stepped(Pomg asked) {
                    calls.add("government stepped");
                }
            };
            Outcome outcome = Loop.play(economy, players, government, 2);
            assertThat(calls)
                    .containsExactly(
                            "act",
                            "decide on 2",
                            "players stepped, ended 1",
                            "government stepped",
                            "act",
                            "decide on 2",
                            "players stepped, ended 1",
                            "government stepped");
            // each step: the puller pays 1 to move, the other gets 10 and the incentive of 1.5
            assertThat(outcome.amounts(Outcome.REWARD, 0)).containsExactly(-2, 23);
            assertThat(outcome.steps()).isEqualTo(2);
            assertThat(outcome.design(0)).isEqualTo(Design.of(0, 0, 1.5));
            assertThat(economy.now().ended().get(0)).isZero();
        }
    }

    @Test
    void tally_sumsRewardsAndMeasures_readsGaugesAtTheEnd() {
        try (Pomg economy =
                Worlds.of(() -> new Market(0)).batch(2).seed(Seed.of(5)).build()) {
            economy.reset();
            RandomPlayers players = new RandomPlayers(economy.spaces(), Seed.of(6));
            double[] rewards = new double[6];
            double[] sold = new double[6];
            Government<Pomg> watching = new Government<>() {
                @Override
                public Optional<Design> opening() {
                    return Optional.of(Design.of(0.5));
                }

                @Override
                public void stepped(Pomg asked) {
                    for (int i = 0; i < 6; i++) {
                        rewards[i] += asked.now().rewards().get(i);
                        sold[i] += asked.now().measures().get(i);
                    }
                }
            };
            economy.enact(watching.opening().orElseThrow());
            Outcome outcome = Loop.play(economy, players, watching, 50);
            for (int b = 0; b < 2; b++) {
                for (int i = 0; i < 3; i++) {
                    assertThat(outcome.amounts("reward", b)[i]).isEqualTo(rewards[b * 3 + i]);
                    assertThat(outcome.amounts("sold", b)[i]).isEqualTo(sold[b * 3 + i]);
                }
            }
            assertThat(outcome.measures()).containsExactly("reward", "sold");
            double treasury =
                    (economy.now().gauges().get(0) + economy.now().gauges().get(1)) / 2;
            assertThat(outcome.meanGauge("treasury")).isEqualTo(treasury).isPositive();
            assertThat(outcome.design(1)).isEqualTo(Design.of(0.5));
            assertThat(outcome.in(1).amounts("sold", 0)).isEqualTo(outcome.amounts("sold", 1));
            assertThat(outcome.in(1).meanGauge("treasury"))
                    .isEqualTo(economy.now().gauges().get(1));
        }
    }
}
