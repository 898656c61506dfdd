package org.sed4j.core.pomg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Worlds of one class and many shapes live side by side, each with a step compiled for its own lengths. */
class SteppersTest {

    /** Everything it shows is the number of its steps, plus the player, plus the place in its row. */
    private static final class Counting implements World {
        private final Spaces spaces;
        private final int players;
        private int steps;

        Counting(int players, int length) {
            this.players = players;
            String[] names = new String[length];
            for (int j = 0; j < length; j++) {
                names[j] = "number_" + j;
            }
            this.spaces = Spaces.players(players)
                    .actions(2)
                    .codes(1, length, 127)
                    .numbers(names)
                    .measures(names)
                    .gauges(names)
                    .design(DesignSpace.rates(length, "rate"))
                    .build();
        }

        @Override
        public Spaces spaces() {
            return spaces;
        }

        @Override
        public void reset(Rng rng) {
            steps = 0;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            steps++;
            for (int i = 0; i < players; i++) {
                rewards[i] = steps + i;
            }
        }

        @Override
        public void observe(int player, float[] design, View out) {
            for (int j = 0; j < out.numbers.length; j++) {
                out.codes[j] = (byte) (steps + player + j);
                out.numbers[j] = steps + player + j;
            }
        }

        @Override
        public void measure(float[] out) {
            for (int at = 0; at < out.length; at++) {
                out[at] = steps + at;
            }
        }

        @Override
        public void gauge(float[] out) {
            for (int at = 0; at < out.length; at++) {
                out[at] = steps + at;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "3, 16", "5, 17", "2, 40"})
    void everyShape_showsItsOwnRows(int players, int length) {
        int batch = 4;
        try (Pomg economy = Worlds.of(() -> new Counting(players, length))
                        .batch(batch)
                        .seed(Seed.of(1))
                        .build();
                Pomg other = Worlds.of(() -> new Counting(players + 1, length + 1))
                        .batch(batch)
                        .seed(Seed.of(1))
                        .build()) {
            economy.reset();
            other.reset();
            for (int t = 1; t <= 3; t++) {
                economy.step(IntTensor.zeros(batch, players));
                other.step(IntTensor.zeros(batch, players + 1));
                for (int row = 0; row < batch * players; row++) {
                    int i = row % players;
                    assertThat(economy.now().rewards().get(row)).isEqualTo(t + i);
                    for (int j = 0; j < length; j++) {
                        int at = row * length + j;
                        assertThat(economy.now().codes().get(at)).isEqualTo((byte) (t + i + j));
                        assertThat(economy.now().numbers().get(at)).isEqualTo(t + i + j);
                        assertThat(economy.now().measures().get(at)).isEqualTo(t + at % (players * length));
                    }
                }
                assertThat(economy.now().gauges().get(batch * length - 1)).isEqualTo(t + length - 1);
            }
        }
    }
}
