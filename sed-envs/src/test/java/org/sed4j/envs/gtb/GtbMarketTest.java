package org.sed4j.envs.gtb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariants I7 and I8 of the fact sheet: whose price a trade has, and how long an order stands. */
class GtbMarketTest {
    @Test
    void invariant8_anOrderIsMatchedFor51StepsAndReturnedWhole() {
        Play play = new Play(GtbRules.preset("15x15"), 1);
        GtbAction table = new GtbAction(11);
        play.actions[2] = table.order(Holdings.WOOD, false, 7);
        play.step();
        assertThat(play.census.coin(2)).isEqualTo(3);
        play.actions[2] = GtbAction.NOTHING;
        for (int t = 2; t <= 50; t++) {
            play.step();
            assertThat(play.census.bids(Holdings.WOOD)).as("after step %d", t).isEqualTo(1);
        }
        play.step();
        assertThat(play.census.time()).isEqualTo(51);
        assertThat(play.census.bids(Holdings.WOOD)).isZero();
        assertThat(play.census.coin(2)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 52})
    void invariant8_anOrderOfAge50Trades_anOlderOneIsGone(int step) {
        GtbRules rules = GtbRules.preset("15x15").toBuilder()
                .placing(new Placing(Placing.Kind.CORNERS, List.of(2, 1, 0, 3), List.of()))
                .growth(new Growth(0, 0, 1))
                .turns(Turns.BY_NUMBER)
                .build();
        Play play = new Play(rules, 1); // player 0 has rank 2: it begins on wood, top left
        GtbAction table = new GtbAction(11);
        play.actions[1] = table.order(Holdings.WOOD, false, 7);
        play.step();
        play.actions[1] = GtbAction.NOTHING;
        while (play.census.time() < step - 1) {
            play.step();
        }
        play.actions[0] = table.order(Holdings.WOOD, true, 3);
        play.step();
        assertThat(play.census.trades()).isEqualTo(step == 51 ? 1 : 0);
        if (step == 51) {
            assertThat(play.census.trade(0)).isEqualTo(new Census.Trade(Holdings.WOOD, 1, 0, 7, 3, 7)); // older bid
        }
    }

    @Test
    void invariant7_inTheSameStepTheAskSetsThePrice() {
        GtbRules rules = GtbRules.preset("15x15").toBuilder()
                .placing(new Placing(Placing.Kind.CORNERS, List.of(2, 1, 0, 3), List.of()))
                .build();
        Play play = new Play(rules, 1);
        play.step(); // player 0 gathers the wood it stands on
        GtbAction table = new GtbAction(11);
        play.actions[0] = table.order(Holdings.WOOD, true, 3);
        play.actions[1] = table.order(Holdings.WOOD, false, 7);
        play.step();
        assertThat(play.census.trade(0)).isEqualTo(new Census.Trade(Holdings.WOOD, 1, 0, 7, 3, 3));
        assertThat(play.census.coin(1)).isEqualTo(7);
        assertThat(play.census.coin(0)).isEqualTo(13);
        assertThat(play.census.good(1, Holdings.WOOD)).isEqualTo(1);
    }
}
