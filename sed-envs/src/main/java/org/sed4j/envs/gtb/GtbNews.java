package org.sed4j.envs.gtb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a replay tells beside the frames: order books, what players own, and who just traded. */
final class GtbNews {
    /** What is traded, by number. */
    static final List<String> GOODS = List.of("stone", "wood");

    private GtbNews() {}

    static String event(Census census) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < census.trades(); k++) {
            Census.Trade t = census.trade(k);
            text.append(", player ").append(t.buyer()).append(" buys ").append(GOODS.get(t.good()));
            text.append(" of player ").append(t.seller()).append(" for ").append(t.price());
        }
        return text + (census.taxDay() ? ", tax day" : "");
    }

    static Map<String, Object> beside(Census census) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (int g = 0; g < GOODS.size(); g++) {
            numbers.put("bids for " + GOODS.get(g), orders(census, g, true));
            numbers.put("asks for " + GOODS.get(g), orders(census, g, false));
        }
        for (int i = 0; i < census.players(); i++) {
            numbers.put("coin of player " + i, census.coin(i) + census.coinEscrow(i));
            numbers.put("stone, wood of player " + i, census.good(i, 0) + ", " + census.good(i, 1));
        }
        return numbers;
    }

    /** Open orders, the best first, as price and player: "7 (2), 5 (0)". */
    private static String orders(Census census, int good, boolean bids) {
        List<String> orders = new ArrayList<>();
        int count = bids ? census.bids(good) : census.asks(good);
        for (int k = 0; k < count; k++) {
            Census.Order order = bids ? census.bid(good, k) : census.ask(good, k);
            orders.add(order.price() + " (" + order.player() + ")");
        }
        return orders.isEmpty() ? "none" : String.join(", ", orders);
    }
}
