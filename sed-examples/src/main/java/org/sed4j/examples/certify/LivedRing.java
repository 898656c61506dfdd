package org.sed4j.examples.certify;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.sed4j.core.game.Design;
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
 * more, followers have some rounds to settle, and act as they have learned to in those that count.
 *
 * @param society with planned rounds
 * @param keeps whether the law of the principal's first round in the new worlds, the mean over them, is in force from then on: what
 *     it has come to, without its exploration or another search in every round
 * @param settling the last of the planned rounds, in which the principal learns no more, at least 0
 * @param measured rounds that count, at least 1
 * @param anew a society under a law in which followers begin anew and settle over its planned rounds, if these do not go on: for
 *     those who forget between rounds
 * @param policy reads the choice from a round
 * @param worth what theory says a choice is worth
 */
public record LivedRing(
        Society society,
        boolean keeps,
        int settling,
        int measured,
        Optional<Function<Design, Society>> anew,
        ToDoubleFunction<Round> policy,
        DoubleUnaryOperator worth)
        implements Claim.Ring {

    public LivedRing {
        Require.within(settling, 0, society.planned() - 1, "rounds in which the principal learns no more");
        Require.atLeast(measured, 1, "rounds that are measured");
    }

    /** The first entry of the law, the mean over worlds and steps. */
    public static double law(Round round) {
        return round.outcome().meanDesign().get(0);
    }

    @Override
    public Claim.Finding play(Seed seed) {
        try (Session session = society.begin(seed)) {
            while (session.number() < society.planned() - settling) {
                session.rounds().next();
            }
            return settled(session);
        }
    }

    private Claim.Finding settled(Session session) {
        Seed chance = session.seed().named("measured");
        try (Pomg worlds = society.worlds(society.worlds(), chance.named("worlds"))) {
            Principal<Pomg> leader = session.principal().frozen();
            Followers<Pomg> players = session.followers().copy();
            if (keeps) {
                Design law = session.ring(worlds, leader, players, chance.named("law"))
                        .next()
                        .outcome()
                        .meanDesign();
                if (anew.isPresent()) {
                    return begun(anew.get().apply(law), chance.named("anew"));
                }
                leader = Principal.fixed(law);
            }
            Rounds<Pomg> ring = session.ring(worlds, leader, players, chance.named("settling"));
            for (int k = 0; k < settling; k++) {
                ring.next();
            }
            return counted(session.ring(worlds, leader, players.frozen(), chance.named("rounds")));
        }
    }

    private Claim.Finding begun(Society under, Seed seed) {
        try (Session session = under.begin(seed)) {
            while (!session.ended()) {
                session.rounds().next();
            }
            Seed chance = seed.named("measured");
            try (Pomg worlds = under.worlds(under.worlds(), chance.named("worlds"))) {
                return counted(session.ring(
                        worlds, session.principal(), session.followers().frozen(), chance.named("rounds")));
            }
        }
    }

    private Claim.Finding counted(Rounds<Pomg> ring) {
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
