package org.sed4j.envs.gtb;

/** The continuous double auction: a book for stone and one for wood. A part of a world. */
final class Market {
    private static final double LEAST_MASS = 1e-3;

    private final GtbAction table;
    private final double labor;
    private final Book stone;
    private final Book wood;
    private final Trades trades;

    Market(int players, Trading rules) {
        this.table = new GtbAction(rules.levels());
        this.labor = rules.labor();
        this.stone = new Book(Holdings.STONE, players, rules);
        this.wood = new Book(Holdings.WOOD, players, rules);
        this.trades = new Trades(players);
    }

    void reset() {
        stone.reset();
        wood.reset();
        trades.reset();
    }

    /** A step of the market: orders by player number, then matching, then what has grown too old. */
    void trade(int[] actions, int now, Holdings holdings) {
        trades.clear();
        stone.fade();
        wood.fade();
        for (int i = 0; i < actions.length; i++) {
            if (table.isOrder(actions[i]) && place(i, actions[i], now, holdings)) {
                holdings.toil(i, labor);
            }
        }
        stone.match(holdings, trades);
        wood.match(holdings, trades);
        stone.expire(now, holdings);
        wood.expire(now, holdings);
    }

    private boolean place(int i, int action, int now, Holdings holdings) {
        int price = table.price(action);
        return switch (table.book(action)) {
            case 0 -> stone.bid(i, price, now, holdings);
            case 1 -> stone.ask(i, price, now, holdings);
            case 2 -> wood.bid(i, price, now, holdings);
            default -> wood.ask(i, price, now, holdings);
        };
    }

    Book book(int good) {
        return good == Holdings.STONE ? stone : wood;
    }

    Trades trades() {
        return trades;
    }

    /** Which orders a player can place: 1 at the numbers of its actions. */
    void allowed(int i, Holdings holdings, byte[] mask) {
        for (int good = 0; good < Holdings.GOODS; good++) {
            boolean room = book(good).hasRoom(i);
            int affordable = room ? (int) Math.min(Math.floor(holdings.coin(i)), table.levels() - 1.0) : -1;
            byte sells = (byte) (room && holdings.good(i, good) > 0 ? 1 : 0);
            int bids = table.order(good, false, 0);
            int asks = table.order(good, true, 0);
            for (int p = 0; p < table.levels(); p++) {
                mask[bids + p] = (byte) (p <= affordable ? 1 : 0);
                mask[asks + p] = sells;
            }
        }
    }

    /** The mean price of past trades in a good, the recent ones weighing more; about 0 if there were none. */
    double rate(int good) {
        Book book = book(good);
        double mass = 0;
        double paid = 0;
        for (int p = 0; p < table.levels(); p++) {
            mass += book.history(p);
            paid += p * book.history(p);
        }
        return paid / Math.max(LEAST_MASS, mass);
    }
}
