package org.sed4j.envs.gtb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Invariant I16 of the fact sheet: what is seen is what is there. */
class GtbSensesTest {
    @Test
    void invariant16_whatIsSeenIsWhatIsThere() {
        GtbRules rules = GtbRules.preset("15x15");
        Play play = new Play(rules, 3);
        GtbCode code = GtbCode.of(rules);
        for (int t = 0; t < 60; t++) {
            play.choose(true);
            play.step();
            for (int i = 0; i < 4; i++) {
                byte[] codes = play.see(i).codes;
                assertThat(play.view.numbers[130]).isEqualTo((t + 1) / 100f);
                for (int cell = 0; cell < codes.length; cell++) {
                    int row = play.census.row(i) + cell / 11 - 5;
                    int column = play.census.column(i) + cell % 11 - 5;
                    assertThat(codes[cell])
                            .as("step %d, player %d, cell %d", t, i, cell)
                            .isEqualTo(expected(play, code, i, row, column));
                }
            }
        }
    }

    /** The symbol of a cell, worked out from the census. */
    private static byte expected(Play play, GtbCode code, int i, int row, int column) {
        Census census = play.census;
        if (row < 0 || column < 0 || row >= census.rows() || column >= census.columns()) {
            return GtbCode.OUT;
        }
        if (census.isWater(row, column)) {
            return GtbCode.WATER;
        }
        int who = -1;
        for (int j = 0; j < census.players(); j++) {
            who = census.row(j) == row && census.column(j) == column ? j : who;
        }
        int owner = census.owner(row, column);
        if (owner >= 0) {
            return owner == i ? code.ownHouse(who >= 0) : code.house(owner, who >= 0);
        }
        int ground = census.isSource(Holdings.WOOD, row, column)
                ? code.wood(census.units(Holdings.WOOD, row, column))
                : census.isSource(Holdings.STONE, row, column)
                        ? code.stone(census.units(Holdings.STONE, row, column))
                        : 0;
        if (who == -1) {
            return code.empty(ground);
        }
        return who == i ? code.self(ground) : code.standing(ground, code.other(who));
    }
}
