package org.sed4j.examples.applepicking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.harvest.HarvestPictures;

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

    private final List<Filmstrip> films = new ArrayList<>();

    private Evaluation(Config config, AppleSociety society) {
        this.config = config;
        this.society = society;
    }

    static Evaluation of(Config config, AppleSociety society) {
        Evaluation evaluation = new Evaluation(config, society);
        evaluation.all();
        return evaluation;
    }

    /** Welfare a round, apples an episode and apples left at its end, under each principal. */
    Map<String, Double> figures() {
        return figures;
    }

    /** What the first worlds looked like, under each principal. */
    List<Filmstrip> films() {
        return films;
    }

    private void all() {
        Learners baselines = new Learners(config, society.crew());
        Followers<Pomg> trained = society.followers().frozen();
        Principal<Pomg> none = baselines.fixed();
        Followers<Pomg> untrained = baselines
                .followers(society.economy(), seed().named("followers"))
                .frozen();
        episode("start", "Before learning, untaxed", none, untrained);
        episode("untaxed", "After learning, untaxed", none, trained);
        episode("random", "After learning, under random rates", baselines.random(society.economy()), trained);
        if (config.text("principal.kind").equals("ppo")) {
            episode(
                    "learned",
                    "After learning, under the learned principal",
                    society.principal().frozen(),
                    trained);
        }
    }

    private Seed seed() {
        return Seed.of(config.whole("run.seed"));
    }

    private void episode(String name, String title, Principal<Pomg> principal, Followers<Pomg> players) {
        Filmstrip strip = new Filmstrip(
                title,
                HarvestPictures.palette(config.integer("world.players")),
                config.flag("run.replay") ? config.integer("run.replay_steps") : 0);
        int rounds = config.integer("run.rounds_per_episode");
        double welfare = 0;
        double apples = 0;
        double left = 0;
        try (Pomg worlds = society.worlds(seed().named("evaluation"))) {
            Rounds<Pomg> ring = society.ring(worlds, principal, players, seed().named("evaluation rounds"))
                    .watchedBy(new Film(strip));
            for (int k = 0; k < rounds; k++) {
                Round round = ring.next();
                welfare += round.welfare() / rounds;
                apples += Arrays.stream(round.outcome().meanAmounts("apples")).sum();
                left = round.outcome().meanGauge("apples_left");
            }
        }
        films.add(strip);
        figures.put("welfare_" + name, welfare);
        figures.put("apples_an_episode_" + name, apples);
        figures.put("apples_left_" + name, left);
    }
}
