package org.sed4j.rl.stackelbergpomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.conformance.Conformance;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.noregret.MultiplicativeWeights;
import org.sed4j.rl.noregret.PayoffRange;
import org.sed4j.rl.noregret.Readout;
import org.sed4j.rl.stackelbergpomdp.PomdpRules.CriticView;

class StackelbergPomdpTest {
    @ParameterizedTest
    @ValueSource(strings = {"escape", "maintain-mixed", "matrix-design-code", "allocation-2", "message-price"})
    void everyPomdp_keepsTheContractOfWorlds(String setting) {
        PomdpRules rules =
                Settings.of(setting).rules(Setting.Preset.CODE, CriticView.FULL).lasting(5, 4);
        Conformance.check(() -> new StackelbergPomdp(rules));
    }

    @ParameterizedTest
    @ValueSource(strings = {"matching", "swap", "q"})
    void everyKindOfFollower_isAPartOfAWorld(String kind) {
        FollowerKind followers = switch (kind) {
            case "matching" -> new FollowerKind.Matching();
            case "swap" -> new FollowerKind.Swap(0.1);
            default -> FollowerKind.Q.PUBLISHED;
        };
        LeaderGame game = Settings.of("matrix-design").game();
        PomdpRules rules = new PomdpRules(game, followers, game.range(), 5, 4, Readout.EMPIRICAL, CriticView.FULL);
        Conformance.check(() -> new StackelbergPomdp(rules));
    }

    /** Plays an episode by a fixed move and returns its gauges at the end, the sum of what was paid in place of the last. */
    private static float[] play(StackelbergPomdp world, float[] move, Rng rng) {
        float[] gauges = new float[5];
        float[] rewards = new float[world.spaces().players()];
        float paid = 0;
        int steps = 0;
        world.reset(rng);
        while (!world.terminated()) {
            world.step(new int[rewards.length], move, rng, rewards);
            world.gauge(gauges);
            paid += gauges[StackelbergPomdp.PAID];
            steps++;
        }
        gauges[StackelbergPomdp.PAID] = paid;
        gauges[StackelbergPomdp.REWARDING] = steps;
        return gauges;
    }

    /** The code's 100 queries are 33 whole updates of Escape; its log of them is in the fact sheet: 1.17843, 1.11567, 1. */
    @Test
    void escape_leavesTheGoldenWeights_afterOneEpisode() {
        PomdpRules rules = Settings.of("escape").rules(Setting.Preset.CODE, CriticView.CODE);
        assertThat(rules.updates()).isEqualTo(33);
        LeaderGame game = rules.game();
        PomdpRules byThirty = new PomdpRules(
                game,
                new FollowerKind.Multiplicative(0.01),
                new PayoffRange(0, 30),
                33,
                10,
                Readout.ARGMAX,
                CriticView.CODE);
        for (PomdpRules one : new PomdpRules[] {rules, byThirty}) {
            StackelbergPomdp world = new StackelbergPomdp(one);
            float[] gauges = play(world, new float[] {0}, Seed.of(1).rng());
            MultiplicativeWeights weights =
                    (MultiplicativeWeights) world.followers().rule(0);
            assertThat(weights.weight(0, 0)).isCloseTo(1.17842695, within(1e-8));
            assertThat(weights.weight(0, 1)).isCloseTo(1.11566835, within(1e-8));
            assertThat(weights.weight(0, 2)).isCloseTo(1, within(1e-12));
            assertThat(gauges[StackelbergPomdp.UPDATES]).isEqualTo(33);
            assertThat(gauges[StackelbergPomdp.QUERIES]).isEqualTo(99);
            assertThat(gauges[StackelbergPomdp.REWARDING]).as("steps").isEqualTo(109);
            assertThat(gauges[StackelbergPomdp.PAID]).as("15 of 30").isCloseTo(0.5f, within(1e-6f));
        }
    }

    /** 33, 25, 100, 50, 33 and 250 whole updates of the code's budgets. */
    @Test
    void codesBudgets_areThatManyWholeUpdates() {
        int[] updates = {33, 33, 33, 50, 25, 25, 100, 50, 33, 250, 500};
        int k = 0;
        for (Setting setting : Settings.all().values()) {
            if (k < updates.length) {
                assertThat(setting.rules(Setting.Preset.CODE, CriticView.CODE).updates())
                        .as(setting.name())
                        .isEqualTo(updates[k++]);
            }
        }
    }

    @Test
    void paperPreset_countsUpdates_andPaysForTheHistory() {
        PomdpRules plain = Settings.of("maintain").rules(Setting.Preset.PAPER, CriticView.CODE);
        assertThat(plain.updates()).isEqualTo(100);
        assertThat(plain.rewards()).isEqualTo(10);
        assertThat(plain.readout()).isEqualTo(Readout.EMPIRICAL);
        PomdpRules typed = Settings.of("allocation-3").rules(Setting.Preset.PAPER, CriticView.CODE);
        assertThat(typed.updates()).isEqualTo(1000);
        assertThat(typed.rewards()).isEqualTo(100);
    }

    /** Maintain at (1/4 + 0.01, 3/4 - 0.01, 0): the follower's best reply is A, and the leader gets 30 - 10 pA. */
    @Test
    void mixedCommitment_isPaidInExpectation() {
        PomdpRules rules = Settings.of("maintain-mixed").rules(Setting.Preset.CODE, CriticView.CODE);
        float[] good = play(
                new StackelbergPomdp(rules),
                new float[] {0.26f, 0.74f, 0},
                Seed.of(1).rng());
        float[] bad = play(
                new StackelbergPomdp(rules),
                new float[] {0.24f, 0.76f, 0},
                Seed.of(1).rng());
        assertThat(30 * good[StackelbergPomdp.PAID]).isCloseTo(27.4f, within(1e-4f));
        assertThat(30 * bad[StackelbergPomdp.PAID]).as("the cliff").isCloseTo(7.6f, within(1e-4f));
    }

    @Test
    void view_holdsWhatTheLeaderSees_thenPhaseAndWeights() {
        PomdpRules rules = Settings.of("allocation-2")
                .rules(Setting.Preset.CODE, CriticView.FULL)
                .lasting(2, 2);
        StackelbergPomdp world = new StackelbergPomdp(rules);
        assertThat(world.spaces().principalNumbers())
                .startsWith("message_0", "message_1", "equilibrium_phase", "reward_phase", "weight_0")
                .endsWith("type_0_2", "updates_done", "rewards_done")
                .hasSize(2 + 2 + 6 + 3 + 2);
        Rng rng = Seed.of(1).rng();
        world.reset(rng);
        View view = new View(0, 15);
        world.consult(new int[1], new float[1], view);
        assertThat(view.numbers[0] + view.numbers[1]).isEqualTo(1);
        assertThat(view.numbers[2]).isEqualTo(1);
        assertThat(view.numbers[4]).as("weights start equal").isEqualTo(1);
        assertThat(view.numbers[10] + view.numbers[11] + view.numbers[12]).isEqualTo(1);
        for (int step = 0; step < 4; step++) {
            world.step(new int[1], new float[] {0}, rng, new float[1]);
        }
        world.consult(new int[1], new float[1], view);
        assertThat(view.numbers[3]).as("two updates of two queries are over").isEqualTo(1);
        assertThat(view.numbers[13]).isEqualTo(1);
    }
}
