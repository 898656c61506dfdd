package org.sed4j.core.pomg.engine;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;

/** What is ordered must fit, which is said before anything of size is made. */
class OrderTest {

    /** Four MiB of state. */
    static final class Heavy implements World {
        private final float[] ballast = new float[1 << 20];

        @Override
        public Spaces spaces() {
            return Spaces.players(1).actions(2).numbers("first").build();
        }

        @Override
        public void reset(Rng rng) {
            ballast[0] = rng.unit();
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            ballast[0] += 1;
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = ballast[0];
        }
    }

    @Test
    void moreWorldsThanTheMemoryHolds_areRefused_withHowManyItDoes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worlds.of(Heavy::new).batch(10_000_000).build())
                .withMessageContaining("worlds (10000000) must be at most ")
                .withMessageContaining("for each needs about 8388608 bytes of the JVM's")
                .withMessageContaining("-Xmx");
    }
}
