package org.sed4j.envs.gtb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.envs.grid.GridMap;

/** Maps and starts: counts of the published maps, what a file may look like, and what is refused. */
class GtbMapsTest {

    @Test
    void shippedMaps_haveThePublishedCounts() { // fact sheet, section 2
        counts(GtbMaps.pureAndMixed(), 23, 12, 21);
        counts(GtbMaps.openQuadrant(), 20, 20, 33);
    }

    private static void counts(GridMap map, int wood, int stone, int water) {
        assertThat(map.count(GtbMaps.WOOD)).isEqualTo(wood);
        assertThat(map.count(GtbMaps.STONE)).isEqualTo(stone);
        assertThat(map.count(GtbMaps.WATER)).isEqualTo(water);
    }

    @Test
    void rows_areSeparatedBySemicolonsOrLines() {
        GridMap expected = GtbMaps.parse("m", "W..\n.@.\n..S\n");
        assertThat(GtbMaps.parse("m", "W  ; @ ;  S")).isEqualTo(expected);
        assertThat(GtbMaps.parse("m", "W  ;\n @ ;\n  S;\n")).isEqualTo(expected);
    }

    @Test
    void badMaps_areRefusedByLine() {
        refused(() -> GtbMaps.parse("m", "W..\n.@\n..S"), "line 2", "must be 3");
        refused(() -> GtbMaps.parse("m", "W..\n.x.\n..S"), "line 2, column 2", "'x'");
        refused(() -> GtbMaps.parse("m", ""), "rows of map m", "at least 1");
        refused(() -> with("@@@\n@@@\n@@@", Placing.RANDOM, 1), "players", "free start cells");
        refused(() -> with("...\n...\n..@", Placing.CORNERS, 4), "start cell of rank 3", "free cell");
        refused(() -> with("...\n...\n...", Placing.RANDOM, 10), "players (10)", "at most 9");
        refused(() -> with("...\n...\n...", Placing.SPLIT, 4), "row 1", "all water");
    }

    private static void with(String map, Placing placing, int players) {
        GtbRules.preset("15x15").toBuilder()
                .map(GtbMaps.parse("m", map))
                .placing(placing)
                .players(players)
                .build();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... parts) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts)
                .hasMessageContaining("Maybe");
    }

    @Test
    void rankedPayments_areTheReferences() { // recorded from it, fact sheet section 2
        assertThat(RankedSkills.payments(4, Building.PAPER))
                .containsExactly(
                        new double[] {11.331640623590097, 13.267112338979295, 16.472372947006132, 22.249614304395735},
                        within(1e-9));
    }

    @Test
    void rankedPaymentsOfMany_areTheExpectedOrderStatistics() {
        double[] many = RankedSkills.payments(40, Building.PAPER);
        assertThat(many).isSorted();
        double mean = 0;
        for (double payment : many) {
            assertThat(payment).isBetween(10.0, 30.0);
            mean += payment / 40;
        }
        // E[min(3, 1 + 2s)] with P(s > x) = (1+x)^-4: 1 + 2 (1 - 2^-3) / 3 = 19/12
        assertThat(mean).isCloseTo(10 * 19 / 12.0, within(0.01));
    }

    @Test
    void corners_byRank() { // fact sheet, section 2
        GridMap map = GtbMaps.pureAndMixed();
        assertThat(List.of(0, 1, 2, 3)).map(rank -> Starts.corner(map, 4, rank)).containsExactly(14, 210, 0, 224);
        assertThat(List.of(0, 1, 2, 3, 4))
                .map(rank -> Starts.corner(map, 20, rank))
                .containsExactly(14, 13, 12, 11, 29);
    }

    @Test
    void splitLand_keepsTheBestAbove() {
        GtbRules rules = GtbRules.preset("15x15").toBuilder()
                .map(GtbMaps.split(GtbMaps.pureAndMixed()))
                .placing(Placing.SPLIT)
                .build();
        for (int seed = 0; seed < 20; seed++) {
            Census census = new Play(rules, seed).census;
            for (int i = 0; i < 4; i++) {
                assertThat(census.row(i) < 7).isEqualTo(census.rank(i) == 3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 25, 40})
    void scatteredLand_keepsItsCoverage_woodBelow_stoneAbove(int side) {
        GtbRules rules = GtbRules.preset("uniform").toBuilder()
                .land(Scattered.of(side, side))
                .build();
        Play play = new Play(rules, side);
        double woodRows = 0;
        double stoneRows = 0;
        for (int episode = 0; episode < 30; episode++) {
            play.reset();
            int[] sites = new int[2];
            double[] rows = new double[2];
            for (int g = 0; g < 2; g++) {
                for (int cell = 0; cell < side * side; cell++) {
                    if (play.census.isSource(g, cell / side, cell % side)) {
                        sites[g]++;
                        rows[g] += (double) cell / side / side;
                    }
                }
                assertThat((double) sites[g]).isBetween(0.025 * side * side / 1.4 - 1, 0.025 * side * side * 1.4 + 1);
                rows[g] /= sites[g];
            }
            stoneRows += rows[0] / 30;
            woodRows += rows[1] / 30;
        }
        assertThat(woodRows).isGreaterThan(0.7);
        assertThat(stoneRows).isLessThan(0.3);
    }

    @Test
    void growth_spreadsAndStacks() {
        GtbRules rules =
                GtbRules.preset("15x15").toBuilder().growth(new Growth(1, 0, 3)).build();
        Play play = new Play(rules, 1);
        play.step();
        play.step();
        assertThat(play.census.units(Holdings.WOOD, 0, 1))
                .as("p = max(units, 1) = 1")
                .isEqualTo(3);
        play.step();
        assertThat(play.census.units(Holdings.WOOD, 0, 1)).isEqualTo(3);
    }
}
