package org.sed4j.examples.metagrad;

import java.util.Map;
import java.util.Optional;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Cast;
import org.sed4j.core.society.Film;
import org.sed4j.core.society.Session;

/** Tests of what players and designer have learned: episodes in worlds of their own, nobody learning or exploring. */
final class Tests {
    private static final int FRAMES = 400;

    private final Session session;
    private final Game game;
    private final int worlds;
    private final boolean charged;

    Tests(Session session, Game game, Config config) {
        this.session = session;
        this.game = game;
        this.worlds = config.integer("run.evaluation_episodes");
        this.charged = !config.text("designer.cost").equals("none");
    }

    /** The figures of at least so many episodes. */
    Map<String, Double> figures(int count, Seed seed) {
        Deeds deeds = new Deeds(game, session.society().spaces(), charged);
        Cast cast = new Cast(session.principal().frozen(), session.followers().frozen(), deeds);
        session.rounds(cast, worlds, (count + worlds - 1) / worlds, seed);
        return deeds.figures();
    }

    /** World 0 of a test, frame by frame. */
    Optional<Filmstrip> film(String title, int count, Seed seed) {
        Film film = new Film(title, FRAMES);
        session.rounds(
                new Cast(session.principal().frozen(), session.followers().frozen(), film), worlds, count, seed);
        return film.strip();
    }
}
