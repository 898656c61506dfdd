package org.sed4j.core.game;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Seed;

/**
 * The ring: a design game being played, round after round.
 *
 * <p>{@link #next} is the whole of paper 002's section 3, top to bottom. An episode is τ rounds; then the economy starts
 * anew from μ_0 with φ_0 in force. Within an episode each round begins in the state the last one ended in (μ_0 = Dirac at
 * s_T), and that is checked, not assumed.
 *
 * @param <E> the economies the game is played in
 */
public final class Rounds<E extends Economy> implements Checkpointed {
    private final DesignGame<E> game;
    private final Principal<E> principal;
    private final Followers<E> followers;
    private final Trials.Lab<E> lab;
    private final Schedule schedule;
    private final Seed seed;

    private E economy;
    private int number;
    private TypeMatrix types;
    private Design incumbent;
    private long lastState;
    private Optional<Election> lastElection = Optional.empty();

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
        this.incumbent = game.initial();
        Require.that(
                types.players() == economy.players(),
                "players in the type matrix",
                types.players(),
                "must be the economy's " + economy.players(),
                "the type space was made for another number of players");
    }

    /** k, the number of the round to come. */
    public int number() {
        return number;
    }

    /** The players' true types. */
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
        if (number % schedule.roundsPerEpisode() == 0) {
            economy.reset();
            incumbent = game.initial();
            lastState = economy.stateHash();
        }
        long before = continuous(lastState, "the last round ended");

        TypeMatrix reports = followers.reports(types, chance.named("reports"));
        Election election =
                game.vote().elect(new Vote(number, reports, game.objectives(), lastElection, chance.named("vote")));
        Objective objective = election.objective();

        FeasibleSet feasible = game.feasible(incumbent);
        Trials trials = lab.of(economy, followers, feasible, schedule.stepsPerRound());
        Mandate mandate = new Mandate(
                number, election, feasible, incumbent, schedule.stepsPerRound(), trials, chance.named("principal"));
        Government<E> government = principal.govern(mandate);
        Design design = feasible.require(government.design());

        economy = game.implementation().implement(design, feasible, economy);
        continuous(before, "the design was enacted");

        Outcome outcome = followers.live(economy, government, schedule.stepsPerRound(), chance.named("followers"));
        principal.learn(mandate, outcome);

        lastState = economy.stateHash();
        Round round = new Round(
                number, types, reports, election, design, outcome, objective.value(outcome), before, lastState);
        types = game.types().next(types, outcome, chance.named("types"));
        lastElection = Optional.of(election);
        incumbent = design;
        number++;
        return round;
    }

    private long continuous(long expected, String since) {
        long now = economy.stateHash();
        if (now != expected) {
            throw new IllegalStateException("The economy's state changed after " + since + " in round " + number
                    + ": its hash was " + Long.toHexString(expected) + " and is " + Long.toHexString(now)
                    + ".\nMaybe trials ran on the running economy, or implement() touched the state.");
        }
        return now;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(number);
        out.writeLong(lastState);
        Numbers.write(out, incumbent.toArray());
        out.writeBoolean(lastElection.isPresent());
        if (lastElection.isPresent()) {
            Numbers.write(out, lastElection.get().parameters());
        }
        out.writeInt(types.players());
        Numbers.write(out, types.principal());
        for (int i = 0; i < types.players(); i++) {
            Numbers.write(out, types.player(i));
        }
        economy.save(out);
        principal.save(out);
        followers.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        number = in.readInt();
        lastState = in.readLong();
        incumbent = Design.of(Numbers.read(in));
        lastElection = in.readBoolean() ? Optional.of(recalled(Numbers.read(in))) : Optional.empty();
        int players = in.readInt();
        double[] first = Numbers.read(in);
        double[][] rows = new double[players][];
        for (int i = 0; i < players; i++) {
            rows[i] = Numbers.read(in);
        }
        types = TypeMatrix.of(types.names(), first, rows);
        economy.load(in);
        principal.load(in);
        followers.load(in);
    }

    private Election recalled(double[] parameters) {
        Objective objective = game.objectives().at(parameters);
        return new Election() {
            @Override
            public Objective objective() {
                return objective;
            }

            @Override
            public double[] parameters() {
                return parameters.clone();
            }
        };
    }
}
