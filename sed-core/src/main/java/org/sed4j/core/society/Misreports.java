package org.sed4j.core.society;

import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;

/**
 * A meter of incentive compatibility for any rule in any society: the most that one voter gains by reporting what is not its type,
 * all others reporting theirs, in worlds that share all chance.
 *
 * <p>Every question is a round in worlds of the session's society, begun from one seed, under the principal as it is and followers
 * as they are, who learn nothing on the way: worlds differ by the report alone. Where all reports that there are were tried, the
 * gain is exact for these worlds; where only some were, it is at least that.
 *
 * @param gain the greatest gain, 0 if truth is best among what was tried
 * @param exact whether all reports were tried
 * @param voter who gains it, -1 if nobody does
 * @param report what it says then
 * @param tried how many misreports
 * @paper 002, Definition 2.5
 */
public record Misreports(double gain, boolean exact, int voter, double report, int tried) {

    /** What a round is worth to a player. */
    @FunctionalInterface
    public interface Worth {
        /** Its worth to player i, whose true type is in θ. */
        double of(int player, TypeMatrix truth, Round round);
    }

    /** The measure of an outcome that a player got, averaged over worlds. */
    public static Worth amount(String measure) {
        return (player, truth, round) -> round.outcome().meanAmounts(measure)[player];
    }

    /** What a voter with single-peaked preferences has of what was elected: 1 - |parameter - type|. */
    public static Worth nearness(String column) {
        return (player, truth, round) -> 1 - Math.abs(round.election().parameters()[0] - truth.get(player, column));
    }

    /**
     * Measures a session, which is left as it is.
     *
     * @param column of types that is reported
     * @param reports that are tried by every voter
     * @param all whether these are all reports that there are
     * @param worth what a round is worth to a voter
     */
    public static Misreports of(Session session, String column, List<Double> reports, boolean all, Worth worth) {
        Require.atLeast(reports.size(), 1, "reports to try");
        Round honest = round(session, Optional.empty());
        TypeMatrix truth = honest.types();
        int at = truth.names().indexOf(column);
        Require.that(at >= 0, "type column", column, "must be one of " + truth.names(), "it is spelled otherwise");
        Misreports best = new Misreports(0, all, -1, Double.NaN, 0);
        int tried = 0;
        for (int i = 0; i < truth.players(); i++) {
            double sincere = worth.of(i, truth, honest);
            for (double report : reports) {
                double[] row = truth.player(i);
                if (row[at] == report) {
                    continue;
                }
                row[at] = report;
                tried++;
                double gain = worth.of(i, truth, round(session, Optional.of(truth.withPlayer(i, row)))) - sincere;
                if (gain > best.gain) {
                    best = new Misreports(gain, all, i, report, 0);
                }
            }
        }
        return new Misreports(best.gain, all, best.voter, best.report, tried);
    }

    private static Round round(Session session, Optional<TypeMatrix> told) {
        Seed seed = session.seed().named("misreports");
        Society society = session.society();
        try (Pomg worlds = society.worlds(society.worlds(), seed.named("worlds"))) {
            Followers<Pomg> players = new Told(session.followers().frozen(), told);
            return session.ring(worlds, session.principal().frozen(), players, seed.named("round"))
                    .next();
        }
    }

    /** Such as "gain = 0.25" where it is exact, "gain >= 0.25" where it was searched. */
    @Override
    public String toString() {
        return "gain " + (exact ? "= " : ">= ") + gain
                + (voter < 0 ? "" : " of voter " + voter + " who reports " + report) + ", " + tried
                + " misreports tried";
    }

    /** Followers who report what they are told, the truth if nothing. */
    private record Told(Followers<Pomg> inner, Optional<TypeMatrix> told) implements Followers<Pomg> {
        @Override
        public TypeMatrix reports(TypeMatrix truth, VotingMechanism vote, Seed seed) {
            return told.orElse(truth);
        }

        @Override
        public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
            return inner.live(economy, government, steps, seed);
        }

        @Override
        public Followers<Pomg> copy() {
            return new Told(inner.copy(), told);
        }

        @Override
        public Followers<Pomg> frozen() {
            return new Told(inner.frozen(), told);
        }

        @Override
        public boolean learns() {
            return inner.learns();
        }
    }
}
