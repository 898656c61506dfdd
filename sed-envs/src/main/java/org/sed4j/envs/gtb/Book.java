package org.sed4j.envs.gtb;

import java.util.Arrays;

/**
 * The order book of one good: open bids and asks by price, then age, then player, and what was paid lately.
 *
 * <p>A part of a world. A limit order is one number, (price priority · 2^48 + step placed · 2^16 + player), so that ascending
 * order is the order of matching: the highest bid and the lowest ask first, the older before the younger, then by player.
 */
final class Book {
    private static final double DECAY = 0.995;
    private static final int PRICE_SHIFT = 48;
    private static final int TIME_SHIFT = 16;
    private static final int PLAYER_MASK = 0xFFFF;

    private final int good;
    private final int levels;
    private final int duration;
    private final int limit;

    private final long[] bids;
    private final long[] asks;
    private int bidCount;
    private int askCount;
    /** No open order was placed before this step. */
    private int oldest;
    /** By player: open orders. */
    private final int[] open;
    /** By player and price: open bids; floats, for they are shown as they are. */
    private final float[] bidsAt;

    private final float[] asksAt;
    /** By price: open bids of all. */
    private final float[] allBidsAt;

    private final float[] allAsksAt;
    /** By price: trades of the past, each weighing 0.995 to the power of its age. */
    private final double[] history;

    private final transient boolean[] finished;

    Book(int good, int players, Trading rules) {
        this.good = good;
        this.levels = rules.levels();
        this.duration = rules.duration();
        this.limit = rules.openOrders();
        this.bids = new long[players * limit];
        this.asks = new long[players * limit];
        this.open = new int[players];
        this.bidsAt = new float[players * levels];
        this.asksAt = new float[players * levels];
        this.allBidsAt = new float[levels];
        this.allAsksAt = new float[levels];
        this.history = new double[levels];
        this.finished = new boolean[players];
    }

    void reset() {
        Arrays.fill(bids, 0);
        Arrays.fill(asks, 0);
        bidCount = 0;
        askCount = 0;
        oldest = Integer.MAX_VALUE;
        Arrays.fill(open, 0);
        Arrays.fill(bidsAt, 0);
        Arrays.fill(asksAt, 0);
        Arrays.fill(allBidsAt, 0);
        Arrays.fill(allAsksAt, 0);
        Arrays.fill(history, 0);
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
        insert(bids, bidCount++, key(levels - 1 - price, now, i));
        count(bidsAt, allBidsAt, i, price, 1);
        oldest = Math.min(oldest, now);
        return true;
    }

    /** Places an ask if the player has room and a unit for it; whether it did. */
    boolean ask(int i, int price, int now, Holdings holdings) {
        if (!hasRoom(i) || holdings.good(i, good) < 1) {
            return false;
        }
        holdings.reserveGood(i, good, 1);
        insert(asks, askCount++, key(price, now, i));
        count(asksAt, allAsksAt, i, price, 1);
        oldest = Math.min(oldest, now);
        return true;
    }

    private static long key(int priority, int now, int player) {
        return (long) priority << PRICE_SHIFT | (long) now << TIME_SHIFT | player;
    }

    private static void insert(long[] orders, int count, long order) {
        int at = count;
        while (at > 0 && orders[at - 1] > order) {
            orders[at] = orders[at - 1];
            at--;
        }
        orders[at] = order;
    }

    private static void remove(long[] orders, int count, int at) {
        System.arraycopy(orders, at + 1, orders, at, count - at - 1);
        orders[count - 1] = 0;
    }

    private void count(float[] own, float[] all, int i, int price, int change) {
        own[i * levels + price] += change;
        all[price] += change;
        open[i] += change;
    }

    private static int player(long order) {
        return (int) order & PLAYER_MASK;
    }

    private static int placed(long order) {
        return (int) (order >>> TIME_SHIFT);
    }

    private int bidPrice(long order) {
        return levels - 1 - (int) (order >>> PRICE_SHIFT);
    }

    private static int askPrice(long order) {
        return (int) (order >>> PRICE_SHIFT);
    }

