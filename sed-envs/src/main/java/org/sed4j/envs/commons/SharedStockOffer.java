package org.sed4j.envs.commons;

import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.World;
import org.sed4j.core.society.EconomyOffer;

/** SharedStock, by name: its worlds have exact answers, see {@code oracle}. */
public final class SharedStockOffer implements EconomyOffer {
    @Override
    public String name() {
        return "shared-stock";
    }

    @Override
    public String about() {
        return "a dynamic commons in closed form, and a tax on takings (Levhari-Mirman)";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.whole("economy.players", 3).from(2).to(100_000).means("n"),
                Key.number("economy.growth", 0.5).from(0.01).to(0.99).means("alpha"),
                Key.number("economy.patience", 0.9).from(0.01).to(0.99).means("beta"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return SharedStock.maker(SharedStockRules.of(
                config.integer("economy.players"), config.number("economy.growth"), config.number("economy.patience")));
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(20, 5);
    }
}
