package org.sed4j.examples.gathertradebuild;

import java.util.List;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.pomg.ForkTrials;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.NativeThreads;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.examples.BackendKey;
import org.sed4j.voting.FixedObjective;

/**
 * The society of paper 004 assembled: Gather-Trade-Build, who sets its rates, and players who learn.
 *
 * <p>A round is one episode in every world, begun with all rates at 0. Nobody votes: the objective is equality × mean coin at the
 * episode's end.
 */
final class GtbSociety implements AutoCloseable {
    private final Config config;
    private final Seed seed;
    private final int workers;
    private final GtbRules rules;
    private final Crew crew;
    private final Pomg economy;
    private final Principal<Pomg> principal;
    private final Followers<Pomg> followers;
    private final BySkill bySkill;
    private final Rounds<Pomg> rounds;

    private GtbSociety(Config config) {
        this.config = config;
        this.seed = Seed.of(config.whole("run.seed"));
        int threads = config.integer("run.threads");
        this.workers = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        this.rules = WorldKeys.rules(config);
        this.crew = Crew.of(workers);
        this.economy = worlds(config.integer("run.worlds"), seed.named("worlds"));
        GtbMinds minds = new GtbMinds(config, crew, economy.spaces());
        this.followers = minds.followers(seed.named("followers"));
        this.principal = minds.principal(economy, followers, seed.named("principal"));
        this.bySkill = new BySkill(rules, economy.spaces());
        this.rounds = ring(economy, principal, followers, seed.named("rounds")).watchedBy(bySkill);
    }

    static GtbSociety of(Config config) {
        NativeThreads.single();
        return new GtbSociety(config);
    }

    /** A batch of its worlds with chance of their own; the caller closes it. */
    Pomg worlds(int batch, Seed chance) {
        return Worlds.of(GatherTradeBuild.maker(rules))
                .batch(batch)
                .seed(chance)
                .threads(workers)
                .backend(BackendKey.of(config))
                .build();
    }

    /** The same game, to be played by others or elsewhere. */
    Rounds<Pomg> ring(Pomg worlds, Principal<Pomg> leader, Followers<Pomg> players, Seed chance) {
        int n = rules.players();
        Design none = Design.of(new double[rules.brackets().count()]);
        TypeMatrix types = TypeMatrix.of(List.of("objective"), new double[1], new double[n][1]);
        DesignGame<Pomg> game = DesignGame.unconstrained(
                worlds.spaces().design(),
                none,
                TypeSpace.fixed(types),
                ObjectiveFamily.continuum(weight -> Welfare.equalityTimesMean("coin", weight[0]), "equality"),
                FixedObjective.of(1));
        return new Rounds<>(
                game,
                worlds,
                leader,
                players,
                new ForkTrials(worlds.batch(), 1, Noise.FRESH, chance.named("trials")),
                new Rounds.Schedule(rules.episode(), 1),
                chance);
    }

    GtbRules rules() {
        return rules;
    }

    Seed seed() {
        return seed;
    }

    Pomg economy() {
        return economy;
    }

    Rounds<Pomg> rounds() {
        return rounds;
    }

    Principal<Pomg> principal() {
        return principal;
    }

    Followers<Pomg> followers() {
        return followers;
    }

    /** What players of each skill did in the round last played. */
    BySkill bySkill() {
        return bySkill;
    }

    Config config() {
        return config;
    }

    @Override
    public void close() {
        economy.close();
        crew.close();
    }
}
