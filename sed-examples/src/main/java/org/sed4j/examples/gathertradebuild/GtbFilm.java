package org.sed4j.examples.gathertradebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.envs.gtb.Census;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbPictures;
import org.sed4j.envs.gtb.GtbRules;

/** World 0 step by step, with its order books and what players own. */
final class GtbFilm implements Witness<Pomg> {
    /** What is traded, by number. */
    static final List<String> GOODS = List.of("stone", "wood");

    private final Filmstrip strip;

    GtbFilm(String title, int most, GtbRules rules) {
        this.strip = new Filmstrip(title, GtbPictures.palette(rules.players()), most);
    }

    /** What was taken. */
    Filmstrip strip() {
        return strip;
    }

    @Override
    public void stepped(Pomg economy) {
        if (strip.isFull()) {
            return;
        }
        GatherTradeBuild world = (GatherTradeBuild) economy.portrait(0);
        String caption = "step " + (strip.size() + 1) + what(world.census());
        strip.add(GtbPictures.frame(world, caption), numbers(world.census()));
    }

    private static String what(Census census) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < census.trades(); k++) {
            Census.Trade t = census.trade(k);
            text.append(", player ").append(t.buyer()).append(" buys ").append(GOODS.get(t.good()));
            text.append(" of player ").append(t.seller()).append(" for ").append(t.price());
        }
        return text + (census.taxDay() ? ", tax day" : "");
    }

    private Map<String, Object> numbers(Census census) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (int g = 0; g < GOODS.size(); g++) {
            numbers.put("bids for " + GOODS.get(g), orders(census, g, true));
            numbers.put("asks for " + GOODS.get(g), orders(census, g, false));
        }
        for (int i = 0; i < census.players(); i++) {
            numbers.put("coin of player " + i, census.coin(i) + census.coinEscrow(i));
            numbers.put("stone, wood of player " + i, census.good(i, 0) + ", " + census.good(i, 1));
        }
        numbers.put("equality", census.equality());
        numbers.put("productivity", census.productivity());
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
