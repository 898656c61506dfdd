package org.sed4j.core.society;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Growing;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.Turns;

/** A society that has begun: its worlds, its principal and its followers, and the ring to be turned. */
public final class Session implements Turns, AutoCloseable {
    private final Society society;
    private final Seed seed;
    private final Crew crew;
    private final Pomg economy;
    private final Followers<Pomg> followers;
    private final Principal<Pomg> principal;
    private final Rounds<Pomg> rounds;
    private final RowMaker rows;
    private final List<Witness<? super Pomg>> witnesses = new ArrayList<>();
    private final List<RoundLog> logs = new ArrayList<>();
    private @Nullable Round last;

    Session(Society society, Seed seed) {
        this.society = society;
        this.seed = seed;
        this.crew = Crew.of(society.threads());
        this.economy = society.worlds(society.worlds(), seed.named("worlds"));
        Setting setting = society.setting(crew);
        this.followers = society.followers().make(setting, economy, seed.named("followers"));
        this.principal = society.principal().make(setting, economy, followers, seed.named("principal"));
        this.rounds = ring(economy, principal, followers, seed.named("rounds"));
        this.rows = society.rows().apply(this);
    }

    /** The same game, to be played by others or elsewhere. */
    public Rounds<Pomg> ring(Pomg worlds, Principal<Pomg> leader, Followers<Pomg> players, Seed chance) {
        return new Rounds<>(
                society.game(),
                worlds,
                leader,
                players,
                society.lab(worlds.batch(), chance.named("trials")),
                society.schedule(),
                chance);
    }

    /** Lets somebody look on, beside whoever does already. */
    public Session watchedBy(Witness<? super Pomg> witness) {
        witnesses.add(witness);
        rounds.watchedBy(Witness.all(witnesses));
        return this;
    }

    /**
     * An episode of the same game elsewhere, which this session does not notice.
     *
     * @param cast who plays it
     * @param worlds how many, lived side by side
     * @param where the worlds' chance
     * @param chance everything else's
     * @return its rounds
     */
    public List<Round> episode(Cast cast, int worlds, Seed where, Seed chance) {
        return rounds(cast, worlds, society.schedule().roundsPerEpisode(), where, chance);
    }

    /** So many rounds of it elsewhere, from one seed. */
    public List<Round> rounds(Cast cast, int worlds, int count, Seed seed) {
        return rounds(cast, worlds, count, seed.named("worlds"), seed.named("rounds"));
    }

    private List<Round> rounds(Cast cast, int worlds, int count, Seed where, Seed chance) {
        List<Round> played = new ArrayList<>();
        try (Pomg elsewhere = society.worlds(worlds, where)) {
            Rounds<Pomg> ring =
                    ring(elsewhere, cast.principal(), cast.followers(), chance).watchedBy(cast.witness());
            while (played.size() < count) {
                played.add(ring.next());
            }
        }
        return played;
    }

    /** Followers as these were before they learned anything. */
    public Followers<Pomg> untaught() {
        return society.followers().make(society.setting(crew), economy, seed.named("followers"));
    }

    /** Keeps something of every round beside the table, and closes it when the session is closed. */
    public Session keeping(RoundLog log) {
        logs.add(log);
        return this;
    }

    /** What was begun. */
    public Society society() {
        return society;
    }

    /** The worlds as they stand. */
    public Pomg economy() {
        return economy;
    }

    /** Who governs. */
    public Principal<Pomg> principal() {
        return principal;
    }

    /** Who lives there. */
    public Followers<Pomg> followers() {
        return followers;
    }

    /** The ring. */
    public Rounds<Pomg> rounds() {
        return rounds;
    }

    /** Where everything's chance comes from. */
    public Seed seed() {
        return seed;
    }

    /** How many rounds were played. */
    @Override
    public long number() {
        return rounds.number();
    }

    /** Whether as many rounds were played as were planned; never, if nobody knows how many. */
    @Override
    public boolean ended() {
        return society.planned() > 0 && number() >= society.planned();
    }

    /** Agent steps so far: rounds · T · B · n. */
    @Override
    public long done() {
        return number() * agentStepsPerRound();
    }

    /** Agent steps in all. */
    @Override
    public long of() {
        return Math.max(number(), society.planned()) * agentStepsPerRound();
    }

    private long agentStepsPerRound() {
        return (long) society.schedule().stepsPerRound()
                * society.worlds()
                * society.spaces().players();
    }

    /** Plays a round and gives its row. */
    @Override
    public Map<String, Double> next() {
        Round round = rounds.next();
        last = round;
        return rows.row(round, this);
    }

    @Override
    public List<Growing> logs() {
        return List.copyOf(logs);
    }

    @Override
    public void log() throws IOException {
        for (RoundLog log : logs) {
            log.append(Objects.requireNonNull(last));
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        rounds.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        rounds.load(in);
    }

    @Override
    public void close() {
        economy.close();
        crew.close();
        for (RoundLog log : logs) {
            log.close();
        }
    }
}
