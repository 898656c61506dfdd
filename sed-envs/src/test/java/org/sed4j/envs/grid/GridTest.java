package org.sed4j.envs.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.run.Rng;

/** The parts of a grid world, each against a slow and plain way to say the same. */
class GridTest {
    private static final byte AVATAR = 50;
    private static final byte ME = 99;

    @Test
    void headings_goClockwise() {
        int[][] steps = {{-1, 0}, {0, 1}, {1, 0}, {0, -1}};
        for (int h = 0; h < 4; h++) {
            assertThat(new int[] {Heading.rows(h), Heading.columns(h)}).isEqualTo(steps[h]);
            assertThat(Heading.turned(h, Heading.RIGHT)).isEqualTo((h + 1) % 4);
            assertThat(Heading.turned(Heading.turned(h, Heading.LEFT), Heading.RIGHT))
                    .isEqualTo(h);
            assertThat(Heading.turned(h, Heading.ABOUT)).isEqualTo((h + 2) % 4);
        }
    }

    @ParameterizedTest
    @CsvSource({"18, 24, 9, 1, 5, 5", "5, 7, 9, 1, 5, 5", "30, 12, 2, 3, 1, 0", "1, 1, 0, 0, 0, 0", "40, 40, 3, 3, 3, 3"
    })
    void sight_copiesTheTurnedRectangle(int rows, int columns, int forward, int backward, int left, int right) {
        Window window = new Window(forward, backward, left, right);
        Sight sight = new Sight(rows, columns, window);
        Rng rng = new Rng();
        rng.seat(1, rows);
        int[][] plain = new int[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                // Below 40 a plain code, from 100 on an avatar with a heading.
                plain[r][c] = rng.chance(0.3) ? 100 + rng.below(4) : 1 + rng.below(39);
                if (plain[r][c] < 100) {
                    sight.paint(r, c, (byte) plain[r][c]);
                } else {
                    sight.paintAvatar(r, c, plain[r][c] - 100, AVATAR);
                }
            }
        }
        byte[] out = new byte[window.cells()];
        for (int trial = 0; trial < 200; trial++) {
            int row = rng.below(rows);
            int column = rng.below(columns);
            int heading = rng.below(4);
            Arrays.fill(out, (byte) 77);
            sight.window(row, column, heading, ME, out);
            for (int k = 0; k < out.length; k++) {
                int ahead = forward - k / window.width();
                int aside = k % window.width() - left;
                int r = row + ahead * Heading.rows(heading) + aside * Heading.rows((heading + 1) % 4);
                int c = column + ahead * Heading.columns(heading) + aside * Heading.columns((heading + 1) % 4);
                byte expected = Sight.OUT;
                if (k == window.self()) {
                    expected = ME;
                } else if (r >= 0 && c >= 0 && r < rows && c < columns) {
                    int code = plain[r][c];
                    expected = (byte) (code < 100 ? code : AVATAR + (code - 100 - heading + 4) % 4);
                }
                assertThat(out[k]).isEqualTo(expected);
                assertThat(window.sees(heading, r - row, c - column)).isTrue();
            }
        }
    }

    @Test
    void window_seesItsCellsAndNoOthers() {
        Window window = Window.MELTING_POT;
        for (int heading = 0; heading < 4; heading++) {
            int seen = 0;
            for (int r = -20; r <= 20; r++) {
                for (int c = -20; c <= 20; c++) {
                    seen += window.sees(heading, r, c) ? 1 : 0;
                }
            }
            assertThat(seen).isEqualTo(121);
        }
        assertThat(window.self()).isEqualTo(9 * 11 + 5);
        assertThat(window.reach()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void order_isUniform(int players) {
        Avatars avatars = new Avatars(players, new GridMap("row", java.util.List.of(" ".repeat(players))), 'W');
        int orders = 1;
        for (int i = 2; i <= players; i++) {
            orders *= i;
        }
        int[] counts = new int[orders];
        int trials = 120_000;
        Rng rng = new Rng();
        for (int t = 0; t < trials; t++) {
            rng.seat(5, t);
            avatars.drawOrder(rng);
            counts[rank(avatars, players)]++;
        }
        double expected = trials / (double) orders;
        double chiSquared = 0;
        for (int count : counts) {
            chiSquared += (count - expected) * (count - expected) / expected;
        }
        // orders - 1 degrees of freedom: mean + 4 standard deviations.
        double freedom = Math.max(1, orders - 1.0);
        assertThat(chiSquared).isLessThan(freedom + 4 * Math.sqrt(2 * freedom));
    }

    private static int rank(Avatars avatars, int players) {
        int rank = 0;
        for (int k = 0; k < players; k++) {
            int smaller = 0;
            for (int j = k + 1; j < players; j++) {
                smaller += avatars.turnOf(j) < avatars.turnOf(k) ? 1 : 0;
            }
            rank = rank * (players - k) + smaller;
        }
        return rank;
    }

    @Test
    void order_ofManyIsAPermutationWithFairPlaces() {
        int players = 300;
        Avatars avatars = new Avatars(players, new GridMap("row", java.util.List.of(" ".repeat(players))), 'W');
        Rng rng = new Rng();
        double[] place = new double[players];
        int trials = 4000;
        for (int t = 0; t < trials; t++) {
            rng.seat(6, t);
            avatars.drawOrder(rng);
            boolean[] met = new boolean[players];
            for (int k = 0; k < players; k++) {
                assertThat(met[avatars.turnOf(k)]).isFalse();
                met[avatars.turnOf(k)] = true;
                place[avatars.turnOf(k)] += k;
            }
        }
        for (double sum : place) {
            // A place is uniform on 0..299: mean 149.5, standard deviation 86.6; 300 comparisons at 5 deviations.
            assertThat(sum / trials).isCloseTo(149.5, within(5 * 86.6 / Math.sqrt(trials)));
        }
    }

    @Test
    void avatars_standApartAndBlockEachOther() {
        GridMap map = new GridMap("room", java.util.List.of("    ", "  W "));
        Avatars avatars = new Avatars(2, map, 'W');
        avatars.place(0, 0, Heading.EAST);
        avatars.place(1, 1, Heading.WEST);
        assertThat(avatars.move(0, Heading.EAST)).as("into somebody").isFalse();
        assertThat(avatars.move(0, Heading.NORTH)).as("off the map").isFalse();
        assertThat(avatars.move(0, Heading.WEST)).as("off the map").isFalse();
        assertThat(avatars.move(1, Heading.SOUTH)).isTrue();
        assertThat(avatars.move(1, Heading.EAST)).as("into a wall").isFalse();
        assertThat(avatars.move(0, Heading.EAST)).isTrue();
        assertThat(avatars.cell(0)).isEqualTo(1);
        assertThat(avatars.at(0)).isEqualTo(Avatars.FREE);
        avatars.lift(1);
        assertThat(avatars.at(1, 1)).isEqualTo(Avatars.FREE);
        assertThat(avatars.present(1)).isFalse();
    }

    @Test
    void spawns_areUniformOverFreeCells() {
        GridMap map = new GridMap("row", java.util.List.of("PPPPP"));
        Avatars avatars = new Avatars(4, map, 'W');
        Spawns spawns = new Spawns(map.cells('P'));
        avatars.place(0, 2, 0);
        Rng rng = new Rng();
        int[] counts = new int[5];
        for (int t = 0; t < 40_000; t++) {
            rng.seat(7, t);
            counts[spawns.draw(avatars, rng)]++;
        }
        assertThat(counts[2]).isZero();
        for (int q : new int[] {0, 1, 3, 4}) {
            assertThat((double) counts[q]).isCloseTo(10_000, within(4 * Math.sqrt(40_000 * 0.25 * 0.75)));
        }
        avatars.place(1, 0, 0);
        avatars.place(2, 1, 0);
        avatars.place(3, 3, 0);
        rng.seat(7, -1);
        assertThat(spawns.draw(avatars, rng)).as("the last free one").isEqualTo(4);
        Avatars full = new Avatars(5, map, 'W');
        for (int i = 0; i < 5; i++) {
            full.place(i, i, 0);
        }
        assertThat(spawns.draw(full, rng)).isEqualTo(Spawns.NONE);
        assertThat(new Spawns(new int[0]).draw(full, rng)).isEqualTo(Spawns.NONE);
    }

    @Test
    void spawns_findRareFreeCellsFairly() {
        // 64 cells of which 2 are free: nearly always decided by the count.
        GridMap map = new GridMap("row", java.util.List.of("P".repeat(64)));
        Avatars avatars = new Avatars(62, map, 'W');
        for (int i = 0; i < 62; i++) {
            avatars.place(i, i + 1, 0);
        }
        Rng rng = new Rng();
        int first = 0;
        for (int t = 0; t < 10_000; t++) {
            rng.seat(8, t);
            first += new Spawns(map.cells('P')).draw(avatars, rng) == 0 ? 1 : 0;
        }
        assertThat((double) first).isCloseTo(5000, within(4 * Math.sqrt(2500)));
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 9", "4, 1, 12", "5, 1, 15", "3, 0, 3", "3, 2, 13", "3, 3, 15"})
    void beam_hasTheFootprintOfItsRays(int length, int radius, int cells) {
        assertThat(Beams.footprint(length, radius)).isEqualTo(cells);
        GridMap map = new GridMap("field", java.util.Collections.nCopies(15, " ".repeat(15)));
        Avatars avatars = new Avatars(1, map, 'W');
        avatars.place(0, 7 * 15 + 7, Heading.EAST);
        Beams beams = new Beams(1, length, radius);
        beams.shoot(avatars, 0);
        assertThat(beams.litCount()).isEqualTo(cells);
        for (int k = 0; k < cells; k++) {
            assertThat(beams.litColumn(k)).isBetween(7, 7 + length);
            assertThat(beams.litRow(k)).isBetween(7 - radius, 7 + radius);
        }
        beams.clear();
        assertThat(beams.litCount()).isZero();
    }

    @Test
    void map_isReadWithAnyLineEnds() {
        GridMap map = GridMap.parse("m", "ab\r\nba\r\n", "ab");
        assertThat(map.lines()).containsExactly("ab", "ba");
        assertThat(map.cells('a')).containsExactly(0, 3);
        assertThat(map.tiled(2, 2).lines()).containsExactly("abab", "baba", "abab", "baba");
        assertThat(map).hasToString("ab\nba").isEqualTo(GridMap.parse("m", "ab\nba", "ab"));
    }
}
