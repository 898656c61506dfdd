package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Heading;

/** Apples and moves: invariants 1 to 7, 9 and 10 of Harvest, on Melting Pot's rules. */
class HarvestDynamicsTest {
    private static final HarvestRules PAPER = HarvestRules.preset("paper-2024");
    /** Binomial frequencies are held within this many standard deviations: two-sided error 6e-5 a comparison. */
    private static final double DEVIATIONS = 4;

    private static int noop() {
        return HarvestAction.NOOP.number();
    }

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
    void invariant02_siteWithoutLiveNeighboursNeverRegrows() {
        // 16 sites three cells apart: nobody is near anybody.
        GridMap map = HarvestMaps.parse("lonely", ("A  A  A  A\n" + "          \n".repeat(2)).repeat(4));
        Orchard orchard = new Orchard(OrchardTable.of(map, Regrowth.OPEN));
        orchard.reset();
        for (int s = 0; s < 16; s++) {
            orchard.eat(s);
        }
        Rng rng = new Rng();
        for (int t = 0; t < 1_000_000 / 16; t++) {
            rng.seat(2, t);
            orchard.draw(rng);
            assertThat(orchard.grown(0)).isZero();
        }
    }

    @Test
    void invariant03_regrowthFrequencyFollowsTheTable() {
        double[] table = {0, 0.0025, 0.005, 0.025, 0.025};
        for (int k = 1; k <= 4; k++) {
            // A row of five apples: its middle has 4 neighbours within distance 2, of which k stay live.
            Orchard orchard = new Orchard(OrchardTable.of(HarvestMaps.parse("row", "AAAAA"), Regrowth.OPEN));
            orchard.reset();
            for (int s = 0; s < 4 - k; s++) {
                orchard.eat(s < 2 ? s : s + 1);
            }
            orchard.eat(2);
            int draws = 0;
            int grown = 0;
            Rng rng = new Rng();
            for (int t = 0; t < 400_000; t++) {
                rng.seat(3 + k, t);
                orchard.draw(rng);
                draws++;
                if ((orchard.grown(0) >>> 2 & 1) != 0) {
                    grown++;
                }
            }
            // The first draw finds nothing ripe: the site was eaten just now.
            double n = draws - 1;
            double deviation = Math.sqrt(n * table[k] * (1 - table[k]));
            assertThat(Math.abs(grown - n * table[k])).as("k = " + k).isLessThan(DEVIATIONS * deviation);
        }
    }

