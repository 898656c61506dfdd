package org.sed4j.examples.society;

import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.World;
import org.sed4j.core.society.EconomyOffer;
import org.sed4j.examples.bench.CustomGoods;

/** The README's economy, by name. */
public final class CustomGoodsOffer implements EconomyOffer {
    @Override
    public String name() {
        return "custom-goods";
    }

    @Override
    public String about() {
        return "the README's economy: gifts to a pot that grows, and a tax on wealth";
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return CustomGoods::new;
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(50, 4);
    }
}
