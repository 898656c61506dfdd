package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.sed4j.core.pomg.Economies.actions;
import static org.sed4j.core.pomg.Economies.begun;
import static org.sed4j.core.pomg.Economies.designs;
import static org.sed4j.core.pomg.Economies.floats;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.FeasibleSet;

/** Designs in a batch: when they are in force, and which are refused. */
class DesignsTest {

    /** A world that shows the design in force. */
    static final class Shows extends Plain {
        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = design[0];
        }

        @Override
        public boolean due() {
            return sum % 2 == 0;
        }
    }

    @Test
    void enact_republishes_enactWhereDueDoesNot() {
        try (Pomg economy = begun(Shows::new, 8)) {
            long before = economy.stateHash();
            economy.enact(Design.of(0.25));
            assertThat(floats(economy.now().numbers())).containsOnly(0.25f);
            assertThat(floats(economy.now().design())).containsOnly(0.25f);
            FloatTensor half = designs(economy, .5f, .5f, .5f, .5f, .5f, .5f, .5f, .5f);
            economy.enactWhereDue(half);
            assertThat(floats(economy.now().numbers())).containsOnly(0.25f);
            for (int b = 0; b < 8; b++) {
                assertThat(economy.now().design().get(b))
                        .isEqualTo(economy.now().due().get(b) == 1 ? 0.5f : 0.25f);
            }
            assertThat(floats(economy.now().design())).contains(0.5f).contains(0.25f);
            assertThat(economy.stateHash()).as("designs are no state").isEqualTo(before);
            economy.step(actions(economy));
            assertThat(floats(economy.now().numbers())).contains(0.5f);
            economy.reset();
            assertThat(floats(economy.now().design())).containsOnly(0);
        }
    }

    @Test
    void design_outsideTheSpace_isRefusedWhole() {
        try (Pomg economy = begun(Shows::new, 2)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.enact(designs(economy, 0.5f, 1.25f)))
                    .withMessageContaining("The design for world 1 may not be enacted: rate_0 (1.25)")
                    .withMessageContaining("[0.0, 1.0]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.enact(designs(economy, Float.NaN, 0)))
                    .withMessageContaining("world 0")
                    .withMessageContaining("rate_0 (NaN) must be a finite number");
            assertThat(floats(economy.now().design())).containsOnly(0);
            assertThatIllegalArgumentException().isThrownBy(() -> economy.enact(Design.of(2)));
            int idle = economy.now().due().get(0) == 0 ? 0 : 1;
            if (economy.now().due().get(idle) == 0) {
                float[] rows = {0.5f, 0.5f};
                rows[idle] = 99; // not due, not read
                economy.enactWhereDue(designs(economy, rows));
            }
        }
    }

    @Test
    void design_beyondDelta_isPulledToTheEdgeOfTheBall_forEveryDivergence() {
        for (Divergences divergence : List.of(Divergences.L1, Divergences.L2, Divergences.LINF)) {
            try (Pomg economy = begun(() -> new EscapeRoom(2, 1), 2)) {
                DesignSpace space = economy.spaces().design();
                FeasibleSet near = new FeasibleSet(space, Design.of(1, 1, 1), divergence, 0.5);
                economy.admit(near, DesignGame.Reference.INITIAL);
                economy.enact(designs(economy, 1, 1.5f, 1, 1, 0.5f, 1));
                assertThat(floats(economy.now().design())).containsExactly(1, 1.5f, 1, 1, 0.5f, 1);
                economy.enact(designs(economy, 1, 1, 1, 1, 1.75f, 1));
                assertThat(floats(economy.now().design())).containsExactly(1, 1, 1, 1, 1.5f, 1);
            }
        }
    }

    /** Worlds are measured each from its own law, in the loop and in forks too. */
    @Test
    void designsOfForksAndDueWorlds_arePulledTowardsTheLawOfTheirOwnWorld() {
        for (Divergences divergence : List.of(Divergences.L1, Divergences.L2, Divergences.LINF)) {
            try (Pomg economy = begun(() -> new EscapeRoom(2, 1), 2)) {
                FeasibleSet near = new FeasibleSet(economy.spaces().design(), Design.of(1, 1, 1), divergence, 0.5);
                economy.enact(designs(economy, 1, 1, 1, 2, 2, 2));
                economy.admit(near, DesignGame.Reference.INCUMBENT);
                economy.consult(actions(economy, 0, 0, 0, 0));
                economy.enactWhereDue(designs(economy, 1, 1, 2, 2, 0, 2));
                assertThat(floats(economy.now().design())).containsExactly(1, 1, 1.5f, 2, 1.5f, 2);
                try (Pomg forks = economy.forked(new int[] {1, 0}, 2, Noise.SHARED)) {
                    forks.enact(Design.of(2, 2, 0));
                    float[] moved = floats(forks.now().design());
                    assertThat(moved).startsWith(2, 2, 1.5f, 2, 2, 1.5f);
                    for (int b = 2; b < 4; b++) {
                        Design law = forks.law(b);
                        assertThat(divergence.between(Design.of(1, 1, 1), law)).isCloseTo(0.5, within(1e-6));
                    }
                }
                economy.fork(1, 0, Noise.SHARED);
                economy.enact(Design.of(2, 2, 1.625));
                assertThat(floats(economy.now().design())).containsExactly(2, 2, 1.625f, 2, 2, 1.625f);
            }
        }
    }

    /** A world whose design is a distribution. */
    static final class Shares extends Plain {
        private static final Spaces SIMPLEX = Spaces.players(2)
                .actions(3)
                .numbers("sum")
                .principalNumbers("sum")
                .design(new DesignSpace.Simplex(List.of("a", "b")))
                .build();

        @Override
        public Spaces spaces() {
            return SIMPLEX;
        }
    }

    @Test
    void simplexAndKl_areChecked_andBeginUniform() {
        try (Pomg economy = begun(Shares::new, 1)) {
            assertThat(floats(economy.now().design())).containsExactly(0.5f, 0.5f);
            economy.enact(designs(economy, 0.3f, 0.7f));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.enact(designs(economy, 0.3f, 0.8f)))
                    .withMessageContaining("sum to");
            economy.admit(
                    new FeasibleSet(economy.spaces().design(), Design.of(0.5, 0.5), Divergences.KL, 0.1),
                    DesignGame.Reference.INITIAL);
            economy.enact(designs(economy, 0.4f, 0.6f)); // 0.4 ln 0.8 + 0.6 ln 1.2 = 0.020 nats
            assertThat(floats(economy.now().design())).containsExactly(0.4f, 0.6f);
            economy.enact(designs(economy, 0.1f, 0.9f)); // 0.37 nats
            assertThat(Divergences.KL.between(Design.of(0.5, 0.5), economy.law()))
                    .isCloseTo(0.1, within(1e-6));
            assertThat(economy.law().get(0)).isLessThan(0.4);
        }
    }

    @Test
    void bound_roundedToFloat_isAllowed() {
        Spaces spaces = Spaces.players(2)
                .actions(3)
                .numbers("sum")
                .principalNumbers("sum")
                .design(DesignSpace.box(0, 0.1, "rate"))
                .build();
        try (Pomg economy = Worlds.of(() -> new Narrow(spaces)).build()) {
            economy.reset();
            economy.enact(Design.of(0.1));
            economy.enact(designs(economy, 0.1f)); // a little more than 0.1
            assertThatIllegalArgumentException().isThrownBy(() -> economy.enact(designs(economy, 0.10001f)));
        }
    }

    /** A world with other spaces. */
    static final class Narrow extends Plain {
        private final Spaces spaces;

        Narrow(Spaces spaces) {
            this.spaces = spaces;
        }

        @Override
        public Spaces spaces() {
            return spaces;
        }
    }

    @Test
    void initialDesign_isInForceAfterAReset_andMustBeInTheSpace() {
        try (Pomg economy =
                Worlds.of(Plain::new).initial(Design.of(0.5)).batch(2).build()) {
            economy.reset();
            economy.enact(Design.of(0.9));
            economy.reset(economy.now().ended());
            assertThat(floats(economy.now().design())).containsOnly(0.9f);
            economy.reset();
            assertThat(floats(economy.now().design())).containsOnly(0.5f);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worlds.of(Plain::new).initial(Design.of(3)).build());
    }
}
