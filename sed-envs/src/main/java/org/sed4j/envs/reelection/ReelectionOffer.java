package org.sed4j.envs.reelection;

import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.World;
import org.sed4j.core.society.EconomyOffer;

/** Reelection, by name: its worlds have exact answers, see {@code oracle}. */
public final class ReelectionOffer implements EconomyOffer {
    @Override
    public String name() {
        return "re-election";
    }

    @Override
    public String about() {
        return "an office holder who is kept only while it leaves enough (Barro, Ferejohn)";
    }

    @Override
    public List<Key> keys() {
        return List.of(Key.whole("economy.players", 3).from(2).to(100_000).means("n"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return Reelection.maker(ReelectionRules.of(config.integer("economy.players")));
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(20, 5);
    }
}
