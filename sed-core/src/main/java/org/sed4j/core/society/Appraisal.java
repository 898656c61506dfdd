package org.sed4j.core.society;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Round;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.run.Seed;

/**
 * What a session has come to: episodes in worlds nobody has seen, nobody learning, the same draws for all of them.
 *
 * <p>{@link #of} is the usual one: under the principal as it is, under no government, and under constant designs. Followers are
 * those that learned under the principal, so that a constant design is judged by people who are not used to it: for what they
 * would learn under it, run a society with a fixed principal. {@link #begin} is for others.
 */
public final class Appraisal {
    /** Shares of the way from the low to the high bound at which constant designs stand. */
    private static final double[] SHARES = {0.25, 0.5, 0.75, 1};

    private static final String GOVERNED = "governed";

    private final Session session;
    private final Seed where;
    private final Seed chance;
    private final int frames;
    private final Map<String, String> totals = new LinkedHashMap<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<Filmstrip> films = new ArrayList<>();

    /** What theory says of the economy, if it is asked. */
    private Optional<Truth> truth = Optional.empty();

    private Appraisal(Session session, int frames, Seed where, Seed chance) {
        this.session = session;
        this.frames = frames;
        this.where = where;
        this.chance = chance;
    }

    /**
     * Appraises a session, which is left as it is.
     *
     * @param frames most frames of each film; 0 for none
     */
    public static Appraisal of(Session session, int frames) {
        return of(session, frames, Optional.empty());
    }

    /**
     * The same beside what theory says: the exact welfare of the objectives that were elected, and by which share of it the
     * principal falls short.
     *
     * @param truth of the economy, if theory has an exact answer
     */
    public static Appraisal of(Session session, int frames, Optional<Truth> truth) {
        Seed seed = session.seed().named("appraisal");
        Appraisal appraisal = begin(session, frames, seed.named("worlds"), seed.named("rounds"));
        appraisal.truth = truth;
        appraisal.usual();
        return appraisal;
    }

    /**
     * An appraisal of which nothing was played yet.
     *
     * @param frames most frames of each film; 0 for none
     * @param where chance of the worlds
     * @param chance of everything else
     */
    public static Appraisal begin(Session session, int frames, Seed where, Seed chance) {
        return new Appraisal(session, frames, where, chance);
    }

    /** From now on a measure's sum over players and rounds is a figure too, under that name. */
    public Appraisal totalling(String measure, String name) {
        totals.put(measure, name);
        return this;
    }

    /** By name: welfare a round and the gauges at the end, of each episode; then, if it is the usual one, the best constant's; NaN if undefined. */
    public Map<String, Double> figures() {
        return new LinkedHashMap<>(figures);
    }

    /** What world 0 looked like in the episodes that were filmed; empty if worlds are not pictured. */
    public List<Filmstrip> films() {
        return List.copyOf(films);
    }

    private void usual() {
        Followers<Pomg> followers = session.followers().frozen();
        filmed(GOVERNED, "Under the principal", session.principal().frozen(), followers);
        filmed("ungoverned", "Without a government", Principal.idle(), followers);
        double best = welfare("ungoverned");
        for (double share : SHARES) {
            Optional<Design> design = constant(share);
            if (design.isPresent()) {
                String name = "constant_" + share;
                episode(name, Principal.fixed(design.get()), followers, new Film(name, 0));
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

    /**
     * One episode more, filmed.
     *
     * @param name ends the names of its figures
     * @param title of its film
     */
    public Appraisal filmed(String name, String title, Principal<Pomg> principal, Followers<Pomg> followers) {
        Film film = new Film(title, frames);
        episode(name, principal, followers, film);
        film.strip().ifPresent(films::add);
        return this;
    }

    private void episode(String name, Principal<Pomg> principal, Followers<Pomg> followers, Film film) {
        int worlds = session.society().worlds();
        List<Round> rounds = session.episode(new Cast(principal, followers, film), worlds, where, chance);
        double welfare = 0;
        double exact = 0;
        for (Round round : rounds) {
            welfare += round.welfare() / rounds.size();
            exact += exact(round) / rounds.size();
        }
        figures.put("welfare_" + name, welfare);
        if (name.equals(GOVERNED) && Double.isFinite(exact)) {
            figures.put("welfare_exact", exact);
            figures.put("gap_to_exact", (exact - welfare) / Math.abs(exact));
        }
        totals.forEach((measure, total) -> figures.put(total + "_" + name, total(rounds, measure)));
        Round last = rounds.get(rounds.size() - 1);
        for (String gauge : last.outcome().gauges()) {
            figures.put(gauge + "_" + name, last.outcome().meanGauge(gauge));
        }
    }

    private static double total(List<Round> rounds, String measure) {
        double total = 0;
        for (Round round : rounds) {
            total += Arrays.stream(round.outcome().meanAmounts(measure)).sum();
        }
        return total;
    }

    /** What theory says could be had of the objective that was elected; NaN where it is silent. */
    private double exact(Round round) {
        double steps = session.society().schedule().stepsPerRound();
        return truth.flatMap(theory ->
                        theory.best(round.election().objective()).map(best -> best.value() * steps / theory.steps()))
                .orElse(Double.NaN);
    }
}
