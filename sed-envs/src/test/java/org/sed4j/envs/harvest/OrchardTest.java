package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Heading;

/** How apples grow: invariants 2, 3, 5 and 9 of Harvest, on Melting Pot's rules. */
class OrchardTest {
    private static final HarvestRules PAPER = HarvestRules.preset("paper-2024");
    /** Binomial frequencies are held within this many standard deviations: two-sided error 6e-5 a comparison. */
    private static final double DEVIATIONS = 4;

    private static int noop() {
        return HarvestAction.NOOP.number();
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
    void counts_areThoseOfTheMapAfterAnyPlay() {
        HarvestRules lively = HarvestRules.preset("melting-pot-open").toBuilder()
                .regrowth(new Regrowth(List.of(0.01, 0.1, 0.2, 0.5), 2, true))
                .map(HarvestMaps.SMALL)
                .build();
        Solo solo = Solo.of(lively, 14);
        OrchardTable table = OrchardTable.of(lively.map(), lively.regrowth());
        for (int t = 0; t < 3000; t++) {
            solo.stepAtRandom();
            int apples = 0;
            for (int s = 0; s < table.sites(); s++) {
                int live = 0;
                for (int e = table.from()[s]; e < table.from()[s + 1]; e++) {
                    live += solo.orchard().isLive(table.near()[e]) ? 1 : 0;
                }
                assertThat(solo.orchard().neighbours(s)).isEqualTo(live);
                apples += solo.orchard().isLive(s) ? 1 : 0;
            }
            assertThat(solo.orchard().apples()).isEqualTo(apples);
        }
    }
}
