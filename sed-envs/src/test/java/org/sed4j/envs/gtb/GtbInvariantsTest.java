package org.sed4j.envs.gtb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.tax.TaxSchedule;

/** Invariants of the fact sheet, I1 to I15 and I18, under random actions with and without masks, on three maps, three tax models. */
class GtbInvariantsTest {
    /** Sums of a few hundred doubles of size 100. */
    private static final double MONEY = 1e-9;
    /** Rewards and ledgers are floats of size 10 to 1000. */
    private static final double PAID = 1e-4;

    private static final int STEPS = 1500;

    private enum Tax {
        FREE,
        US_FEDERAL,
        RANDOM
    }

    static List<Arguments> settings() {
        List<Arguments> settings = new ArrayList<>();
        for (String preset : GtbRules.presets()) {
            for (Tax tax : Tax.values()) {
                settings.add(Arguments.of(preset, tax, true));
                settings.add(Arguments.of(preset, tax, false));
            }
        }
        return settings;
    }

    private static GtbRules rules(String preset) {
        GtbRules rules = GtbRules.preset(preset);
        return rules.toBuilder()
                .episode(Math.min(rules.episode(), 300))
                .period(Math.min(rules.period(), 20))
                .startCoin(10)
                .build();
    }

    @ParameterizedTest(name = "{0}, {1}, masked {2}")
    @MethodSource("settings")
    void invariants_holdStepByStep(String preset, Tax tax, boolean masked) {
        Play play = new Play(rules(preset), 7);
        Ledger before = new Ledger(play.census);
        double[] gained = new double[play.census.players()];
        double[] first = utilities(play);
        for (int t = 0; t < STEPS; t++) {
            if (play.world.due()) {
                set(play, tax);
            }
            play.choose(masked);
            before.read();
            byte[][] masks = copy(play.masks);
            play.step();
            conserved(play, before);
            booksAreSound(play);
            laborAddsUp(play, before);
            mapIsSound(play);
            taxesAreNeutral(play);
            masksAreKept(play, masks, before);
            for (int i = 0; i < gained.length; i++) {
                gained[i] += play.rewards[i];
                assertThat(play.census.reward(i)).isCloseTo(play.rewards[i], within(PAID));
            }
            if (play.world.truncated()) {
                double[] last = utilities(play);
                for (int i = 0; i < gained.length; i++) {
                    assertThat(gained[i]).as("I13").isCloseTo(last[i] - first[i], within(1e-2));
                    gained[i] = 0;
                }
                play.reset();
                first = utilities(play);
            }
        }
    }

    private static void set(Play play, Tax tax) {
        switch (tax) {
            case FREE -> java.util.Arrays.fill(play.rates, 0);
            case US_FEDERAL -> {
                float[] rates = TaxSchedule.US_FEDERAL.design().toFloats();
                System.arraycopy(rates, 0, play.rates, 0, rates.length);
            }
            case RANDOM -> play.drawRates();
        }
    }

    private static double[] utilities(Play play) {
        double[] utilities = new double[play.census.players()];
        for (int i = 0; i < utilities.length; i++) {
            utilities[i] = play.census.utility(i);
        }
        return utilities;
    }

    private static byte[][] copy(byte[][] masks) {
        byte[][] copy = new byte[masks.length][];
        for (int i = 0; i < masks.length; i++) {
            copy[i] = masks[i].clone();
        }
        return copy;
    }

    /** I1, I2, I5. */
    private static void conserved(Play play, Ledger before) {
        Census census = play.census;
        double paid = 0;
        int[] made = new int[2];
        int[] gathered = new int[2];
        for (int i = 0; i < census.players(); i++) {
            paid += census.built(i) * census.payment(i);
            for (int g = 0; g < 2; g++) {
                made[g] += census.built(i);
                gathered[g] += census.gathered(i, g);
                assertThat(census.good(i, g)).as("I5").isNotNegative();
                assertThat(census.goodEscrow(i, g)).as("I5").isNotNegative();
            }
            assertThat(census.coin(i)).as("I5").isGreaterThanOrEqualTo(-MONEY);
            assertThat(census.coinEscrow(i)).as("I5").isNotNegative();
        }
        assertThat(census.productivity() - before.productivity).as("I1").isCloseTo(paid, within(MONEY));
        for (int g = 0; g < 2; g++) {
            assertThat(before.total(g) - before.goods[g]).as("I2").isEqualTo(gathered[g] - made[g]);
        }
    }

