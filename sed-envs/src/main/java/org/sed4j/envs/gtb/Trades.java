package org.sed4j.envs.gtb;

import java.util.Arrays;

/**
 * The trades of the last step.
 *
 * <p>A part of a world. Every trade needs an order placed in that step, and a player places at most one, so there are at most n.
 */
final class Trades {
    private final int[] good;
    private final int[] buyer;
    private final int[] seller;
    private final int[] bid;
    private final int[] ask;
    private final int[] price;
    private int count;

    Trades(int players) {
        this.good = new int[players];
        this.buyer = new int[players];
        this.seller = new int[players];
        this.bid = new int[players];
        this.ask = new int[players];
        this.price = new int[players];
    }

    /** At reset: forgets what the arrays hold, too. */
    void reset() {
        count = 0;
        Arrays.fill(good, 0);
        Arrays.fill(buyer, 0);
        Arrays.fill(seller, 0);
        Arrays.fill(bid, 0);
        Arrays.fill(ask, 0);
        Arrays.fill(price, 0);
    }

    void clear() {
        count = 0;
    }

    void add(int ofGood, int by, int from, int atBid, int atAsk, int atPrice) {
        good[count] = ofGood;
        buyer[count] = by;
        seller[count] = from;
        bid[count] = atBid;
        ask[count] = atAsk;
        price[count] = atPrice;
        count++;
    }

    int count() {
        return count;
    }

    int good(int k) {
        return good[k];
    }

    int buyer(int k) {
        return buyer[k];
    }

    int seller(int k) {
        return seller[k];
    }

    int bid(int k) {
        return bid[k];
    }

    int ask(int k) {
        return ask[k];
    }

    int price(int k) {
        return price[k];
    }
}
