package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.pomg.conformance.Conformance;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Harvest behind the engine: the conformance kit on every preset, and invariants 10 and 12 over whole batches. */
class HarvestConformanceTest {
    private static final Seed SEED = Seed.of(12);

    static Set<String> presets() {
        return HarvestRules.presets();
    }

    private static TypeMatrix types(HarvestRules rules) {
        return HarvestTypes.uniform(rules.players(), SEED.rng());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPreset_keepsTheContractOfAWorld(String preset) {
        HarvestRules rules = HarvestRules.preset(preset);
        assertThat(Conformance.of(Harvest.maker(rules, types(rules)))
                        .steps(300)
                        .check()
                        .passed())
                .isNotEmpty();
    }

    @Test
    void unusualRules_keepTheContractToo() {
        HarvestRules rules = HarvestRules.preset("melting-pot-open").toBuilder()
                .tiles(1, 2)
                .players(30)
                .frames(3)
                .moves(Moves.ABSOLUTE)
                .collisions(Collisions.AT_ONCE)
                .social(SocialReward.MEAN)
                .regrowth(new Regrowth(java.util.List.of(0.01, 0.2), 3, false))
                .zap(new Zap(true, 5, 2, 0, 0, 0.5, 1, 2))
                .period(1)
                .ending(new Ending(20, 7, 0.5, 90))
                .senses(Sense.values())
                .appleReward(0.5)
                .build();
        assertThat(Conformance.of(() -> new Harvest(rules, types(rules)))
                        .steps(200)
                        .check()
                        .passed())
                .isNotEmpty();
    }

    /** Actions that depend on world and step only, so that worlds in any batch are played alike. */
    private static void act(Pomg economy, int first, int step, int choices, IntTensor actions) {
        int n = economy.spaces().players();
        Rng rng = new Rng();
        for (int b = 0; b < economy.batch(); b++) {
            rng.seat(99 + first + b, step);
            for (int i = 0; i < n; i++) {
                actions.set(b * n + i, rng.below(choices));
            }
        }
    }

    @Test
    void invariant12_worldsLiveTheSameInAnyBatchOnAnyThreads() {
        HarvestRules rules = HarvestRules.preset("paper-2024");
        TypeMatrix types = types(rules);
        try (Pomg many = Worlds.of(Harvest.maker(rules, types))
                        .batch(12)
                        .seed(SEED)
                        .threads(2)
                        .build();
                Pomg few = Worlds.of(Harvest.maker(rules, types))
                        .batch(5)
                        .seed(SEED)
                        .threads(1)
                        .build()) {
            many.reset();
            few.reset();
            IntTensor ofMany = IntTensor.zeros(12, 7);
            IntTensor ofFew = IntTensor.zeros(5, 7);
            for (int t = 0; t < 300; t++) {
                act(many, 0, t, 7, ofMany);
                act(few, 0, t, 7, ofFew);
                many.step(ofMany);
                few.step(ofFew);
                for (int k = 0; k < few.now().codes().length(); k++) {
                    if (few.now().codes().get(k) != many.now().codes().get(k)) {
                        throw new AssertionError("codes differ at step " + t + ", element " + k);
                    }
                }
                for (int k = 0; k < 35; k++) {
                    assertThat(few.now().rewards().get(k))
                            .isEqualTo(many.now().rewards().get(k));
                }
            }
            assertThat(few.save().records()).isEqualTo(many.save().records().subList(0, 5));
        }
    }

    @Test
    void invariant10_twoHundredRandomWorldsStayUnderTheYieldBound() {
        // E[return over T steps] <= 64 + 0.91 T; T a whole episode.
        HarvestRules rules = HarvestRules.preset("paper-2024");
        int steps = 1000;
        try (Pomg worlds = Worlds.of(Harvest.maker(rules, HarvestTypes.same(7, 1, 1)))
                .batch(200)
                .seed(SEED)
                .threads(2)
                .build()) {
            worlds.reset();
            IntTensor actions = IntTensor.zeros(200, 7);
            double total = 0;
            for (int t = 0; t < steps; t++) {
                act(worlds, 0, t, 7, actions);
                worlds.step(actions);
                for (int k = 0; k < 1400; k++) {
                    total += worlds.now().rewards().get(k);
                }
            }
            assertThat(worlds.now().truncated().get(0)).isEqualTo((byte) 1);
            assertThat(total / 200).isBetween(64.0, 64 + 0.91 * steps);
        }
    }
}
