package org.sed4j.envs.gtb;

import java.util.Arrays;

/**
 * One side of a book: open limit orders by price, then age, then player.
 *
 * <p>A part of a world. An order is one number, (price priority · 2^48 + step placed · 2^16 + player), so that ascending order is
 * the order of matching: the best price first, the older before the younger, then by player.
 */
final class Orders {
    private static final int PRICE_SHIFT = 48;
    private static final int TIME_SHIFT = 16;
    private static final int PLAYER_MASK = 0xFFFF;

    private final int levels;
    private final boolean highestFirst;

    private final long[] orders;
    private int count;
    /** By player and price: open orders; floats, for they are shown as they are. */
    private final float[] ownAt;
    /** By price: open orders of all. */
    private final float[] allAt;

    /**
     * None yet.
     *
     * @param most orders that it can hold
     * @param highestFirst whether the highest price is the best one: bids
     */
    Orders(int players, int levels, int most, boolean highestFirst) {
        this.levels = levels;
        this.highestFirst = highestFirst;
        this.orders = new long[most];
        this.ownAt = new float[players * levels];
        this.allAt = new float[levels];
    }

    void clear() {
        Arrays.fill(orders, 0);
        count = 0;
        Arrays.fill(ownAt, 0);
        Arrays.fill(allAt, 0);
    }

    int count() {
        return count;
    }

    /** The price of the k-th best order. */
    int price(int k) {
        int priority = (int) (orders[k] >>> PRICE_SHIFT);
        return highestFirst ? levels - 1 - priority : priority;
    }

    /** Whose the k-th best order is. */
    int player(int k) {
        return (int) orders[k] & PLAYER_MASK;
    }

    /** In which step the k-th best order was placed. */
    int placed(int k) {
        return (int) (orders[k] >>> TIME_SHIFT);
    }

    /** The best order of somebody else; {@link #count} if there is none. */
    int firstOfOther(int player) {
        int k = 0;
        while (k < count && player(k) == player) {
            k++;
        }
        return k;
    }

    void place(int player, int price, int now) {
        long priority = highestFirst ? levels - 1 - price : price;
        long order = priority << PRICE_SHIFT | (long) now << TIME_SHIFT | player;
        int at = count;
        while (at > 0 && orders[at - 1] > order) {
            orders[at] = orders[at - 1];
            at--;
        }
        orders[at] = order;
        count++;
        count(player, price, 1);
    }

    /** Takes the k-th best order away. */
    void remove(int k) {
        count(player(k), price(k), -1);
        System.arraycopy(orders, k + 1, orders, k, count - k - 1);
        count--;
        orders[count] = 0;
    }

    private void count(int player, int price, int change) {
        ownAt[player * levels + price] += change;
        allAt[price] += change;
    }

    /** Writes a player's own orders by price. */
    void own(int i, float[] out, int at) {
        System.arraycopy(ownAt, i * levels, out, at, levels);
    }

    /** Writes the orders of all others by price. */
    void others(int i, float[] out, int at) {
        for (int p = 0; p < levels; p++) {
            out[at + p] = allAt[p] - ownAt[i * levels + p];
        }
    }

    /** Writes all orders by price. */
    void all(float[] out, int at) {
        System.arraycopy(allAt, 0, out, at, levels);
    }
}
