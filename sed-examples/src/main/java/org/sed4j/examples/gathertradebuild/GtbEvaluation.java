package org.sed4j.examples.gathertradebuild;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Seed;

/** What a run has come to: episodes in worlds nobody has seen, nobody learning; what economists look at, and a film. */
final class GtbEvaluation {
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final BySkill bySkill;
    private final TradeLog trades;
    private final GtbFilm film;

    private GtbEvaluation(BySkill bySkill, TradeLog trades, GtbFilm film) {
        this.bySkill = bySkill;
        this.trades = trades;
        this.film = film;
    }

    static GtbEvaluation of(GtbSociety society) {
        Config config = society.config();
        Seed seed = society.seed().named("test");
        Followers<Pomg> players = society.followers().frozen();
        try (Pomg worlds = society.worlds(config.integer("run.test_worlds"), seed.named("worlds"))) {
            GtbFilm film = new GtbFilm(
                    "After learning, " + config.text("tax.method"),
                    config.integer("run.replay_steps"),
                    society.rules());
            BySkill bySkill = new BySkill(society.rules(), worlds.spaces());
            TradeLog trades = new TradeLog();
            Round round = society.ring(worlds, society.principal().frozen(), players, seed.named("round"))
                    .watchedBy(Witness.all(List.of(film, trades, bySkill)))
                    .next();
            GtbEvaluation evaluation = new GtbEvaluation(bySkill, trades, film);
            Map<String, Double> row = GtbFigures.of(round, society, bySkill);
            for (String name : row.keySet()) {
                boolean learning = name.startsWith("player_")
                        || name.startsWith("principal_")
                        || name.equals("highest_rate_allowed");
                boolean counts = name.equals("round") || name.equals("episodes");
                if (!counts && (!learning || name.equals("player_return_mean"))) {
                    evaluation.figures.put(name, row.get(name));
                }
            }
            return evaluation;
        }
    }

    Map<String, Double> figures() {
        return figures;
    }

    /** Writes the film and the tables beside the run's metrics. */
    void write(RunFolder folder) throws IOException {
        Filmstrip.write(List.of(film.strip()), folder);
        folder.write(folder.root().resolve("by_skill.csv"), bySkill.table());
        folder.write(folder.root().resolve("trades.csv"), trades.table());
    }
}