    /** I3, I4, I6, I7, I8 in part. */
    private static void booksAreSound(Play play) {
        Census census = play.census;
        Trading rules = play.world.rules().trading();
        double[] held = new double[census.players()];
        for (int g = 0; g < 2; g++) {
            int[] open = new int[census.players()];
            int[] asks = new int[census.players()];
            for (int b = 0; b < census.bids(g); b++) {
                Census.Order bid = census.bid(g, b);
                held[bid.player()] += bid.price();
                open[bid.player()]++;
                assertThat(census.time() - bid.placed()).as("I8").isBetween(0, rules.duration() - 1);
                for (int a = 0; a < census.asks(g); a++) {
                    Census.Order ask = census.ask(g, a);
                    assertThat(bid.price() < ask.price() || bid.player() == ask.player())
                            .as("I6")
                            .isTrue();
                }
            }
            for (int a = 0; a < census.asks(g); a++) {
                asks[census.ask(g, a).player()]++;
                open[census.ask(g, a).player()]++;
            }
            for (int i = 0; i < census.players(); i++) {
                assertThat(open[i]).as("I4").isLessThanOrEqualTo(rules.openOrders());
                assertThat(census.goodEscrow(i, g)).as("I3").isEqualTo(asks[i]);
                assertThat(shown(play, i, g)).as("I4").isEqualTo(open[i]);
            }
        }
        for (int i = 0; i < census.players(); i++) {
            assertThat(census.coinEscrow(i)).as("I3").isEqualTo(held[i]);
        }
        for (int k = 0; k < census.trades(); k++) {
            Census.Trade trade = census.trade(k);
            assertThat(trade.buyer()).as("I7").isNotEqualTo(trade.seller());
            assertThat(trade.price()).as("I7").isBetween(trade.ask(), trade.bid());
            assertThat(trade.price() == trade.ask() || trade.price() == trade.bid())
                    .as("I7")
                    .isTrue();
        }
    }

    /** Own orders for a good as the player sees them, added up. */
    private static int shown(Play play, int i, int good) {
        float[] numbers = play.see(i).numbers;
        int levels = play.world.rules().trading().levels();
        float sum = 0;
        for (int p = 0; p < levels; p++) {
            sum += numbers[48 + good * levels + p] + numbers[70 + good * levels + p];
        }
        return (int) sum;
    }

    /** I9. */
    private static void laborAddsUp(Play play, Ledger before) {
        Census census = play.census;
        for (int i = 0; i < census.players(); i++) {
            double toil = census.labor(i) - before.labor[i];
            double known = 10.0 * census.built(i) + (census.moved(i) ? 1 : 0);
            known += census.gathered(i, 0) > 0 ? 1 : 0;
            known += census.gathered(i, 1) > 0 ? 1 : 0;
            double order = toil - known;
            assertThat(order == 0 || order == 0.25).as("I9: %s", order).isTrue();
        }
    }

    /** I10, I11. */
    private static void mapIsSound(Play play) {
        Census census = play.census;
        boolean[] taken = new boolean[census.rows() * census.columns()];
        for (int i = 0; i < census.players(); i++) {
            int row = census.row(i);
            int column = census.column(i);
            assertThat(taken[row * census.columns() + column]).as("I11").isFalse();
            taken[row * census.columns() + column] = true;
            assertThat(census.isWater(row, column)).as("I11").isFalse();
            int owner = census.owner(row, column);
            assertThat(owner == -1 || owner == i).as("I11").isTrue();
        }
        for (int row = 0; row < census.rows(); row++) {
            for (int column = 0; column < census.columns(); column++) {
                for (int g = 0; g < 2; g++) {
                    int units = census.units(g, row, column);
                    assertThat(units).as("I10").isBetween(0, census.isSource(g, row, column) ? 1 : 0);
                    assertThat(census.owner(row, column) >= 0 && census.isSource(g, row, column))
                            .as("I11")
                            .isFalse();
                }
            }
        }
    }

