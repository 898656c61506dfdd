package org.sed4j.envs.pricing;

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

/** Pricing, by name: its worlds have exact answers, see {@code oracle}. */
public final class PricingOffer implements EconomyOffer {
    @Override
    public String name() {
        return "pricing";
    }

    @Override
    public String about() {
        return "buyers with a logistic worth of the day, and a price (McKelvey-Palfrey)";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.whole("economy.players", 4).from(2).to(100_000).means("n"),
                Key.number("economy.precision", 4).above(0).to(1e6).means("lambda"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return Pricing.maker(rules(config));
    }

    private static PricingRules rules(Config config) {
        return PricingRules.of(config.integer("economy.players"), config.number("economy.precision"));
    }

    @Override
    public Optional<Truth> truth(Config config) {
        PricingRules rules = rules(config);
        return Optional.of(new OracleTruth(new PricingOracle(rules), Outcome.REWARD, Pricing.PAID, rules.steps()));
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(10, 10);
    }
}
