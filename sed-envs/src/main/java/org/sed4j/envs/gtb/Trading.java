package org.sed4j.envs.gtb;

import org.sed4j.core.game.Require;

/**
 * The rules of the two order books, one for stone and one for wood.
 *
 * @param highestPrice orders are at whole prices 0 to this, at least 1
 * @param openOrders most open orders, bids and asks together, of one player in one book, at least 1
 * @param duration an order placed in step t is matched in steps t to t + duration, then returned; at least 1
 * @param labor labour of placing an order, at least 0
 */
public record Trading(int highestPrice, int openOrders, int duration, double labor) {

    /** Paper 004 and the AI Economist. */
    public static final Trading PAPER = new Trading(10, 5, 50, 0.25);

    public Trading {
        Require.within(highestPrice, 1, 1000, "highest price");
        Require.within(openOrders, 1, 1000, "open orders");
        Require.atLeast(duration, 1, "duration of an order");
        Require.within(labor, 0, Double.MAX_VALUE, "labour of placing an order");
    }

    /** How many prices there are. */
    public int levels() {
        return highestPrice + 1;
    }
}
