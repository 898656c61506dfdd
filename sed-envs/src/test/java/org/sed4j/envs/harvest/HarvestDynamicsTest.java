package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.grid.Heading;

/** Moves and conservation: invariants 1, 4, 6, 7 and 10 of Harvest, on Melting Pot's rules. */
class HarvestDynamicsTest {
    private static final HarvestRules PAPER = HarvestRules.preset("paper-2024");
    /** Binomial frequencies are held within this many standard deviations: two-sided error 6e-5 a comparison. */
    private static final double DEVIATIONS = 4;

    @Test
    void invariant01_resetPutsSixtyFourApplesAndSevenAvatarsOnDistinctCells() {
        for (long seed = 0; seed < 50; seed++) {
            Solo solo = Solo.of(PAPER, seed);
            assertThat(solo.orchard().apples()).isEqualTo(64);
            Set<Integer> cells = new HashSet<>();
            int inside = 0;
            for (int i = 0; i < 7; i++) {
                int row = solo.avatars().row(i);
                int column = solo.avatars().column(i);
                char ground = PAPER.map().at(row, column);
                assertThat(ground).isIn('P', 'Q');
                inside += ground == 'Q' ? 1 : 0;
                cells.add(solo.avatars().cell(i));
            }
            assertThat(cells).hasSize(7);
            assertThat(inside).isEqualTo(2);
        }
    }

    @Test
    void invariant04_applesAreConservedInEveryStep() {
        Solo solo = Solo.of(PAPER, 4);
        int ate = 0;
        for (int t = 0; t < 20_000; t++) {
            int before = solo.orchard().apples();
            solo.stepAtRandom();
            double eaten = Solo.sum(solo.measured("apples"));
            ate += (int) eaten;
            int grown = Long.bitCount(solo.orchard().grown(0));
            assertThat(solo.sumOfRewards()).isEqualTo(eaten);
            assertThat((double) solo.orchard().apples()).isEqualTo(before - eaten + grown);
            assertThat(solo.orchard().apples()).isBetween(0, 64);
            if (solo.world.truncated()) {
                solo.reset();
            }
        }
        assertThat(ate).as("apples eaten, so that the test says something").isGreaterThan(1000);
    }

    @Test
    void invariant06_nobodySharesACellStandsOnAWallOrSwaps() {
        HarvestRules crowd =
                PAPER.toBuilder().map(HarvestMaps.SMALL).players(13).build();
        Solo solo = Solo.of(crowd, 7);
        int[] before = new int[13];
        for (int t = 0; t < 5000; t++) {
            for (int i = 0; i < 13; i++) {
                before[i] = solo.avatars().cell(i);
            }
            solo.stepAtRandom();
            Set<Integer> cells = new HashSet<>();
            for (int i = 0; i < 13; i++) {
                assertThat(crowd.map().at(solo.avatars().row(i), solo.avatars().column(i)))
                        .isNotEqualTo('W');
                assertThat(solo.avatars().at(solo.avatars().cell(i))).isEqualTo(i + 1);
                cells.add(solo.avatars().cell(i));
                for (int j = 0; j < i; j++) {
                    assertThat(solo.avatars().cell(i) == before[j]
                                    && solo.avatars().cell(j) == before[i]
                                    && before[i] != before[j])
                            .isFalse();
                }
            }
            assertThat(cells).hasSize(13);
        }
    }

    @Test
    void moves_followTheRandomOrder() {
        // Two in a row: the follower moves only if the leader was first, which is half of the time.
        HarvestRules row = PAPER.toBuilder()
                .map(HarvestMaps.parse("corridor", "PPP\n"))
                .players(2)
                .build();
        int both = 0;
        int trials = 10_000;
        Solo solo = Solo.of(row, 8);
        for (int t = 0; t < trials; t++) {
            solo.put(1, 0, 2, Heading.EAST).put(0, 0, 0, Heading.EAST).put(1, 0, 1, Heading.EAST);
            solo.step(HarvestAction.FORWARD.number(), HarvestAction.FORWARD.number());
            assertThat(solo.avatars().column(1)).isEqualTo(2);
            both += solo.avatars().column(0) == 1 ? 1 : 0;
        }
        assertThat(Math.abs(both - trials / 2.0)).isLessThan(DEVIATIONS * Math.sqrt(trials / 4.0));
    }

