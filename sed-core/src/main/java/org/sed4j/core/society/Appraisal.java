package org.sed4j.core.society;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.run.Seed;

/**
 * What a session has come to: one episode in worlds nobody has seen, nobody learning, under the principal as it is, under no
 * government, and under constant designs. The same draws for all.
 *
 * <p>Followers are those that learned under the principal, so that a constant design is judged by people who are not used to
 * it: for what they would learn under it, run a society with a fixed principal.
 */
public final class Appraisal {
    /** Shares of the way from the low to the high bound at which constant designs stand. */
    private static final double[] SHARES = {0.25, 0.5, 0.75, 1};

    private final Session session;
    private final int frames;
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<Filmstrip> films = new ArrayList<>();

    private Appraisal(Session session, int frames) {
        this.session = session;
        this.frames = frames;
    }

    /**
     * Appraises a session, which is left as it is.
     *
     * @param frames most frames of each film; 0 for none
     */
    public static Appraisal of(Session session, int frames) {
        Appraisal appraisal = new Appraisal(session, frames);
        appraisal.all();
        return appraisal;
    }

    /** By name: welfare a round and the gauges at the end, under each; then the best constant's welfare. NaN where undefined. */
    public Map<String, Double> figures() {
        return new LinkedHashMap<>(figures);
    }

    /** What world 0 looked like under the principal and without one; empty if worlds are not pictured. */
    public List<Filmstrip> films() {
        return List.copyOf(films);
    }

    private void all() {
        Followers<Pomg> followers = session.followers().frozen();
        episode("governed", "Under the principal", session.principal().frozen(), followers, true);
        episode("ungoverned", "Without a government", Principal.idle(), followers, true);
        double best = welfare("ungoverned");
        for (double share : SHARES) {
            Optional<Design> design = constant(share);
            if (design.isPresent()) {
                String name = "constant_" + share;
                episode(name, name, Principal.fixed(design.get()), followers, false);
                double found = welfare(name);
                best = Double.isNaN(best) ? found : Double.isNaN(found) ? best : Math.max(best, found);
            }
        }
        figures.put("welfare_best_constant", best);
    }

    private double welfare(String name) {
        return figures.getOrDefault("welfare_" + name, Double.NaN);
    }

    private Optional<Design> constant(double share) {
        if (!(session.society().spaces().design() instanceof DesignSpace.Box box) || box.dimension() == 0) {
            return Optional.empty();
        }
        double[] values = new double[box.dimension()];
        for (int j = 0; j < values.length; j++) {
            values[j] =
                    box.low().get(j) + share * (box.high().get(j) - box.low().get(j));
            if (!Double.isFinite(values[j])) {
                return Optional.empty();
            }
        }
        return Optional.of(Design.of(values));
    }

    private void episode(
            String name, String title, Principal<Pomg> principal, Followers<Pomg> followers, boolean filmed) {
        Society society = session.society();
        Seed seed = session.seed().named("appraisal");
        int rounds = society.schedule().roundsPerEpisode();
        double welfare = 0;
        try (Pomg worlds = society.worlds(society.worlds(), seed.named("worlds"))) {
            Film film = new Film(title, filmed ? frames : 0);
            Rounds<Pomg> ring = session.ring(worlds, principal, followers, seed.named("rounds"))
                    .watchedBy(Witness.all(List.of(film)));
            for (int k = 0; k < rounds; k++) {
                Round round = ring.next();
                welfare += round.welfare() / rounds;
                for (String gauge : round.outcome().gauges()) {
                    figures.put(gauge + "_" + name, round.outcome().meanGauge(gauge));
                }
            }
            film.strip().ifPresent(films::add);
        }
        figures.put("welfare_" + name, welfare);
    }
}
