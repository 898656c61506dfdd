package org.sed4j.envs.inflation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.World;
import org.sed4j.core.society.EconomyOffer;
import org.sed4j.core.society.Truth;
import org.sed4j.envs.oracle.OracleTruth;

/** Inflation, by name: its worlds have exact answers, see {@code oracle}. */
public final class InflationOffer implements EconomyOffer {
    @Override
    public String name() {
        return "inflation";
    }

    @Override
    public String about() {
        return "commitment against discretion (Kydland-Prescott, Barro-Gordon)";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.whole("economy.players", 3).from(2).to(100_000).means("n"),
                Key.choice("economy.regime", "commitment", "discretion").means("when inflation is chosen"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return Inflation.maker(rules(config));
    }

    private static InflationRules rules(Config config) {
        return InflationRules.of(
                config.integer("economy.players"),
                Regime.valueOf(config.text("economy.regime").toUpperCase(java.util.Locale.ROOT)));
    }

    @Override
    public Optional<Truth> truth(Config config) {
        InflationRules rules = rules(config);
        return Optional.of(new OracleTruth(new InflationOracle(rules), Inflation.WELFARE, "", rules.steps()));
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(10, 10);
    }
}
