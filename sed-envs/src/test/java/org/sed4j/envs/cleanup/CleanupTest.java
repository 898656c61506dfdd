package org.sed4j.envs.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.conformance.Conformance;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.grid.Avatars;

class CleanupTest {
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final int UP = 2;
    private static final int DOWN = 3;
    private static final int STAY = 4;
    private static final int CLEAN = 5;
    private static final float[] NOTHING = {0, 0, 0};

    @ParameterizedTest
    @ValueSource(strings = {"7x7", "10x10", "melting-pot", "socialjax"})
    void world_keepsItsContract(String preset) {
        CleanupRules rules = CleanupRules.preset(preset);
        assertThat(Conformance.of(Cleanup.maker(rules)).steps(60).check().passed())
                .hasSizeGreaterThan(12);
    }

    @Test
    void world_paidByPlayer_keepsItsContract() {
        CleanupRules rules = CleanupRules.preset("7x7").withIncentive(CleanupIncentive.PLAYER);
        assertThat(Conformance.of(Cleanup.maker(rules)).steps(60).check().passed())
                .hasSizeGreaterThan(12);
    }

    /** Sites of the published maps: paper 004's code, LIO's, Melting Pot's clean_up (68 clean and 79 polluted, 110 + 12 apple). */
    @ParameterizedTest
    @CsvSource({"7x7,2,0,5,2", "10x10,8,8,12,3", "melting-pot,79,68,122,19"})
    void maps_areThePublished(String preset, int polluted, int clean, int apples, int spawns) {
        var map = CleanupRules.preset(preset).map();
        assertThat(map.count('D')).isEqualTo(polluted);
        assertThat(map.count('R')).isEqualTo(clean);
        assertThat(map.count('B')).isEqualTo(apples);
        assertThat(map.count('P')).isEqualTo(spawns);
    }

    /** Growth on the 7x7 map: nothing at d = 1, 0.5 (1 - 0.5 / 0.6) = 0.0833 at d = 0.5, 0.5 at d = 0. */
    @Test
    void growth_followsPollution() {
        AppleGrowth growth = CleanupRules.preset("7x7").growth();
        assertThat(growth.at(1)).isZero();
        assertThat(growth.at(0.5)).isCloseTo(1.0 / 12, within(1e-12));
        assertThat(growth.at(0)).isEqualTo(0.5);
    }

    /** Nobody cleans: the river stays as it is, and no apple ever grows. */
    @Test
    void selfishPlayers_getNothing() {
        assertThat(meanReturn(50, (world, actions) -> {
                    actions[0] = towardsApple(world, 0);
                    actions[1] = towardsApple(world, 1);
                }))
                .isZero();
    }

    /**
     * Agent 0 cleans from where it begins and never moves, agent 1 collects the nearest apple: 39.07 apples an episode, standard
     * deviation 2.4 over episodes, by an independent simulator of the published rules (300 episodes).
     */
    @Test
    void dividedLabour_harvests39() {
        double mean = meanReturn(2000, (world, actions) -> {
            actions[0] = CLEAN;
            actions[1] = towardsApple(world, 1);
        });
        assertThat(mean).isCloseTo(39.1, within(0.5));
    }

    /** Five cells ahead, five level to each side; the first waste of a column is cleaned and stops it. */
    @Test
    void beam_cleansOneSiteAColumn() {
        Cleanup world = world(1);
        Rng rng = Seed.of(2).rng(); // a draw that leaves the river as the beam left it
        assertThat(world.terrain().polluted()).isEqualTo(2);
        world.step(new int[] {CLEAN, STAY}, NOTHING, rng, new float[2]);
        float[] measures = new float[12];
        world.measure(measures);
        assertThat(measures[3]).isEqualTo(1);
        assertThat(measures[4]).isEqualTo(1);
        assertThat(world.terrain().ground(2 * 7 + 1)).isEqualTo(CleanupCode.RIVER.code());
        assertThat(world.terrain().ground(7 + 1)).isEqualTo(CleanupCode.WASTE.code());
        assertThat(world.terrain().sight().at(4, 2)).isEqualTo(CleanupCode.BEAM.code());
        assertThat(world.terrain().sight().at(5, 1)).isEqualTo(CleanupCode.BEAM.code());
        assertThat(world.terrain().sight().at(1, 1)).isEqualTo(CleanupCode.WASTE.code());
    }

