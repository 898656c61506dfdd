package org.sed4j.examples.gathertradebuild;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Round;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.tax.SaezCode;
import org.sed4j.examples.config.Config;
import org.sed4j.rl.ppo.PpoFollowers;
import org.sed4j.rl.principal.PpoPrincipal;

/** The test at a run's end: episodes in worlds nobody has seen, nobody learning; what economists look at, and a film. */
final class GtbTest {
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final BySkill bySkill;
    private final GtbFilm film;

    private GtbTest(BySkill bySkill, GtbFilm film) {
        this.bySkill = bySkill;
        this.film = film;
    }

    static GtbTest of(GtbSociety society) {
        Config config = society.config();
        Seed seed = society.seed().named("test");
        Followers<Pomg> players =
                society.followers() instanceof PpoFollowers learners ? learners.frozen() : society.followers();
        try (Pomg worlds = society.worlds(config.integer("run.test_worlds"), seed.named("worlds"))) {
            GtbFilm film = new GtbFilm(
                    "After learning, " + config.text("tax.method"),
                    config.integer("run.replay_steps"),
                    society.rules());
            BySkill bySkill = new BySkill(society.rules());
            Watched watched = new Watched(frozen(society.principal()), List.of(film, bySkill));
            Round round =
                    society.ring(worlds, watched, players, seed.named("round")).next();
            GtbTest test = new GtbTest(bySkill, film);
            Map<String, Double> row = GtbFigures.of(round, society);
            for (String name : row.keySet()) {
                boolean learning = name.startsWith("player_")
                        || name.startsWith("principal_")
                        || name.equals("highest_rate_allowed");
                if (!name.equals("round") && (!learning || name.equals("player_return_mean"))) {
                    test.figures.put(name, row.get(name));
                }
            }
            test.figures.putAll(bySkill.figures());
            return test;
        }
    }

    private static Principal<Pomg> frozen(Principal<Pomg> principal) {
        if (principal instanceof PpoPrincipal learned) {
            return learned.frozen();
        }
        if (principal instanceof FreeFirst late) {
            Principal<Pomg> then = late.then();
            return then instanceof Sessions sessions
                    ? sessions.frozen()
                    : then instanceof SaezCode saez ? saez.frozen() : unphased(then);
        }
        return principal;
    }

    /** A tax code with its phasing over. */
    private static Principal<Pomg> unphased(Principal<Pomg> code) {
        return code instanceof org.sed4j.envs.tax.TaxCode<Pomg> fixed
                ? new org.sed4j.envs.tax.TaxCode<>(fixed.schedule(), org.sed4j.envs.tax.Phasing.NONE)
                : code;
    }

    Map<String, Double> figures() {
        return figures;
    }

    /** Writes the film and the tables beside the run's metrics. */
    void write(RunFolder folder) throws IOException {
        if (film.frames() > 0) {
            folder.write(folder.replay(), GtbStudy.replay(film.document()));
        }
        folder.write(folder.root().resolve("by_skill.csv"), bySkill.table());
        folder.write(folder.root().resolve("trades.csv"), film.trades());
    }
}
