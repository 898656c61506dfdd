package org.sed4j.examples.applepicking;

import java.util.Locale;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.PolicyImplementation;
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
import org.sed4j.examples.BackendKey;

/**
 * The society of paper 002, section 4, assembled: S = (Φ, P, φ_0, D, δ, Θ, O, f), an economy, a principal and followers.
 *
 * <p>Φ = [0, 1]^B, one rate a bracket; P changes rewards only; Θ holds (σ, β); O = {η Σ + (1 - η) min}; f = mean σ, or any
 * rule that {@code vote.rule} names.
 */
public final class AppleSociety implements AutoCloseable {
    private final Config config;
    private final Seed seed;
    private final int workers;
    private final Orchard orchard;
    private final TypeMatrix types;
    private final Design initial;
    private final Crew crew;
    private final Pomg economy;
    private final Principal<Pomg> principal;
    private final Followers<Pomg> followers;
    private final DesignGame<Pomg> game;
    private final Rounds<Pomg> rounds;

    private AppleSociety(Config config) {
        this.config = config;
        this.seed = Seed.of(config.whole("run.seed"));
        int threads = config.integer("run.threads");
        this.workers = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        this.orchard = new Orchard(config);
        this.types = orchard.types(seed.named("types"));
        this.initial = Design.of(config.numbers("tax.initial_rates"));
        this.crew = Crew.of(workers);
        this.economy = worlds(seed.named("worlds"));
        Learners learners = new Learners(config, crew);
        this.principal = learners.principal(economy, seed.named("principal"));
        this.followers = learners.followers(economy, seed.named("followers"));
        this.game = game(config, economy.spaces().design(), initial, types);
        this.rounds = ring(economy, principal, followers, seed.named("rounds"));
    }

    /** The society that a configuration asks for. */
    public static AppleSociety of(Config config) {
        NativeThreads.single();
        return new AppleSociety(config);
    }

    /** A batch of its worlds with chance of their own; the caller closes it. */
    Pomg worlds(Seed chance) {
        return Worlds.of(orchard.worlds(types))
                .batch(config.integer("run.worlds"))
                .seed(chance)
                .threads(workers)
                .backend(BackendKey.of(config))
                .initial(initial)
                .build();
    }

    /** The same game, to be played by others or elsewhere. */
    Rounds<Pomg> ring(Pomg worlds, Principal<Pomg> leader, Followers<Pomg> players, Seed chance) {
        return new Rounds<>(
                game,
                worlds,
                leader,
                players,
                new ForkTrials(1, 1, Noise.SHARED, chance.named("trials")),
                new Rounds.Schedule(config.integer("run.steps_per_round"), config.integer("run.rounds_per_episode")),
                chance);
    }

    private static DesignGame<Pomg> game(Config config, DesignSpace space, Design initial, TypeMatrix types) {
        return new DesignGame<>(
                space,
                PolicyImplementation.direct(),
                initial,
                Divergences.valueOf(config.text("tax.divergence").toUpperCase(Locale.ROOT)),
                config.number("tax.delta"),
                DesignGame.Reference.INITIAL,
                TypeSpace.fixed(types),
                objectives(config),
                AppleVote.of(config));
    }

    static ObjectiveFamily objectives(Config config) {
        String basis = config.text("vote.basis");
        Objective one = switch (config.text("vote.objective")) {
            case "utilitarian" -> Welfare.utilitarian(basis);
            case "egalitarian" -> Welfare.egalitarian(basis);
            case "nash" -> Welfare.nash(basis);
            case "equality_productivity" -> Welfare.equalityTimesProductivity(basis);
            default -> null;
        };
        return one == null ? Welfare.mixes(basis) : ObjectiveFamily.continuum(eta -> one, "eta");
    }

    /** The ring, to be turned. */
    public Rounds<Pomg> rounds() {
        return rounds;
    }

    /** The threads of the learners. */
    Crew crew() {
        return crew;
    }

    /** Where they live. */
    public Pomg economy() {
        return economy;
    }

    /** Who designs. */
    public Principal<Pomg> principal() {
        return principal;
    }

    /** Who lives there. */
    public Followers<Pomg> followers() {
        return followers;
    }

    @Override
    public void close() {
        economy.close();
        crew.close();
    }
}
