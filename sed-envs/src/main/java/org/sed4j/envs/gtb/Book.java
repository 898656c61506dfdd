package org.sed4j.envs.gtb;

import java.util.Arrays;

/** The order book of one good: open bids and asks, matching, and what was paid lately. A part of a world. */
final class Book {
    private static final double DECAY = 0.995;

    private final int good;
    private final int levels;
    private final int duration;
    private final int limit;

    private final Orders bids;
    private final Orders asks;
    /** No open order was placed before this step. */
    private int oldest;
    /** By player: open orders. */
    private final int[] open;
    /** By price: trades of the past, each weighing 0.995 to the power of its age. */
    private final double[] history;

    private final transient boolean[] finished;

    Book(int good, int players, Trading rules) {
        this.good = good;
        this.levels = rules.levels();
        this.duration = rules.duration();
        this.limit = rules.openOrders();
        this.bids = new Orders(players, levels, players * limit, true);
        this.asks = new Orders(players, levels, players * limit, false);
        this.open = new int[players];
        this.history = new double[levels];
        this.finished = new boolean[players];
    }

    void reset() {
        bids.clear();
        asks.clear();
        oldest = Integer.MAX_VALUE;
        Arrays.fill(open, 0);
        Arrays.fill(history, 0);
    }

    /** Open bids, the highest first. */
    Orders bids() {
        return bids;
    }

    /** Open asks, the lowest first. */
    Orders asks() {
        return asks;
    }

    /** Whether a player may place another order. */
    boolean hasRoom(int i) {
        return open[i] < limit;
    }

    /** Lets the past fade by a step. */
    void fade() {
        for (int p = 0; p < levels; p++) {
            history[p] *= DECAY;
        }
    }

    /** Places a bid if the player has room and coin for it; whether it did. */
    boolean bid(int i, int price, int now, Holdings holdings) {
        if (!hasRoom(i) || holdings.coin(i) < price) {
            return false;
        }
        holdings.reserveCoin(i, price);
        bids.place(i, price, now);
        opened(i, now);
        return true;
    }

    /** Places an ask if the player has room and a unit for it; whether it did. */
    boolean ask(int i, int price, int now, Holdings holdings) {
        if (!hasRoom(i) || holdings.good(i, good) < 1) {
            return false;
        }
        holdings.reserveGood(i, good, 1);
        asks.place(i, price, now);
        opened(i, now);
        return true;
    }

    private void opened(int i, int now) {
        open[i]++;
        oldest = Math.min(oldest, now);
    }

    /** Trades what can be traded: the best bid with the cheapest ask of another, at the price of the older of the two. */
    void match(Holdings holdings, Trades trades) {
        if (bids.count() == 0 || asks.count() == 0 || bids.price(0) < asks.price(0)) {
            return;
        }
        Arrays.fill(finished, false);
        int b = 0;
        while (b < bids.count()) {
            int buyer = bids.player(b);
            int a = finished[buyer] ? asks.count() : asks.firstOfOther(buyer);
            if (a == asks.count() || bids.price(b) < asks.price(a)) {
                finished[buyer] = true;
                b++;
            } else {
                trade(b, a, holdings, trades);
            }
        }
    }

    private void trade(int b, int a, Holdings holdings, Trades trades) {
        int buyer = bids.player(b);
        int seller = asks.player(a);
        int bid = bids.price(b);
        int ask = asks.price(a);
        int price = bids.placed(b) >= asks.placed(a) ? ask : bid;
        holdings.trade(buyer, seller, good, bid, price);
        trades.add(good, buyer, seller, bid, ask, price);
        history[price]++;
        bids.remove(b);
        asks.remove(a);
        open[buyer]--;
        open[seller]--;
    }

    /** At the end of a step: returns what was placed {@code duration} steps ago. */
    void expire(int now, Holdings holdings) {
        if (oldest > now - duration) {
            return;
        }
        oldest = Integer.MAX_VALUE;
        for (int b = bids.count() - 1; b >= 0; b--) {
            if (bids.placed(b) <= now - duration) {
                holdings.reserveCoin(bids.player(b), -bids.price(b));
                open[bids.player(b)]--;
                bids.remove(b);
            } else {
                oldest = Math.min(oldest, bids.placed(b));
            }
        }
        for (int a = asks.count() - 1; a >= 0; a--) {
            if (asks.placed(a) <= now - duration) {
                holdings.reserveGood(asks.player(a), good, -1);
                open[asks.player(a)]--;
                asks.remove(a);
            } else {
                oldest = Math.min(oldest, asks.placed(a));
            }
        }
    }

    /** The weight of past trades at a price. */
    double history(int price) {
        return history[price];
    }
}
