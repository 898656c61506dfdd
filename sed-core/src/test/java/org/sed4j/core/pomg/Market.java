package org.sed4j.core.pomg;

import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.run.Rng;

/** A market made of parts: an array of purses, two equal shelves, a strategy behind an interface, rules in a record. */
@SuppressWarnings({"UnusedVariable", "ArrayRecordComponent"}) // state of every kind, read by the engine
public class Market implements World {
    /** What a sale costs. */
    interface Duty {
        /** Coins due on a price. */
        int on(int price, float rate);
    }

    /** Rounds down. */
    static final class Floor implements Duty {
        private final int exempt;

        Floor(int exempt) {
            this.exempt = exempt;
        }

        @Override
        public int on(int price, float rate) {
            return price <= exempt ? 0 : (int) (price * rate);
        }
    }

    /** What a trader has. */
    static final class Purse {
        private int coins;
        private short goods;
        private double paid;
    }

    /** Prices of the day. */
    public static final class Shelf {
        private final long[] prices;
        private char sold;

        public Shelf(int size) {
            prices = new long[size];
        }
    }

    enum Mood {
        CALM,
        WILD
    }

    record Rules(int traders, int kinds, Mood mood, int[][] base, List<String> names) {}

    private static final int[] STEPS = {1, 2, 3};
    private static final Spaces SPACES = Spaces.players(3)
            .actions(2, 3)
            .masked()
            .codes(1, 3, 50)
            .numbers("coins", "goods")
            .design(DesignSpace.rates(1, "duty"))
            .measures("sold")
            .gauges("treasury")
            .build();

    protected final Rules rules;
    private final Duty duty;
    private final Purse[] purses;
    private final List<Shelf> shelves;
    private final transient int[] order;
    private final byte[] last;
    private final boolean[] sold;
    private float treasury;
    private long sales;
    private boolean open;
    private byte day;

    public Market(int exempt) {
        this.rules = new Rules(3, 3, Mood.WILD, new int[][] {{3, 5, 7}, {2, 4, 9}}, List.of("wool", "wine", "oil"));
        this.duty = new Floor(exempt);
        this.purses = new Purse[] {new Purse(), new Purse(), new Purse()};
        this.shelves = List.of(new Shelf(3), new Shelf(3));
        this.order = new int[3];
        this.last = new byte[3];
        this.sold = new boolean[3];
    }

    @Override
    public Spaces spaces() {
        return SPACES;
    }

    @Override
    public void reset(Rng rng) {
        for (Purse purse : purses) {
            purse.coins = 10;
            purse.goods = (short) rng.below(5);
            purse.paid = 0;
        }
        for (int s = 0; s < 2; s++) {
            for (int k = 0; k < rules.kinds(); k++) {
                shelves.get(s).prices[k] = rules.base()[s][k];
            }
            shelves.get(s).sold = 0;
        }
        for (int i = 0; i < 3; i++) {
            last[i] = 0;
            sold[i] = false;
        }
        treasury = 0;
        sales = 0;
        open = true;
        day = 0;
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        for (int i = 0; i < 3; i++) {
            order[i] = i;
        }
        rng.stream(1);
        rng.shuffle(order);
        for (int i : order) {
            rewards[i] = trade(i, actions[2 * i], actions[2 * i + 1], design[0]);
        }
        day++;
        open = day % 7 != 6;
    }

    private float trade(int i, int shelf, int kind, float rate) {
        Purse purse = purses[i];
        last[i] = (byte) kind;
        sold[i] = open && purse.goods > 0;
        if (!sold[i]) {
            purse.goods++;
            return 0;
        }
        Shelf at = shelves.get(shelf);
        int price = (int) at.prices[kind];
        int due = duty.on(price, rate);
        at.prices[kind] = Math.max(1, price - STEPS[kind]);
        at.sold++;
        purse.goods--;
        purse.coins += price - due;
        purse.paid += due * 0.5;
        treasury += due;
        sales++;
        return price - due;
    }

    @Override
    public void observe(int player, float[] design, View out) {
        for (int k = 0; k < 3; k++) {
            out.codes[k] = (byte) Math.min(49, shelves.get(0).prices[k]);
        }
        out.numbers[0] = purses[player].coins;
        out.numbers[1] = purses[player].goods;
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        for (int c = 0; c < mask.length; c++) {
            mask[c] = 1;
        }
        mask[2 + last[player]] = 0; // not the same kind twice
    }

    @Override
    public boolean due() {
        return !open;
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < 3; i++) {
            out[i] = sold[i] ? 1 : 0;
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = treasury;
    }
}
