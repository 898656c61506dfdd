package org.sed4j.envs.cleanup;

import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.World;
import org.sed4j.core.society.EconomyOffer;

/** Clean Up, by name: a round is an episode. */
public final class CleanupOffer implements EconomyOffer {
    @Override
    public String name() {
        return "cleanup";
    }

    @Override
    public String about() {
        return "somebody must clean the river for apples to grow; deeds are paid for (paper 004)";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.choice("economy.preset", CleanupRules.presets().toArray(String[]::new))
                        .means("map and rules"),
                Key.number("economy.bound", 3).above(0).to(1000).means("greatest pay for a deed"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return Cleanup.maker(rules(config));
    }

    private static CleanupRules rules(Config config) {
        return CleanupRules.preset(config.text("economy.preset")).withBound(config.number("economy.bound"));
    }

    @Override
    public String basis() {
        return Cleanup.BASE;
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(rules(config).ending().latest(), 1);
    }
}