    /** I12. */
    private static void taxesAreNeutral(Play play) {
        Census census = play.census;
        assertThat(census.taxDay())
                .as("I12")
                .isEqualTo(census.time() % play.world.rules().period() == 0);
        double revenue = 0;
        for (int i = 0; i < census.players(); i++) {
            revenue += census.tax(i);
            if (census.taxDay()) {
                assertThat(census.tax(i)).as("I12").isBetween(0.0, Math.max(0, census.income(i)) + MONEY);
            } else {
                assertThat(census.tax(i)).as("I12").isZero();
            }
        }
        assertThat(census.transfer() * census.players()).as("I12").isCloseTo(revenue, within(MONEY));
    }

    /** I15, and that what is masked out does nothing. */
    private static void masksAreKept(Play play, byte[][] masks, Ledger before) {
        Census census = play.census;
        GtbAction table = new GtbAction(play.world.rules().trading().levels());
        for (int i = 0; i < census.players(); i++) {
            int action = play.actions[i];
            boolean allowed = masks[i][action] != 0;
            double toil = census.labor(i) - before.labor[i];
            if (action == GtbAction.BUILD) {
                assertThat(census.built(i)).as("I15").isEqualTo(allowed ? 1 : 0);
            } else if (table.isOrder(action)) {
                assertThat(toil % 1 == 0.25).as("I15").isEqualTo(allowed);
            } else if (action < table.firstMove()) {
                assertThat(census.moved(i)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"15x15", "25x25", "uniform"})
    void invariant18_nothingDone_nothingHappensButGatheringUnderfoot(String preset) {
        GtbRules rules = rules(preset);
        Play play = new Play(rules, 5);
        play.drawRates();
        double objective = play.census.objective();
        while (!play.world.truncated()) {
            double[] labor = new double[4];
            for (int i = 0; i < 4; i++) {
                labor[i] = play.census.labor(i);
            }
            play.step();
            assertThat(play.census.objective()).isEqualTo(objective);
            for (int i = 0; i < 4; i++) {
                assertThat(play.census.coin(i)).isEqualTo(10);
                int events = (play.census.gathered(i, 0) > 0 ? 1 : 0) + (play.census.gathered(i, 1) > 0 ? 1 : 0);
                assertThat(play.census.labor(i) - labor[i]).isEqualTo(events);
            }
            assertThat(play.census.bids(0) + play.census.asks(0) + play.census.bids(1) + play.census.asks(1))
                    .isZero();
        }
        if (preset.equals("15x15")) {
            assertThat(play.census.welfareNow()).isEqualTo(10);
            assertThat(play.census.welfareSum()).isEqualTo(4000); // the fact sheet's do-nothing score
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"15x15", "25x25", "uniform"})
    void stepAndReset_allocateNothing(String preset) {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        Play play = new Play(rules(preset), 2);
        lived(play, 3000); // classes are loaded, methods compiled
        long before = threads.getCurrentThreadAllocatedBytes();
        long nothing = threads.getCurrentThreadAllocatedBytes() - before; // what asking itself allocates
        before = threads.getCurrentThreadAllocatedBytes();
        lived(play, 3000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before - nothing)
                .as("bytes in 3000 steps and 10 resets")
                .isLessThan(3000);
    }

    private static void lived(Play play, int steps) {
        for (int t = 0; t < steps; t++) {
            play.choose(true);
            play.step();
            play.see(t % 4);
            if (play.world.truncated()) {
                play.reset();
            }
        }
    }

    @Test
    void invariant11_nobodyWalksIntoWaterPeopleOrHouses() {
        Play play = new Play(rules("15x15"), 11);
        Avatars avatars = play.world.country().avatars();
        for (int t = 0; t < 300; t++) {
            play.choose(true);
            play.step();
            for (int i = 0; i < 4; i++) {
                for (int k = 0; k < 4; k++) {
                    int heading = GtbAction.heading(k);
                    boolean free = avatars.at(
                                    avatars.row(i) + org.sed4j.envs.grid.Heading.rows(heading),
                                    avatars.column(i) + org.sed4j.envs.grid.Heading.columns(heading))
                            == Avatars.FREE;
                    assertThat(play.masks[i][46 + k] != 0 && !free).isFalse();
                }
            }
        }
    }
}
