package org.sed4j.examples.applepicking;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.config.Config;
import org.sed4j.rl.ppo.PpoFollowers;
import org.sed4j.rl.principal.PpoPrincipal;

/**
 * What the learners have come to, in worlds they have not seen: one episode, nobody learning, the same draws for all.
 *
 * <p>The trained players live under the learned principal, under a random one and without tax; so the principal's worth is
 * measured by the objective it was elected to pursue. Untrained players live without tax: the random start.
 */
final class Evaluation {
    private final Config config;
    private final AppleSociety society;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    private Evaluation(Config config, AppleSociety society) {
        this.config = config;
        this.society = society;
    }

    static Map<String, Double> of(Config config, AppleSociety society) {
        Evaluation evaluation = new Evaluation(config, society);
        evaluation.all();
        return evaluation.figures;
    }

    private void all() {
        Learners baselines = new Learners(config, society.crew());
        Followers<Pomg> trained = frozen(society.followers());
        Principal<Pomg> none = baselines.fixed();
        if (society.principal() instanceof PpoPrincipal learned) {
            episode("learned", learned.frozen(), trained);
        }
        episode("random", baselines.random(society.economy()), trained);
        episode("untaxed", none, trained);
        episode("start", none, frozen(baselines.followers(society.economy(), seed().named("followers"))));
    }

    private Seed seed() {
        return Seed.of(config.whole("run.seed"));
    }

    private static Followers<Pomg> frozen(Followers<Pomg> followers) {
        return followers instanceof PpoFollowers learners ? learners.frozen() : followers;
    }

    private void episode(String name, Principal<Pomg> principal, Followers<Pomg> players) {
        int rounds = config.integer("run.rounds_per_episode");
        double welfare = 0;
        double apples = 0;
        double left = 0;
        try (Pomg worlds = society.worlds(seed().named("evaluation"))) {
            Rounds<Pomg> ring = society.ring(worlds, principal, players, seed().named("evaluation rounds"));
            for (int k = 0; k < rounds; k++) {
                Round round = ring.next();
                welfare += round.welfare() / rounds;
                apples += Arrays.stream(round.outcome().meanAmounts("apples")).sum();
                left = round.outcome().meanGauge("apples_left");
            }
        }
        figures.put("welfare_" + name, welfare);
        figures.put("apples_an_episode_" + name, apples);
        figures.put("apples_left_" + name, left);
    }
}
