package org.sed4j.envs.lineartax;

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

/** The linear income tax, by name: skills spread evenly over quantiles of a lognormal, so that the mean earns more than the median. */
public final class LinearTaxOffer implements EconomyOffer {
    @Override
    public String name() {
        return "linear-tax";
    }

    @Override
    public String about() {
        return "a linear income tax with elastic labour, whose right answers are known (Romer, Roberts, Meltzer-Richard)";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.whole("economy.players", 5).from(2).to(100_000).means("n"),
                Key.number("economy.elasticity", 0.5).above(0).to(10).means("e of labour"),
                Key.number("economy.spread", 0.6).from(0).to(3).means("standard deviation of log skill"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return LinearTax.maker(rules(config));
    }

    private static LinearTaxRules rules(Config config) {
        return LinearTaxRules.of(
                config.number("economy.elasticity"),
                LinearTaxRules.lognormal(config.integer("economy.players"), config.number("economy.spread")));
    }

    @Override
    public Optional<Truth> truth(Config config) {
        LinearTaxRules rules = rules(config);
        return Optional.of(new OracleTruth(new LinearTaxOracle(rules), Outcome.REWARD, LinearTax.TAX, rules.steps()));
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(10, 10);
    }
}
