package org.sed4j.examples.certify;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;

/**
 * A society that plays its planned rounds, all learning, and is then measured in worlds nobody has seen: the principal learns no
 * more, the followers go on for some rounds that are not counted, and act as they have learned to in those that are.
 *
 * @param society with planned rounds
 * @param keeps whether the law of the principal's first measured round stays: for those who search anew in every round
 * @param settling rounds that are not counted, at least 0
 * @param measured rounds that are, at least 1
 * @param policy reads the choice from a round
 * @param worth what theory says a choice is worth
 */
public record LivedRing(
        Society society,
        boolean keeps,
        int settling,
        int measured,
        ToDoubleFunction<Round> policy,
        DoubleUnaryOperator worth)
        implements Claim.Ring {

    public LivedRing {
        Require.that(
                society.planned() > 0,
                "planned rounds",
                society.planned(),
                "must be at least 1",
                "planned(rounds) was left out");
        Require.atLeast(settling, 0, "rounds that are not counted");
        Require.atLeast(measured, 1, "rounds that are measured");
    }

    /** The first entry of the law, the mean over worlds and steps. */
    public static double law(Round round) {
        return round.outcome().meanDesign().get(0);
    }

    @Override
    public Claim.Finding play(Seed seed) {
        try (Session session = society.begin(seed)) {
            while (!session.ended()) {
                session.rounds().next();
            }
            return measured(session);
        }
    }

    private Claim.Finding measured(Session session) {
        Seed chance = session.seed().named("measured");
        try (Pomg worlds = society.worlds(society.worlds(), chance.named("worlds"))) {
            Principal<Pomg> leader = session.principal().frozen();
            Followers<Pomg> players = session.followers().copy();
            if (keeps) {
                leader = Principal.fixed(
                        session.ring(worlds, leader, players, chance.named("search")).next().outcome().meanDesign());
            }
            Rounds<Pomg> settle = session.ring(worlds, leader, players, chance.named("settling"));
            for (int k = 0; k < settling; k++) {
                settle.next();
            }
            Rounds<Pomg> ring = session.ring(worlds, leader, players.frozen(), chance.named("rounds"));
            double chosen = 0;
            double value = 0;
            for (int k = 0; k < measured; k++) {
                Round round = ring.next();
                chosen += policy.applyAsDouble(round) / measured;
                value += round.welfare() / measured;
            }
            return new Claim.Finding(chosen, value, worth.applyAsDouble(chosen));
        }
    }
}
