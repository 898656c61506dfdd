package org.sed4j.envs.gtb;

import java.util.Locale;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;

/** Every trade in world 0 of those watched, as CSV. */
public final class TradeLog implements Witness<Pomg> {
    private final StringBuilder table = new StringBuilder("step,good,buyer,seller,bid,ask,price\n");
    private int steps;

    @Override
    public void stepped(Pomg economy) {
        Census census = ((GatherTradeBuild) economy.portrait(0)).census();
        steps++;
        for (int k = 0; k < census.trades(); k++) {
            Census.Trade t = census.trade(k);
            table.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%d,%d,%d,%d,%d\n",
                    steps,
                    GtbNews.GOODS.get(t.good()),
                    t.buyer(),
                    t.seller(),
                    t.bid(),
                    t.ask(),
                    t.price()));
        }
    }

    /** A log without trades. */
    public TradeLog() {}

    /** A header and a row a trade. */
    public String table() {
        return table.toString();
    }
}
