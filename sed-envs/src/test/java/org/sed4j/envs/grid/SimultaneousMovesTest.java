package org.sed4j.envs.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.run.Rng;

/** Moves made at once: the rules one by one on a row of cells, and all of them on random crowds. */
class SimultaneousMovesTest {
    private static final int STAY = -1;

    /** Who stands where after one round of moves; 'E', 'W' want to go, 'S' stays, '.' is free, '#' a wall. */
    private static String after(String row, long seed) {
        char[] cells = row.toCharArray();
        Avatars avatars = avatars(row);
        int[] direction = new int[avatars.count()];
        int i = 0;
        for (int c = 0; c < cells.length; c++) {
            if (Character.isLetter(cells[c])) {
                avatars.place(i, c, Heading.NORTH);
                direction[i++] = cells[c] == 'E' ? Heading.EAST : cells[c] == 'W' ? Heading.WEST : STAY;
            }
        }
        SimultaneousMoves moves = resolved(avatars, cells.length, direction, seed);
        char[] out = row.replaceAll("[A-Z]", ".").toCharArray();
        for (int k = 0; k < avatars.count(); k++) {
            out[moves.wanted(k)] = (char) ('a' + k);
        }
        return new String(out);
    }

    private static Avatars avatars(String row) {
        int count = (int) row.chars().filter(Character::isLetter).count();
        return new Avatars(count, new GridMap("row", List.of(row.replaceAll("[A-Z]", "."))), '#');
    }

    private static SimultaneousMoves resolved(Avatars avatars, int cells, int[] direction, long seed) {
        Rng rng = new Rng();
        rng.seat(seed, 1);
        avatars.drawOrder(rng);
        SimultaneousMoves moves = new SimultaneousMoves(avatars.count(), cells);
        moves.open(avatars);
        for (int i = 0; i < direction.length; i++) {
            if (direction[i] != STAY) {
                moves.want(avatars, i, direction[i]);
            }
        }
        moves.resolve(avatars);
        return moves;
    }

    @ParameterizedTest
    @CsvSource({
        "E., .a", // a free cell
        "E#, a#", // a wall
        "E, a", // the map's end
        "ES, ab", // somebody who stays
        "EW, ab", // no swap
        "EE., .ab", // a train follows its head
        "EEE#, abc#", // and stops with it
        "EES., abc.", // or with one who stays
        "EWW, abc", // a swap holds up who follows
        "EWS, abc"
    })
    void rule_holdsWhateverTheOrder(String before, String after) {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(after(before, seed)).isEqualTo(after);
        }
    }

    @Test
    void contestedCell_goesToEachAlike_andTheLoserHoldsUpItsTrain() {
        int trials = 10_000;
        int left = 0;
        for (long seed = 0; seed < trials; seed++) {
            String out = after("EE.WW", seed);
            assertThat(out).isIn(".abcd", "abcd.");
            left += out.equals(".abcd") ? 1 : 0;
        }
        assertThat(Math.abs(left - trials / 2.0)).isLessThan(4 * Math.sqrt(trials / 4.0));
    }

    @Test
    void ring_turns() {
        Avatars avatars = new Avatars(4, new GridMap("square", List.of("..", "..")), '#');
        int[] cells = {0, 1, 3, 2};
        int[] direction = {Heading.EAST, Heading.SOUTH, Heading.WEST, Heading.NORTH};
        for (int i = 0; i < 4; i++) {
            avatars.place(i, cells[i], Heading.NORTH);
        }
        SimultaneousMoves moves = resolved(avatars, 4, direction, 1);
        for (int i = 0; i < 4; i++) {
            assertThat(moves.wanted(i)).isEqualTo(cells[(i + 1) % 4]);
        }
    }

    @Test
    void crowd_neverSharesACell_andNobodyIsHeldUpWithoutCause() {
        Rng rng = new Rng();
        for (int trial = 0; trial < 2000; trial++) {
            rng.seat(3, trial);
            int players = 1 + rng.below(14);
            Avatars avatars = new Avatars(players, new GridMap("field", List.of("....", ".#..", "....", "....")), '#');
            int[] direction = new int[players];
            for (int i = 0; i < players; i++) {
                int cell = rng.below(16);
                while (avatars.at(cell) != Avatars.FREE) {
                    cell = rng.below(16);
                }
                avatars.place(i, cell, Heading.NORTH);
                direction[i] = rng.below(5) - 1;
            }
            SimultaneousMoves moves = resolved(avatars, 16, direction, trial);
            Set<Integer> taken = new HashSet<>();
            for (int i = 0; i < players; i++) {
                assertThat(taken.add(moves.wanted(i)))
                        .as("cell of %s in trial %s", i, trial)
                        .isTrue();
            }
            for (int i = 0; i < players; i++) {
                for (int j = 0; j < i; j++) {
                    boolean swapped =
                            moves.wanted(i) == avatars.cell(j) && moves.wanted(j) == avatars.cell(i) && i != j;
                    assertThat(swapped).isFalse();
                }
                if (direction[i] != STAY && !moves.goes(avatars, i)) {
                    int r = avatars.row(i) + Heading.rows(direction[i]);
                    int c = avatars.column(i) + Heading.columns(direction[i]);
                    int who = avatars.at(r, c);
                    boolean swap = who > 0 && wants(avatars, direction, who - 1) == avatars.cell(i);
                    boolean occupied = who < 0 || taken.contains(r * 4 + c);
                    // A cell that is left empty after all was contested, and its winner was held up itself.
                    boolean contested = who == Avatars.FREE || contenders(avatars, direction, r * 4 + c) > 1;
                    assertThat(swap || occupied || contested).isTrue();
                }
            }
        }
    }

    private static int wants(Avatars avatars, int[] direction, int i) {
        return direction[i] == STAY
                ? avatars.cell(i)
                : (avatars.row(i) + Heading.rows(direction[i])) * 4 + avatars.column(i) + Heading.columns(direction[i]);
    }

    private static long contenders(Avatars avatars, int[] direction, int cell) {
        return IntStream.range(0, direction.length)
                .filter(i -> wants(avatars, direction, i) == cell)
                .count();
    }
}
