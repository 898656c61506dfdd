package org.sed4j.rl.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Snapshot;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.noregret.FollowerKind;

class WhatIfTest {
    private static final int WORLDS = 3;

    private static RuleFollowers.Habits habits(Foresight foresight) {
        return new RuleFollowers.Habits(new FollowerKind.Matching(), Context.NOTHING, 1, foresight, Optional.empty());
    }

    /** What would have been got by the choices that were made is what was got, chance of worlds and players included. */
    @Test
    void theAnswerForWhatWasChosen_isWhatWasGot_andForOthersWhatTheyWouldHavePaid() {
        RuleTables tables = new RuleTables(new Chores().spaces(), habits(Foresight.ONE_STEP));
        ActionHeads heads = tables.heads();
        Seed seed = Seed.of(7);
        int steps = 6;
        try (Pomg economy = Worlds.of(Chores::new).batch(WORLDS).build()) {
            economy.reset();
            Sights sights = new Sights(economy.spaces(), WORLDS);
            Mixing mixing = tables.mixing(sights);
            IntTensor actions = IntTensor.zeros(WORLDS, heads.seats());
            mixing.choose(economy.now(), seed, 0, world -> world, actions);
            Snapshot start = economy.save();
            long before = economy.stateHash();
            double[] once = new double[WORLDS * 2 * 5];
            double[] long6 = new double[WORLDS * 2 * 5];
            try (WhatIf whatIf = new WhatIf(economy, heads, tables::mixing)) {
                whatIf.ask(start, actions, sights, 1, seed, 0, once);
                whatIf.ask(start, actions, sights, steps, seed, 0, long6);
            }
            assertThat(economy.stateHash()).isEqualTo(before);
            int[] chosen = new int[actions.length()];
            actions.view().get(0, chosen);
            byte[] allowed = sights.masks().clone();
            double[] first = new double[WORLDS * 2];
            double[] sum = new double[WORLDS * 2];
            for (int t = 0; t < steps; t++) {
                if (t > 0) {
                    mixing.choose(economy.now(), seed, t, world -> world, actions);
                }
                economy.step(actions);
                for (int row = 0; row < sum.length; row++) {
                    first[row] += t == 0 ? economy.now().rewards().get(row) : 0;
                    sum[row] += economy.now().rewards().get(row);
                }
            }
            for (int row = 0; row < sum.length; row++) {
                for (int h = 0; h < 2; h++) {
                    int cell = row * 5 + heads.first(h) + chosen[row * 2 + h];
                    assertThat(once[cell]).isEqualTo(first[row]);
                    assertThat(long6[cell]).isCloseTo(sum[row] / steps, within(1e-12));
                }
                assertThat(once[row * 5 + 4] - once[row * 5 + 3]).isCloseTo(0.5, within(1e-6)); // to take or not
                for (int k = 0; k < 5; k++) {
                    assertThat(Double.isNaN(once[row * 5 + k])).isEqualTo(allowed[row * 5 + k] == 0);
                }
            }
        }
    }

    /** Pays choice 1 what the law says; the law is decided in every step, after players have chosen. */
    private static final class Decree implements World {
        @Override
        public Spaces spaces() {
            return Spaces.players(1)
                    .actions(2)
                    .numbers("bias")
                    .design(DesignSpace.box(-1, 1, "pay"))
                    .build();
        }

        @Override
        public void reset(Rng rng) {}

        @Override
        public boolean due() {
            return true;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            rewards[0] = design[0] * actions[0];
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = 1;
        }
    }

    @Test
    void questionsStartFromTheLawThatWasDecided_notFromTheOneBefore() {
        RuleFollowers followers = new RuleFollowers(new Decree().spaces(), habits(Foresight.ONE_STEP));
        FloatTensor pay = FloatTensor.zeros(1, 1);
        pay.set(0, 1);
        Government<Pomg> government = new Government<>() {
            @Override
            public void decide(Pomg economy) {
                economy.enactWhereDue(pay);
            }
        };
        try (Pomg economy = Worlds.of(Decree::new).build()) {
            economy.reset();
            for (int round = 0; round < 20; round++) {
                economy.enact(Design.of(-1));
                followers.live(economy, government, 1, Seed.of(round));
            }
        }
        assertThat(followers.mixture(0, 0)[1]).isEqualTo(1);
        assertThat(followers.updates()).isEqualTo(20);
    }
}
