package org.sed4j.envs.fishery;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.World;
import org.sed4j.core.society.EconomyOffer;
import org.sed4j.core.society.Truth;
import org.sed4j.envs.oracle.OracleTruth;

/** Fishery, by name: its worlds have exact answers, see {@code oracle}. */
public final class FisheryOffer implements EconomyOffer {
    @Override
    public String name() {
        return "fishery";
    }

    @Override
    public String about() {
        return "a fish stock that grows back, and a tax on landings (Gordon, Schaefer)";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.whole("economy.players", 4).from(2).to(100_000).means("n"),
                Key.number("economy.cost_ratio", 0.3).from(0.01).to(0.99).means("z = c/(p q K)"),
                Key.choice("economy.adjustment", "gradual", "at_once").means("how the stock answers to effort"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return Fishery.maker(rules(config));
    }

    private static FisheryRules rules(Config config) {
        return FisheryRules.of(
                config.integer("economy.players"),
                config.number("economy.cost_ratio"),
                Adjustment.valueOf(config.text("economy.adjustment").toUpperCase(java.util.Locale.ROOT)));
    }

    @Override
    public Optional<Truth> truth(Config config) {
        FisheryRules rules = rules(config);
        return Optional.of(new OracleTruth(new FisheryOracle(rules), Outcome.REWARD, Fishery.TAX, rules.steps()));
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(50, 10);
    }
}
