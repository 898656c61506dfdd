package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Government;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class SightsTest {
    private static final Spaces SPACES = Spaces.players(2)
            .actions(2, 3)
            .codes(1, 2, 5)
            .numbers("wealth", "debt")
            .masked()
            .build();

    private static Tensors tensors() {
        Tensors now = Tensors.zeros(SPACES, 3);
        for (int j = 0; j < now.masks().length(); j++) {
            now.masks().set(j, (byte) 1);
        }
        for (int j = 0; j < now.numbers().length(); j++) {
            now.numbers().set(j, j);
        }
        for (int j = 0; j < now.codes().length(); j++) {
            now.codes().set(j, (byte) (j % 5));
        }
        return now;
    }

    @Test
    void rowsArePlayersOfWorlds() {
        Sights sights = new Sights(SPACES, 3);
        Tensors now = tensors();
        now.masks().set(3 * 5 + 4, (byte) 0);
        sights.look(now);
        assertThat(sights.rows()).isEqualTo(6);
        assertThat(sights.view(3).numbers).containsExactly(6, 7);
        assertThat(sights.view(3).codes).containsExactly(1, 2);
        assertThat(sights.mask(3)).containsExactly(1, 1, 1, 1, 0);
        assertThat(sights.allows(3, 4)).isFalse();
        assertThat(sights.allows(3, 3)).isTrue();
    }

    @Test
    void equalViewsHaveEqualBytes_whateverTheSignOfZero() {
        Sights sights = new Sights(SPACES, 3);
        Tensors now = tensors();
        now.numbers().set(0, -0f);
        now.numbers().set(2, 0f);
        now.numbers().set(3, 1f);
        now.codes().set(2, (byte) 0);
        now.codes().set(3, (byte) 1);
        sights.look(now);
        assertThat(sights.whole(0)).isEqualTo(sights.whole(1));
        assertThat(sights.symbols(0)).isEqualTo(sights.symbols(1));
        assertThat(sights.whole(2)).isNotEqualTo(sights.whole(1));
    }

    @Test
    void whatNobodyCanPlayBy_isRefused_namingWorldAndPlayer() {
        Sights sights = new Sights(SPACES, 3);
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Tensors now = tensors();
            now.numbers().set(11, bad);
            assertThatThrownBy(() -> sights.look(now))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("debt (" + bad + "), as shown to player 1 of world 2");
        }
        Tensors none = tensors();
        for (int a = 2; a < 5; a++) {
            none.masks().set(4 * 5 + a, (byte) 0);
        }
        assertThatThrownBy(() -> sights.look(none))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("choices of head 1 (0 of 3), as allowed to player 0 of world 2");
        assertThatCode(() -> sights.look(tensors())).doesNotThrowAnyException();
    }

    /** Allows nothing at all. */
    private static final class Closed implements World {
        private int time;

        @Override
        public Spaces spaces() {
            return Spaces.players(2).actions(3).numbers("bias").masked().build();
        }

        @Override
        public void reset(Rng rng) {
            time = 0;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            time++;
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = time;
        }

        @Override
        public void allowed(int player, float[] design, byte[] mask) {
            for (int a = 0; a < mask.length; a++) {
                mask[a] = (byte) (player == 1 ? 0 : 1);
            }
        }
    }

    @Test
    void theRandomDoNotSearchForEver() {
        try (Pomg economy = Worlds.of(Closed::new).build()) {
            economy.reset();
            assertThatThrownBy(() -> new RandomFollowers().live(economy, Government.standing(), 1, Seed.of(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("choices of head 0 (0 of 3), as allowed to player 1 of world 0");
        }
    }
}