    @Test
    void moves_atOnce_keepATrainTogether_andConserveApples() {
        HarvestRules row = PAPER.toBuilder()
                .map(HarvestMaps.parse("corridor", "PPPA\n"))
                .players(2)
                .collisions(Collisions.AT_ONCE)
                .build();
        Solo solo = Solo.of(row, 8);
        for (int t = 0; t < 100; t++) {
            solo.reset();
            solo.put(1, 0, 2, Heading.EAST).put(0, 0, 0, Heading.EAST).put(1, 0, 1, Heading.EAST);
            solo.step(HarvestAction.FORWARD.number(), HarvestAction.FORWARD.number());
            assertThat(solo.avatars().column(0)).isEqualTo(1);
            assertThat(solo.avatars().column(1)).isEqualTo(2);
            solo.step(HarvestAction.FORWARD.number(), HarvestAction.FORWARD.number());
            assertThat(solo.avatars().column(1)).isEqualTo(3);
            assertThat(solo.rewards).containsExactly(0, 1);
            assertThat(solo.orchard().apples()).isZero();
            // Face to face: nobody passes.
            solo.put(0, 0, 2, Heading.EAST);
            solo.step(HarvestAction.FORWARD.number(), HarvestAction.BACKWARD.number());
            assertThat(solo.avatars().column(0)).isEqualTo(2);
        }
    }

    @Test
    void invariant07_turnsAndStepsUndoEachOther() {
        Solo solo = Solo.of(PAPER.toBuilder().players(1).build(), 9);
        for (int heading = 0; heading < 4; heading++) {
            solo.put(0, 12, 11, heading);
            String start = solo.picture();
            for (int t = 0; t < 3; t++) {
                solo.step(HarvestAction.TURN_LEFT.number());
                assertThat(solo.picture()).isNotEqualTo(start);
            }
            solo.step(HarvestAction.TURN_LEFT.number());
            assertThat(solo.picture()).isEqualTo(start);
            solo.step(HarvestAction.TURN_LEFT.number()).step(HarvestAction.TURN_RIGHT.number());
            assertThat(solo.picture()).isEqualTo(start);
            solo.step(HarvestAction.FORWARD.number());
            assertThat(solo.picture()).isNotEqualTo(start);
            solo.step(HarvestAction.BACKWARD.number());
            assertThat(solo.picture()).isEqualTo(start);
            solo.step(HarvestAction.STEP_LEFT.number());
            assertThat(solo.picture()).isNotEqualTo(start);
            solo.step(HarvestAction.STEP_RIGHT.number());
            assertThat(solo.picture()).isEqualTo(start);
        }
    }

    @Test
    void steps_areRelativeToTheHeadingOrToTheMap() {
        int[][] relative = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
        for (Moves moves : Moves.values()) {
            Solo solo = Solo.of(PAPER.toBuilder().players(1).moves(moves).build(), 10);
            for (int heading = 0; heading < 4; heading++) {
                for (int action = 1; action <= 4; action++) {
                    solo.put(0, 12, 11, heading).step(action);
                    int[] expected = relative[action - 1];
                    for (int turn = 0; moves == Moves.RELATIVE && turn < heading; turn++) {
                        expected = new int[] {expected[1], -expected[0]};
                    }
                    int[] gone = {solo.avatars().row(0) - 12, solo.avatars().column(0) - 11};
                    assertThat(gone).as(moves + " " + heading + " " + action).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void invariant10_doingNothingYieldsNothing() {
        Solo solo = Solo.of(PAPER, 11);
        for (int t = 0; t < 1000; t++) {
            solo.step();
            assertThat(solo.sumOfRewards()).isZero();
        }
        assertThat(solo.orchard().apples()).isEqualTo(64);
    }

    @Test
    void invariant10_eatingEverythingYieldsAtLeastSixtyFour() {
        Solo solo = Solo.of(PAPER.toBuilder().players(1).moves(Moves.ABSOLUTE).build(), 12);
        double total = 0;
        for (int t = 0; t < 1000; t++) {
            solo.step(Greedy.action(solo));
            total += solo.sumOfRewards();
        }
        assertThat(solo.orchard().apples()).isZero();
        assertThat(total).isBetween(64.0, 64 + 0.91 * 1000);
    }

    @Test
    void invariant10_randomPlayersStayUnderTheYieldBound() {
        // E[return over T steps] <= 64 + 0.91 T: all apples at the start, and the greatest expected regrowth of any
        // state.
        for (String preset : HarvestRules.presets()) {
            HarvestRules rules = HarvestRules.preset(preset);
            if (rules.map().count('A') != 64) {
                continue;
            }
            double total = 0;
            for (int w = 0; w < 200; w++) {
                Solo solo = Solo.of(rules, 1000 + w);
                for (int t = 0; t < 200; t++) {
                    solo.stepAtRandom();
                    total += Solo.sum(solo.measured("apples"));
                }
            }
            assertThat(total / 200).as(preset).isBetween(1.0, 64 + 0.91 * 200);
        }
    }

    @Test
    void everybodyIsOnTheMapWhereNobodyZaps() {
        Solo solo = Solo.of(PAPER, 13);
        for (int t = 0; t < 200; t++) {
            solo.stepAtRandom();
            int standing = 0;
            for (int q = 0; q < PAPER.map().size(); q++) {
                standing += solo.avatars().at(q) > Avatars.FREE ? 1 : 0;
            }
            assertThat(standing).isEqualTo(7);
        }
    }
}
