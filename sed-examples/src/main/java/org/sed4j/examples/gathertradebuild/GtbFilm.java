package org.sed4j.examples.gathertradebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.envs.gtb.Census;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbPictures;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.render.Frame;
import org.sed4j.envs.render.Ink;
import org.sed4j.envs.render.Shape;

/** World 0 step by step, with its order books; and every trade in it. */
final class GtbFilm implements Consumer<Pomg> {
    private static final String[] GOODS = {"stone", "wood"};

    private final String title;
    private final int most;
    private final GtbRules rules;
    private final List<Object> shots = new ArrayList<>();
    private final StringBuilder trades = new StringBuilder("step,good,buyer,seller,bid,ask,price\n");
    private int steps;

    GtbFilm(String title, int most, GtbRules rules) {
        this.title = title;
        this.most = most;
        this.rules = rules;
    }

    int frames() {
        return shots.size();
    }

    @Override
    public void accept(Pomg economy) {
        GatherTradeBuild world = (GatherTradeBuild) economy.portrait(0);
        Census census = world.census();
        steps++;
        for (int k = 0; k < census.trades(); k++) {
            Census.Trade t = census.trade(k);
            trades.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%d,%d,%d,%d,%d%n",
                    steps,
                    GOODS[t.good()],
                    t.buyer(),
                    t.seller(),
                    t.bid(),
                    t.ask(),
                    t.price()));
        }
        if (shots.size() < most) {
            Frame frame = GtbPictures.frame(world, "step " + steps + what(census));
            Map<String, Object> shot = new LinkedHashMap<>();
            shot.put("cells", frame.cells());
            shot.put("caption", frame.caption());
            shot.put("numbers", numbers(census));
            shots.add(shot);
        }
    }

    private static String what(Census census) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < census.trades(); k++) {
            Census.Trade t = census.trade(k);
            text.append(", player ").append(t.buyer()).append(" buys ").append(GOODS[t.good()]);
            text.append(" of player ").append(t.seller()).append(" for ").append(t.price());
        }
        return text + (census.taxDay() ? ", tax day" : "");
    }

    private Map<String, Object> numbers(Census census) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (int g = 0; g < GOODS.length; g++) {
            numbers.put("bids for " + GOODS[g], orders(census, g, true));
            numbers.put("asks for " + GOODS[g], orders(census, g, false));
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

    /** Every trade of world 0 as CSV. */
    String trades() {
        return trades.toString();
    }

    /** The film as the report's player reads it. */
    Map<String, Object> document() {
        Map<String, Object> palette = new LinkedHashMap<>();
        for (Ink ink : GtbPictures.palette(rules.players()).inks()) {
            Map<String, Object> look = new LinkedHashMap<>();
            look.put("label", ink.label());
            look.put("color", ink.color());
            look.put("shape", ink.shape().name().toLowerCase(Locale.ROOT));
            if (ink.shape() == Shape.AVATAR) {
                look.put("heading", ink.heading());
            }
            palette.put(String.valueOf(ink.symbol()), look);
        }
        Map<String, Object> film = new LinkedHashMap<>();
        film.put("title", title);
        film.put("rows", rules.land().rows());
        film.put("cols", rules.land().columns());
        film.put("palette", palette);
        film.put("frames", shots);
        return Map.of("replays", List.of(film));
    }
}