    /** Trades what can be traded: the best bid with the cheapest ask of another, at the price of the older of the two. */
    void match(Holdings holdings, Trades trades) {
        if (bidCount == 0 || askCount == 0 || bidPrice(bids[0]) < askPrice(asks[0])) {
            return;
        }
        Arrays.fill(finished, false);
        int b = 0;
        while (b < bidCount) {
            int buyer = player(bids[b]);
            int a = finished[buyer] ? askCount : cheapest(buyer);
            if (a == askCount || bidPrice(bids[b]) < askPrice(asks[a])) {
                finished[buyer] = true;
                b++;
            } else {
                trade(b, a, holdings, trades);
            }
        }
    }

    private int cheapest(int buyer) {
        int a = 0;
        while (a < askCount && player(asks[a]) == buyer) {
            a++;
        }
        return a;
    }

    private void trade(int b, int a, Holdings holdings, Trades trades) {
        long bid = bids[b];
        long ask = asks[a];
        int buyer = player(bid);
        int seller = player(ask);
        int price = placed(bid) >= placed(ask) ? askPrice(ask) : bidPrice(bid);
        holdings.trade(buyer, seller, good, bidPrice(bid), price);
        trades.add(good, buyer, seller, bidPrice(bid), askPrice(ask), price);
        history[price]++;
        count(bidsAt, allBidsAt, buyer, bidPrice(bid), -1);
        count(asksAt, allAsksAt, seller, askPrice(ask), -1);
        remove(bids, bidCount--, b);
        remove(asks, askCount--, a);
    }

    /** At the end of a step: returns what was placed {@code duration} steps ago. */
    void expire(int now, Holdings holdings) {
        if (oldest > now - duration) {
            return;
        }
        oldest = Integer.MAX_VALUE;
        for (int b = bidCount - 1; b >= 0; b--) {
            long bid = bids[b];
            if (placed(bid) <= now - duration) {
                holdings.reserveCoin(player(bid), -bidPrice(bid));
                count(bidsAt, allBidsAt, player(bid), bidPrice(bid), -1);
                remove(bids, bidCount--, b);
            } else {
                oldest = Math.min(oldest, placed(bid));
            }
        }
        for (int a = askCount - 1; a >= 0; a--) {
            long ask = asks[a];
            if (placed(ask) <= now - duration) {
                holdings.reserveGood(player(ask), good, -1);
                count(asksAt, allAsksAt, player(ask), askPrice(ask), -1);
                remove(asks, askCount--, a);
            } else {
                oldest = Math.min(oldest, placed(ask));
            }
        }
    }

    int bids() {
        return bidCount;
    }

    int asks() {
        return askCount;
    }

    int bidPrice(int b) {
        return bidPrice(bids[b]);
    }

    int bidder(int b) {
        return player(bids[b]);
    }

    int bidPlaced(int b) {
        return placed(bids[b]);
    }

    int askPrice(int a) {
        return askPrice(asks[a]);
    }

    int asker(int a) {
        return player(asks[a]);
    }

    int askPlaced(int a) {
        return placed(asks[a]);
    }

    /** Writes a player's own bids by price. */
    void ownBids(int i, float[] out, int at) {
        System.arraycopy(bidsAt, i * levels, out, at, levels);
    }

    /** Writes a player's own asks by price. */
    void ownAsks(int i, float[] out, int at) {
        System.arraycopy(asksAt, i * levels, out, at, levels);
    }

    /** Writes the bids of all others by price. */
    void othersBids(int i, float[] out, int at) {
        for (int p = 0; p < levels; p++) {
            out[at + p] = allBidsAt[p] - bidsAt[i * levels + p];
        }
    }

    /** Writes the asks of all others by price. */
    void othersAsks(int i, float[] out, int at) {
        for (int p = 0; p < levels; p++) {
            out[at + p] = allAsksAt[p] - asksAt[i * levels + p];
        }
    }

    /** Writes all bids by price. */
    void allBids(float[] out, int at) {
        System.arraycopy(allBidsAt, 0, out, at, levels);
    }

    /** Writes all asks by price. */
    void allAsks(float[] out, int at) {
        System.arraycopy(allAsksAt, 0, out, at, levels);
    }

    /** The weight of past trades at a price. */
    double history(int price) {
        return history[price];
    }
}