    @Test
    void invariant03_sitesRegrowIndependentlyOfEachOther() {
        // A block of 12 x 12, every second apple eaten: 72 sites over three words, all with more than 3 live
        // neighbours.
        GridMap map = HarvestMaps.parse("block", "AAAAAAAAAAAA\n".repeat(12));
        Orchard orchard = new Orchard(OrchardTable.of(map, Regrowth.OPEN));
        orchard.reset();
        for (int s = 0; s < 144; s++) {
            if ((s / 12 + s) % 2 == 0) {
                orchard.eat(s);
            }
        }
        int steps = 100_000;
        int[] bySite = new int[144];
        double sum = 0;
        double squares = 0;
        Rng rng = new Rng();
        rng.seat(1, 0);
        orchard.draw(rng);
        for (int t = 1; t <= steps; t++) {
            rng.seat(1, t);
            orchard.draw(rng);
            int here = 0;
            for (int w = 0; w < 3; w++) {
                for (long left = orchard.grown(w); left != 0; left &= left - 1) {
                    bySite[64 * w + Long.numberOfTrailingZeros(left)]++;
                    here++;
                }
            }
            sum += here;
            squares += here * (double) here;
        }
        double[] chance = new double[144];
        double expected = 0;
        double independent = 0;
        for (int s = 0; s < 144; s++) {
            if ((s / 12 + s) % 2 == 0) {
                chance[s] = orchard.neighbours(s) == 2 ? 0.005 : 0.025;
                expected += chance[s];
                independent += chance[s] * (1 - chance[s]);
            }
        }
        assertThat(expected).isCloseTo(70 * 0.025 + 2 * 0.005, within(1e-12));
        double mean = sum / steps;
        double variance = squares / steps - mean * mean;
        assertThat(mean).isCloseTo(expected, within(DEVIATIONS * Math.sqrt(independent / steps)));
        // If sites are independent their variances add up; the estimate's relative standard error is about 0.5%.
        assertThat(variance / independent).isBetween(0.97, 1.03);
        for (int s = 0; s < 144; s++) {
            double deviation = Math.sqrt(steps * chance[s] * (1 - chance[s]));
            // 72 comparisons: one more deviation keeps the error of all together below 1e-4.
            assertThat((double) bySite[s]).isCloseTo(steps * chance[s], within((DEVIATIONS + 1) * deviation + 1e-9));
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.api.Assertions.within(tolerance);
    }

    @Test
    void regrowth_comesTwoStepsAfterEatingAtTheEarliest() {
        HarvestRules certain = PAPER.toBuilder()
                .map(HarvestMaps.parse("line", "PAA\n"))
                .players(1)
                .regrowth(new Regrowth(List.of(0.0, 1.0), 2, true))
                .build();
        Solo solo = Solo.of(certain, 1).put(0, 0, 0, Heading.EAST);
        solo.step(HarvestAction.FORWARD.number());
        assertThat(solo.sumOfRewards()).isEqualTo(1);
        solo.step(noop());
        assertThat(solo.sumOfRewards()).as("one step later").isZero();
        solo.step(noop());
        assertThat(solo.sumOfRewards()).as("two steps later, under the avatar").isEqualTo(1);
    }

    @Test
    void regrowth_underAvatarsCanBeForbidden() {
        HarvestRules certain = PAPER.toBuilder()
                .map(HarvestMaps.parse("line", "PAA\n"))
                .players(1)
                .regrowth(new Regrowth(List.of(0.0, 1.0), 2, false))
                .build();
        Solo solo = Solo.of(certain, 1).put(0, 0, 0, Heading.EAST);
        solo.step(HarvestAction.FORWARD.number()).step(noop()).step(noop()).step(noop());
        assertThat(solo.sumOfRewards()).isZero();
        assertThat(solo.orchard().apples()).isEqualTo(1);
        solo.step(HarvestAction.BACKWARD.number());
        assertThat(solo.orchard().apples()).isEqualTo(2);
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
    void invariant05_applesGrowOnTheirSitesOnly() {
        Solo solo = Solo.of(PAPER, 5);
        for (int t = 0; t < 5000; t++) {
            solo.stepAtRandom();
            byte[] seen = solo.consult().codes;
            int apples = 0;
            for (int q = 0; q < seen.length; q++) {
                if (seen[q] == HarvestCode.APPLE.code()) {
                    assertThat(PAPER.map().at(q / 24, q % 24)).isEqualTo('A');
                    apples++;
                }
            }
            assertThat(apples).isEqualTo(solo.orchard().apples());
        }
    }

    @Test
    void invariant05_patchesAreApartAndADeadPatchStaysDead() {
        Solo solo = Solo.of(PAPER, 6);
        int[] patch = patches(OrchardTable.of(PAPER.map(), Regrowth.OPEN));
        TreeMap<Integer, Integer> sizes = new TreeMap<>();
        for (int p = 0; p < 6; p++) {
            int number = p;
            sizes.merge((int) Arrays.stream(patch).filter(q -> q == number).count(), 1, Integer::sum);
        }
        assertThat(sizes).as("patches by size").containsExactlyEntriesOf(new TreeMap<>(java.util.Map.of(6, 2, 13, 4)));
        for (int s = 0; s < 64; s++) {
            if (patch[s] == 0) {
                solo.orchard().eat(s);
            }
        }
        int rest = solo.orchard().apples();
        for (int t = 0; t < 900; t++) {
            solo.step();
            assertThat(solo.orchard().apples()).isEqualTo(rest);
        }
        solo.reset();
        assertThat(solo.orchard().apples()).isEqualTo(64);
    }

    /** By site: the number of its patch. */
    private static int[] patches(OrchardTable table) {
        int[] patch = new int[table.sites()];
        Arrays.fill(patch, -1);
        int count = 0;
        for (int s = 0; s < patch.length; s++) {
            if (patch[s] < 0) {
                fill(table, s, count++, patch);
            }
        }
        assertThat(count).isEqualTo(6);
        return patch;
    }

    private static void fill(OrchardTable table, int site, int number, int[] patch) {
        patch[site] = number;
        for (int e = table.from()[site]; e < table.from()[site + 1]; e++) {
            if (patch[table.near()[e]] < 0) {
                fill(table, table.near()[e], number, patch);
            }
        }
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
    void invariant09_neighbourCountsAreThoseOfTheDisc() {
        OrchardTable table = OrchardTable.of(PAPER.map(), Regrowth.OPEN);
        TreeMap<Integer, Integer> histogram = new TreeMap<>();
        for (int s = 0; s < 64; s++) {
            histogram.merge(table.from()[s + 1] - table.from()[s], 1, Integer::sum);
        }
        assertThat(histogram)
                .containsExactlyEntriesOf(new TreeMap<>(java.util.Map.of(3, 4, 4, 20, 5, 4, 7, 32, 12, 4)));
        OrchardTable field = OrchardTable.of(HarvestMaps.parse("field", "AAAAA\n".repeat(5)), Regrowth.OPEN);
        assertThat(field.from()[13] - field.from()[12])
                .as("offsets of the disc")
                .isEqualTo(12);
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
