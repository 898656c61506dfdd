package org.sed4j.envs.publicgoods;

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

/** Sanctions, by name: its worlds have exact answers, see {@code oracle}. */
public final class SanctionsOffer implements EconomyOffer {
    @Override
    public String name() {
        return "sanctions";
    }

    @Override
    public String about() {
        return "a public good, and a fine on what is kept back";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.whole("economy.players", 4).from(2).to(100_000).means("n"),
                Key.number("economy.factor", 1.6)
                        .above(1)
                        .to(100_000)
                        .means("r, what a unit given is worth to all; below n"),
                Key.number("economy.enforcement", 0.1)
                        .from(0)
                        .to(100)
                        .means("what a unit of the fine's height costs each"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return Sanctions.maker(rules(config));
    }

    private static SanctionsRules rules(Config config) {
        return SanctionsRules.of(
                config.integer("economy.players"),
                config.number("economy.factor"),
                config.number("economy.enforcement"));
    }

    @Override
    public Optional<Truth> truth(Config config) {
        SanctionsRules rules = rules(config);
        return Optional.of(new OracleTruth(new SanctionsOracle(rules), Outcome.REWARD, "", rules.steps()));
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(10, 10);
    }
}
