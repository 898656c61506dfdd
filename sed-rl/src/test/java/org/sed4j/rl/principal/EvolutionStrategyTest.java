package org.sed4j.rl.principal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;

/** Laws that evolve where one law is best, and what a world is worth is mostly noise. */
class EvolutionStrategyTest {
    private static final Seed SEED = Seed.of(11);

    /** Pays -scale ((φ_0 - 0.3)² + (φ_1 - 0.8)²) a step, and one of two noises a step that are a tenth of scale apart. */
    static final class Hill implements World {
        private final float scale;

        Hill(float scale) {
            this.scale = scale;
        }

        @Override
        public Spaces spaces() {
            return Spaces.players(1)
                    .actions(2)
                    .numbers("bias")
                    .design(DesignSpace.rates(2, "rate"))
                    .build();
        }

        @Override
        public void reset(Rng rng) {}

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            float x = design[0] - 0.3f;
            float y = design[1] - 0.8f;
            rewards[0] = scale * (-x * x - y * y + 0.0625f * rng.below(2));
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = 1;
        }
    }

    private static Society society(float scale, int worlds, EvolutionStrategy.Rule rule) {
        return Society.of(() -> new Hill(scale))
                .objectives(ObjectiveFamily.of(Welfare.utilitarian(Outcome.REWARD)))
                .principal(Principals.evolution(rule))
                .rounds(4, 2)
                .worlds(worlds)
                .build();
    }

    private static List<Outcome> lived(Session session, int rounds) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int k = 0; k < rounds; k++) {
            outcomes.add(session.rounds().next().outcome());
        }
        return outcomes;
    }

    private static List<Design> laws(Outcome outcome) {
        List<Design> laws = new ArrayList<>();
        for (int b = 0; b < outcome.worlds(); b++) {
            laws.add(outcome.design(b));
        }
        return laws;
    }

    @Test
    void lawsDrawNearTheBestOne_throughNoise() {
        try (Session session = society(1, 32, EvolutionStrategy.Rule.plain()).begin(SEED)) {
            lived(session, 80);
            Design mean = lived(session, 1).get(0).meanDesign();
            assertThat(mean.get(0)).isCloseTo(0.3, within(0.06));
            assertThat(mean.get(1)).isCloseTo(0.8, within(0.06));
        }
    }

    @Test
    void everyWorldHasALawOfItsOwn_forAnEpisode() {
        try (Session session = society(1, 8, EvolutionStrategy.Rule.plain()).begin(SEED)) {
            List<Outcome> outcomes = lived(session, 4);
            Set<Design> first = new HashSet<>(laws(outcomes.get(0)));
            assertThat(first).hasSize(8);
            assertThat(laws(outcomes.get(1))).isEqualTo(laws(outcomes.get(0)));
            assertThat(laws(outcomes.get(2))).doesNotContainAnyElementsOf(first);
            assertThat(laws(outcomes.get(3))).isEqualTo(laws(outcomes.get(2)));
        }
    }

    /** Only ranks count: a power of two changes no rounding, and so no law. */
    @Test
    void scaleOfTheObjective_changesNothing() {
        try (Session small = society(1, 8, EvolutionStrategy.Rule.plain()).begin(SEED);
                Session large = society(1024, 8, EvolutionStrategy.Rule.plain()).begin(SEED)) {
            for (int k = 0; k < 10; k++) {
                assertThat(laws(lived(large, 1).get(0)))
                        .isEqualTo(laws(lived(small, 1).get(0)));
            }
        }
    }

    @Test
    void takenUpInTheMiddleOfATrial_itGoesOnTheSameWay() throws IOException {
        EvolutionStrategy.Rule rule = new EvolutionStrategy.Rule(3, 1, 0.2, 0.5);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        List<Design> through;
        try (Session session = society(1, 8, rule).begin(SEED)) {
            lived(session, 7);
            session.save(new DataOutputStream(kept));
            through = laws(lived(session, 6).get(5));
        }
        try (Session session = society(1, 8, rule).begin(SEED)) {
            session.load(new DataInputStream(new ByteArrayInputStream(kept.toByteArray())));
            assertThat(laws(lived(session, 6).get(5))).isEqualTo(through);
        }
    }

    @Test
    void frozen_enactsTheMiddleOfTheLaws_inEveryWorld() {
        try (Session session = society(1, 16, EvolutionStrategy.Rule.plain()).begin(SEED)) {
            lived(session, 80);
            Outcome still = session.ring(
                            session.economy(), session.principal().frozen(), session.followers(), Seed.of(4))
                    .next()
                    .outcome();
            assertThat(new HashSet<>(laws(still))).hasSize(1);
            assertThat(still.design(0).get(0)).isCloseTo(0.3, within(0.1));
        }
    }

    @Test
    void tooFewWorlds_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> society(1, 3, EvolutionStrategy.Rule.plain()))
                .withMessageContaining("evolution")
                .withMessageContaining("at least 4 worlds, and there are 3");
    }

    @Test
    void spreadsThatCannotBe_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvolutionStrategy.Rule(1, 0.5, 0.6, 0.3))
                .withMessageContaining("least spread of laws (0.6)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvolutionStrategy.Rule(1, 0.5, 0.1, 0))
                .withMessageContaining("rate of the spread");
    }
}
