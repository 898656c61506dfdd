package org.sed4j.core.pomg.conformance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Divergence;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.PolicyImplementation;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.ForkTrials;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Seed;

/** A small society that a contract is tried in: votes take turns through the objectives, and everything lived is noted. */
final class Ring implements AutoCloseable {
    private final Pomg economy;
    private final Principal<Pomg> principal;
    private final Followers<Pomg> followers;
    private final Rounds<Pomg> rounds;
    private final List<String> lived = new ArrayList<>();
    private long laws;

    /** How rings are made: what does not differ between two that are compared. */
    record Plan(
            Supplier<? extends World> world,
            @Nullable Design initial,
            List<Objective> objectives,
            int batch,
            int steps,
            @Nullable TypeSpace types,
            Seed seed) {

        Pomg economy(int worlds, int threads) {
            Worlds made = Worlds.of(world).batch(worlds).threads(threads).seed(seed.named("worlds"));
            Pomg economy = (initial == null ? made : made.initial(initial)).build();
            economy.reset();
            return economy;
        }

        /** A ring without δ. */
        Ring ring(
                int worlds, int threads, Maker<Principal<Pomg>> principal, Function<Pomg, Followers<Pomg>> followers) {
            Pomg economy = economy(worlds, threads);
            Followers<Pomg> people = followers.apply(economy);
            return ring(
                    economy,
                    principal.of(economy, people),
                    people,
                    Divergences.L2,
                    Double.POSITIVE_INFINITY,
                    DesignGame.Reference.INITIAL);
        }

        Ring ring(
                Pomg economy,
                Principal<Pomg> principal,
                Followers<Pomg> followers,
                Divergence divergence,
                double delta,
                DesignGame.Reference reference) {
            DesignGame<Pomg> game = new DesignGame<>(
                    economy.spaces().design(),
                    PolicyImplementation.direct(),
                    economy.law(),
                    divergence,
                    delta,
                    reference,
                    types == null ? TypeChecks.uniform(economy.spaces()) : types,
                    new ObjectiveFamily.Finite(objectives),
                    vote -> new Turn(vote.objectives().at(turn(vote.round())), turn(vote.round())));
            return new Ring(this, game, economy, principal, followers);
        }

        private int turn(int round) {
            return round % objectives.size();
        }
    }

    /** Makes a part for an economy and the followers in it. */
    @FunctionalInterface
    interface Maker<P> {
        P of(Pomg economy, Followers<Pomg> followers);
    }

    private record Turn(Objective objective, int index) implements Election {
        @Override
        public double[] parameters() {
            return new double[] {index};
        }
    }

    private Ring(Plan plan, DesignGame<Pomg> game, Pomg economy, Principal<Pomg> principal, Followers<Pomg> followers) {
        this.economy = economy;
        this.principal = principal;
        this.followers = followers;
        ForkTrials lab = new ForkTrials(1, 1, Noise.SHARED, plan.seed().named("lab"));
        Rounds.Schedule schedule = new Rounds.Schedule(plan.steps(), Integer.MAX_VALUE);
        this.rounds = new Rounds<>(game, economy, principal, followers, lab, schedule, plan.seed());
        watchedBy(Witness.none());
    }

    /** Plays rounds; what was lived, round by round. */
    Ring play(int count) {
        for (int k = 0; k < count; k++) {
            laws = 0;
            Round round = rounds.next();
            lived.add("round " + round.number() + ": law " + round.design() + ", laws on the way "
                    + Long.toHexString(laws) + ", welfare " + round.welfare() + ", state "
                    + Long.toHexString(round.after()));
        }
        return this;
    }

    /** Lets somebody look on, besides the one who notes the laws. */
    Ring watchedBy(Witness<Pomg> other) {
        Witness<Pomg> notes = new Witness<>() {
            @Override
            public void stepped(Pomg asked) {
                for (int at = 0; at < asked.now().design().length(); at++) {
                    laws = 31 * laws + Float.floatToIntBits(asked.now().design().get(at));
                }
            }
        };
        rounds.watchedBy(Witness.all(List.of(notes, other)));
        return this;
    }

    List<String> lived() {
        return lived;
    }

    Pomg economy() {
        return economy;
    }

    Principal<Pomg> principal() {
        return principal;
    }

    Followers<Pomg> followers() {
        return followers;
    }

    /** Where two rings first differ in what was lived; empty if nowhere. */
    String difference(Ring other) {
        for (int k = 0; k < lived.size(); k++) {
            if (!lived.get(k).equals(other.lived.get(k))) {
                return "\n  " + lived.get(k) + "\n  " + other.lived.get(k);
            }
        }
        return "";
    }

    byte[] saved() {
        return saved(rounds);
    }

    void load(byte[] bytes) {
        try {
            rounds.load(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException problem) {
            throw new AssertionError("A checkpoint cannot be loaded: " + problem.getMessage(), problem);
        }
    }

    /** What somebody saves. */
    static byte[] saved(Checkpointed somebody) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            somebody.save(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new IllegalStateException("memory takes every byte", impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        economy.close();
    }
}
