package org.sed4j.core.game;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Seed;

/**
 * The ring: a design game being played, round after round. The only loop in which principals and followers meet.
 *
 * <p>{@link #next} is the whole of paper 002's section 3, top to bottom. An episode is τ rounds; then the economy starts
 * anew from μ_0 with φ_0 in force. Within an episode each round begins in the state the last one ended in (μ_0 = Dirac at
 * s_T), and under the laws that were in force there: the first is checked, not assumed, and the second follows from nobody
 * having changed them.
 *
 * @param <E> the economies the game is played in
 */
public final class Rounds<E extends Economy> implements Checkpointed {
    private final DesignGame<E> game;
    private final E economy;
    private final Principal<E> principal;
    private final Followers<E> followers;
    private final Trials.Lab<E> lab;
    private final Schedule schedule;
    private final Seed seed;
    private Witness<E> witness = Witness.none();

    private int number;
    private TypeMatrix types;
    private Optional<TypeMatrix> adopted = Optional.empty();
    private long lastState;
    private Optional<Past> past = Optional.empty();

    /**
     * How long things last.
     *
     * @param stepsPerRound T, at least 1
     * @param roundsPerEpisode τ, at least 1
     */
    public record Schedule(int stepsPerRound, int roundsPerEpisode) {
        public Schedule {
            Require.atLeast(stepsPerRound, 1, "steps per round");
            Require.atLeast(roundsPerEpisode, 1, "rounds per episode");
        }
    }

    /** Sets the table; the economy is reset by the first round. */
    public Rounds(
            DesignGame<E> game,
            E economy,
            Principal<E> principal,
            Followers<E> followers,
            Trials.Lab<E> lab,
            Schedule schedule,
            Seed seed) {
        this.game = game;
        this.economy = economy;
        this.principal = principal;
        this.followers = followers;
        this.lab = lab;
        this.schedule = schedule;
        this.seed = seed;
        this.types = game.types().draw(seed.named("types"));
        Require.that(
                types.players() == economy.players(),
                "players in the type matrix",
                types.players(),
                "must be the economy's " + economy.players(),
                "the type space was made for another number of players");
    }

    /** Lets somebody look on from now on, in place of whoever did. */
    public Rounds<E> watchedBy(Witness<E> onlooker) {
        this.witness = onlooker;
        return this;
    }

    /** k, the number of the round to come. */
    public int number() {
        return number;
    }

    /** θ, the players' true types, in the round to come. */
    public TypeMatrix types() {
        return types;
    }

    /** The economy as it stands. */
    public E economy() {
        return economy;
    }

    /** Plays one round: vote, design, enact, live, learn. */
    public Round next() {
        Seed chance = seed.at(number);
        long before = begin();

        TypeMatrix reports = followers.reports(types, game.vote(), chance.named("reports"));
        Vote vote = new Vote(number, reports, game.objectives(), past, chance.named("vote"));
        Election election = game.vote().elect(vote);
        Objective objective = election.objective();
        witness.voted(vote, election);

        Design incumbent = economy.law();
        FeasibleSet feasible = game.feasible(incumbent);
        economy.admit(feasible, game.reference());
        int steps = schedule.stepsPerRound();
        Mandate mandate = new Mandate(
                number,
                election,
                reports,
                feasible,
                incumbent,
                steps,
                lab.of(economy, followers, feasible, steps),
                chance.named("principal"));
        Government<E> government = principal.govern(mandate);
        government.opening().ifPresent(design -> game.implementation().implement(design, economy));
        continuous(before, "the design was enacted");
        Design law = economy.law();
        witness.begun(mandate, economy);

        Government<E> watched = Government.watched(government, witness::stepped);
        Outcome outcome = followers.live(economy, watched, steps, chance.named("followers"));
        principal.learn(mandate, outcome);

        lastState = economy.stateHash();
        Round round =
                new Round(number, types, reports, election, law, outcome, outcome.value(objective), before, lastState);
        types = game.types().next(types, outcome, chance.named("types"));
        past = Optional.of(Past.of(round));
        number++;
        witness.ended(round);
        return round;
    }

    /** Starts an episode where one is due, and hands the economy types that have changed. The hash of the state. */
    private long begin() {
        if (number % schedule.roundsPerEpisode() == 0) {
            economy.reset();
            if (!Arrays.equals(economy.law().toFloats(), game.initial().toFloats())) {
                economy.admit(FeasibleSet.unconstrained(game.space(), game.initial()), DesignGame.Reference.INITIAL);
                economy.enact(game.initial());
            }
            lastState = economy.stateHash();
        }
        continuous(lastState, "the last round ended");
        if (!adopted.equals(Optional.of(types))) {
            economy.adopt(types);
            adopted = Optional.of(types);
        }
        return economy.stateHash();
    }

    private void continuous(long expected, String since) {
        long now = economy.stateHash();
        if (now != expected) {
            throw new IllegalStateException("The economy's state changed after " + since + " in round " + number
                    + ": its hash was " + Long.toHexString(expected) + " and is " + Long.toHexString(now)
                    + ".\nMaybe trials ran on the running economy, or implement() touched the state.");
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(number);
        out.writeLong(lastState);
        out.writeBoolean(past.isPresent());
        if (past.isPresent()) {
            past.get().save(out);
        }
        types.save(out);
        economy.save(out);
        principal.save(out);
        followers.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        number = in.readInt();
        lastState = in.readLong();
        past = in.readBoolean() ? Optional.of(Past.load(in)) : Optional.empty();
        types = types.load(in);
        adopted = Optional.empty();
        economy.load(in);
        principal.load(in);
        followers.load(in);
    }
}
