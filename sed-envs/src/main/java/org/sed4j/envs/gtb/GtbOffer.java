package org.sed4j.envs.gtb;

import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.World;
import org.sed4j.core.society.EconomyOffer;

/** Gather-Trade-Build, by name: a round is a tax year, an episode is the economy's. */
public final class GtbOffer implements EconomyOffer {
    @Override
    public String name() {
        return "gather-trade-build";
    }

    @Override
    public String about() {
        return "players gather, trade and build, and are taxed on income (the AI Economist, paper 004)";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.choice("economy.preset", GtbRules.presets().toArray(String[]::new))
                        .means("published settings of the land"),
                Key.whole("economy.players", 0).from(0).to(1000).means("players; 0 for the preset's"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return GatherTradeBuild.maker(rules(config));
    }

    private static GtbRules rules(Config config) {
        GtbRules preset = GtbRules.preset(config.text("economy.preset"));
        int players = config.integer("economy.players");
        return players == 0 ? preset : preset.toBuilder().players(players).build();
    }

    @Override
    public String basis() {
        return Counts.NAMES.get(Counts.COIN);
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        GtbRules rules = rules(config);
        return new Rounds.Schedule(rules.period(), Math.max(1, rules.episode() / rules.period()));
    }
}