    /** Base rewards of 1 an apple; 0 for cleaning; each deed is paid its entry, cleaning first. */
    @Test
    void deeds_arePaid() {
        Cleanup world = world(2);
        Rng rng = Seed.of(3).rng();
        float[] design = {1.5f, 0.25f, 0.125f};
        float[] rewards = new float[2];
        double eaten = 0;
        for (int t = 0; t < 50; t++) {
            rng.seat(5, t);
            world.step(new int[] {CLEAN, towardsApple(world, 1)}, design, rng, rewards);
            world.rewards(world.ledger(), design, rewards);
            float[] measures = new float[12];
            world.measure(measures);
            eaten += measures[8];
            assertThat(rewards[0]).isEqualTo(1.5f);
            assertThat(rewards[1]).isEqualTo(measures[8] > 0 ? 1.25f : 0.125f);
            assertThat(world.truncated()).isEqualTo(t == 49);
        }
        assertThat(eaten).isGreaterThan(25);
    }

    @Test
    void views_showMapAndIntentions() {
        Cleanup world = world(1);
        View view = new View(81, 0);
        world.observe(0, NOTHING, view);
        assertThat(view.codes[40]).isEqualTo(CleanupCode.SELF.code());
        assertThat(view.codes[3 + 9]).isEqualTo(CleanupCode.WASTE.code()); // rows -3 and columns -1 of (5, 2): (2, 1)
        View principal = new View(49, 4);
        world.consult(new int[] {CLEAN, STAY}, NOTHING, principal);
        assertThat(principal.numbers).containsExactly(1, 0, 0, 1);
        assertThat(principal.codes[5 * 7 + 2]).isEqualTo((byte) CleanupCode.KINDS); // player 0
    }

    @Test
    void rules_refuseWhatCannotBe() {
        CleanupRules seven = CleanupRules.preset("7x7");
        assertThatThrownBy(() -> seven.withBound(-1)).hasMessageContaining("incentive bound (-1.0)");
        assertThatThrownBy(() -> CleanupRules.preset("7x8")).hasMessageContaining("must be one of [7x7, 10x10");
        assertThatThrownBy(() -> new AppleGrowth(0.5, 0, 0.4)).hasMessageContaining("threshold of depletion");
    }

    private static Cleanup world(long seed) {
        Cleanup world = new Cleanup(CleanupRules.preset("7x7"));
        world.reset(Seed.of(seed).rng());
        return world;
    }

    /** A script for both players. */
    private interface Script {
        void choose(Cleanup world, int[] actions);
    }

    private static double meanReturn(int episodes, Script script) {
        Cleanup world = new Cleanup(CleanupRules.preset("7x7"));
        Rng rng = new Rng();
        int[] actions = new int[2];
        float[] rewards = new float[2];
        double sum = 0;
        for (int e = 0; e < episodes; e++) {
            long key = Seed.of(7).at(e).key();
            rng.seat(key, 0);
            world.reset(rng);
            for (int t = 1; !world.truncated(); t++) {
                rng.seat(key, t);
                script.choose(world, actions);
                world.step(actions, NOTHING, rng, rewards);
                world.rewards(world.ledger(), NOTHING, rewards);
                sum += rewards[0] + rewards[1];
            }
        }
        return sum / episodes;
    }

    /** One step towards the nearest apple, or none. */
    private static int towardsApple(Cleanup world, int player) {
        Avatars avatars = world.avatars();
        int row = avatars.row(player);
        int column = avatars.column(player);
        int best = Integer.MAX_VALUE;
        int action = STAY;
        for (int cell = 0; cell < 49; cell++) {
            int down = cell / 7 - row;
            int over = cell % 7 - column;
            int distance = Math.abs(down) + Math.abs(over);
            if (world.terrain().ground(cell) == CleanupCode.APPLE.code() && distance < best) {
                best = distance;
                action = over > 0 ? RIGHT : over < 0 ? LEFT : down > 0 ? DOWN : UP;
            }
        }
        return action;
    }
}
