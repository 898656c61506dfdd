package org.sed4j.core.society;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Schema;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/**
 * A society by names: which economy, vote, principal and followers, found among {@link Offers}, and the keys that go with
 * them.
 *
 * @param economy offers the worlds
 * @param rule of the vote, with its parameter if it has one
 * @param principal offers who governs
 * @param followers offers who lives there
 */
public record Blueprint(EconomyOffer economy, String rule, PrincipalOffer principal, FollowersOffer followers) {
    private static final String NAMES = "society";

    /**
     * The parts of these names.
     *
     * @throws IllegalArgumentException naming the nearest, if there is none of a name
     */
    public static Blueprint named(String economy, String rule, String principal, String followers) {
        Offers.vote(rule);
        return new Blueprint(
                Offers.named(EconomyOffer.class, "economy", economy),
                rule,
                Offers.named(PrincipalOffer.class, "principal", principal),
                Offers.named(FollowersOffer.class, "followers", followers));
    }

    /** Every key of such a society. */
    public Schema schema() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put(NAMES, "What the society is made of");
        sections.put("economy", "The economy: " + economy.about());
        sections.put("types", "What players are like");
        sections.put("vote", "What is voted over, and how");
        sections.put("design", "How far a reform may go");
        sections.put("principal", "Who governs: " + principal.about());
        sections.put("players", "Who lives there: " + followers.about());
        sections.put("run", "How long, how many, how fast");
        List<Key> keys = new ArrayList<>(List.of(
                Key.text("society.economy", economy.name()).means("by its name in sed society --list"),
                Key.text("society.vote", rule).means("f, a voting rule"),
                Key.text("society.principal", principal.name()).means("who governs"),
                Key.text("society.followers", followers.name()).means("who lives there")));
        keys.addAll(economy.keys());
        keys.addAll(Keys.types());
        keys.addAll(Keys.objectives());
        keys.addAll(Offers.vote(rule).keys());
        keys.addAll(Keys.design());
        keys.addAll(principal.keys());
        keys.addAll(followers.keys());
        keys.addAll(RunKeys.ofBlueprints());
        return Schema.of(NAMES, sections, keys, List.of(this::sameNames));
    }

    /** The names in a configuration are those that its keys were made for. */
    private void sameNames(Config config) {
        require(config, "society.economy", economy.name());
        require(config, "society.principal", principal.name());
        require(config, "society.followers", followers.name());
        if (!VoteOffer.stem(config.text("society.vote")).equals(VoteOffer.stem(rule))) {
            require(config, "society.vote", rule);
        }
    }

    private static void require(Config config, String key, String name) {
        if (!config.text(key).equals(name)) {
            throw config.refused(key, "be " + name, "the option for it says another name than a file or --set does");
        }
    }

    /**
     * The society.
     *
     * @throws IllegalArgumentException if two parts do not fit, naming both
     */
    public Society society(Config config) {
        Spaces spaces = economy.worlds(config).get().spaces();
        TypeSpace types = types(config, spaces);
        List<String> columns = types.draw(Seed.of(0)).names();
        String column = config.text("vote.column").isEmpty() ? columns.get(0) : config.text("vote.column");
        Rounds.Schedule own = economy.schedule(config);
        int steps = config.integer("run.steps_per_round");
        int perEpisode = config.integer("run.rounds_per_episode");
        Society.Builder told = RunKeys.apply(config, Society.of(economy.worlds(config)))
                .types(types)
                .objectives(objectives(config, spaces))
                .vote(Offers.vote(config.text("society.vote")).vote(config.text("society.vote"), column, config))
                .principal(principal.part(config))
                .followers(followers.part(config))
                .rounds(
                        steps == 0 ? own.stepsPerRound() : steps,
                        perEpisode == 0 ? own.roundsPerEpisode() : perEpisode);
        double delta = config.number("design.delta");
        if (delta > 0) {
            told.limit(
                    Divergences.valueOf(upper(config, "design.divergence")),
                    delta,
                    DesignGame.Reference.valueOf(upper(config, "design.reference")));
        }
        return told.build();
    }

    private static String upper(Config config, String key) {
        return config.text(key).toUpperCase(Locale.ROOT);
    }

    private TypeSpace types(Config config, Spaces spaces) {
        TypeSpace types = votesOnLaw(config)
                        && spaces.types().isEmpty()
                        && economy.truth(config).isPresent()
                ? ideals(economy.truth(config).get())
                : economy.types(config, spaces);
        double drift = config.number("types.drift");
        return drift == 0 ? types : types.evolving((before, outcome, seed) -> drifted(before, drift, seed));
    }

    /** Who votes on the law is what it would have: the column is "ideal". */
    private static TypeSpace ideals(Truth truth) {
        double[] ideals = truth.ideals();
        double[][] rows = new double[ideals.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {ideals[i]};
        }
        return TypeSpace.fixed(TypeMatrix.of(List.of("ideal"), new double[1], rows));
    }

    /** Every entry of players' types moves by normal noise of that standard deviation, and stays in [0, 1]. */
    private static TypeMatrix drifted(TypeMatrix before, double deviation, Seed seed) {
        Rng rng = seed.rng();
        double[][] rows = new double[before.players()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = before.player(i);
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = Math.min(1, Math.max(0, rows[i][j] + deviation * rng.gaussian()));
            }
        }
        return TypeMatrix.of(before.names(), before.principal(), rows);
    }

    private static boolean votesOnLaw(Config config) {
        return config.text("vote.objective").equals("design");
    }

    private ObjectiveFamily objectives(Config config, Spaces spaces) {
        if (votesOnLaw(config)) {
            return Policies.family(spaces.design());
        }
        String basis = config.text("vote.basis").isEmpty() ? economy.basis() : config.text("vote.basis");
        return Objectives.of(config.text("vote.objective"), basis, economy::objectives);
    }
}
