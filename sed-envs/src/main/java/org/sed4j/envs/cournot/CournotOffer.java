package org.sed4j.envs.cournot;

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

/** Cournot, by name: its worlds have exact answers, see {@code oracle}. */
public final class CournotOffer implements EconomyOffer {
    @Override
    public String name() {
        return "cournot";
    }

    @Override
    public String about() {
        return "firms that bring quantities to a market, and a tax or subsidy a unit (Cournot)";
    }

    @Override
    public List<Key> keys() {
        return List.of(Key.whole("economy.players", 3).from(2).to(100_000).means("n"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return Cournot.maker(rules(config));
    }

    private static CournotRules rules(Config config) {
        return CournotRules.of(config.integer("economy.players"));
    }

    @Override
    public Optional<Truth> truth(Config config) {
        CournotRules rules = rules(config);
        return Optional.of(new OracleTruth(new CournotOracle(rules), Outcome.REWARD, Cournot.TAX, rules.steps()));
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(10, 10);
    }
}
