package org.sed4j.envs.gtb;

import java.util.Arrays;

/**
 * What each player has: coin, stone and wood in its purse and in escrow for open orders, and its labour so far.
 *
 * <p>A part of a world. Goods are numbered 0 stone, 1 wood; good g of player i is entry 2i + g.
 */
final class Holdings {
    static final int STONE = 0;
    static final int WOOD = 1;
    static final int GOODS = 2;

    private final double[] coin;
    private final double[] coinEscrow;
    private final int[] goods;
    private final int[] goodsEscrow;
    private final double[] labor;

    Holdings(int players) {
        this.coin = new double[players];
        this.coinEscrow = new double[players];
        this.goods = new int[GOODS * players];
        this.goodsEscrow = new int[GOODS * players];
        this.labor = new double[players];
    }

    void reset(double startCoin) {
        Arrays.fill(coin, startCoin);
        Arrays.fill(coinEscrow, 0);
        Arrays.fill(goods, 0);
        Arrays.fill(goodsEscrow, 0);
        Arrays.fill(labor, 0);
    }

    /** Coin in the purse. */
    double coin(int i) {
        return coin[i];
    }

    /** Coin held for open bids. */
    double coinEscrow(int i) {
        return coinEscrow[i];
    }

    /** Coin in the purse and in escrow. */
    double wealth(int i) {
        return coin[i] + coinEscrow[i];
    }

    int good(int i, int good) {
        return goods[GOODS * i + good];
    }

    int goodEscrow(int i, int good) {
        return goodsEscrow[GOODS * i + good];
    }

    double labor(int i) {
        return labor[i];
    }

    void earn(int i, double amount) {
        coin[i] += amount;
    }

    void toil(int i, double amount) {
        labor[i] += amount;
    }

    void gain(int i, int good, int units) {
        goods[GOODS * i + good] += units;
    }

    /** Sets coin aside for a bid, or gives it back if negative. */
    void reserveCoin(int i, int amount) {
        coin[i] -= amount;
        coinEscrow[i] += amount;
    }

    /** Sets a unit aside for an ask (1), or gives it back (-1). */
    void reserveGood(int i, int good, int units) {
        goods[GOODS * i + good] -= units;
        goodsEscrow[GOODS * i + good] += units;
    }

    /** A trade: the bid leaves escrow, what the price is below it goes back, the unit changes hands. */
    void trade(int buyer, int seller, int good, int bid, int price) {
        coinEscrow[buyer] -= bid;
        coin[buyer] += bid - price;
        coin[seller] += price;
        goodsEscrow[GOODS * seller + good]--;
        goods[GOODS * buyer + good]++;
    }

    /** Makes everybody's wealth the mean. */
    void even() {
        double total = 0;
        for (int i = 0; i < coin.length; i++) {
            total += wealth(i);
        }
        double each = total / coin.length;
        for (int i = 0; i < coin.length; i++) {
            coin[i] = each - coinEscrow[i];
        }
    }
}
