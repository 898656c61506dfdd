package org.sed4j.rl.policygradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;

/**
 * A population as followers: a round is a window of the episodes of every world, and they learn from the last one when the next
 * begins.
 *
 * <p>A designer that differentiates their learning finds here what it needs: the episode they learned from, from which states, and
 * the episode that they played after it.
 */
public final class EpisodicFollowers implements Followers<Pomg> {
    private final Maker maker;
    private final Exploration exploration;
    private final boolean whole;
    private Population population;
    private Trajectory latest;
    private Trajectory before;
    private List<LearnerState> start;
    private long episodes;
    private boolean unlearned;

    /** Makes these players anew, alike every time. */
    @FunctionalInterface
    public interface Maker {
        /**
         * A population of them.
         *
         * @param batch B, worlds that it plays in
         * @param slots the most steps of a round
         */
        Population of(int batch, int slots);
    }

    /**
     * @param maker makes the players
     * @param batch B, worlds that they learn in
     * @param slots the most steps of a round
     * @param exploration ε by round
     */
    public EpisodicFollowers(Maker maker, int batch, int slots, Exploration exploration) {
        this(maker, batch, slots, exploration, false);
    }

    /**
     * The same.
     *
     * @param whole whether a round is one episode: it ends when every world has ended once, and what those do in it that ended
     *     before is not learned from
     */
    public EpisodicFollowers(Maker maker, int batch, int slots, Exploration exploration, boolean whole) {
        this.maker = maker;
        this.exploration = exploration;
        this.whole = whole;
        this.population = maker.of(batch, slots);
        this.latest = population.trajectory();
        this.before = population.trajectory();
        this.start = population.states();
    }

    /** What a principal that differentiates learning says of followers whose learning has no derivative. */
    public static Optional<String> objection(FollowersPart followers) {
        return followers.differentiable()
                ? Optional.empty()
                : Optional.of("it looks into how players learn, and followers (" + followers.name()
                        + ") cannot be differentiated; policy-gradient can, and ppo or dual-rl govern any followers.");
    }

    /**
     * Followers as those that a designer needs who looks into how they learn.
     *
     * @param principal who needs them, in a message
     * @throws IllegalArgumentException if they are of another kind
     */
    public static EpisodicFollowers required(Followers<Pomg> followers, String principal) {
        if (followers instanceof EpisodicFollowers episodic) {
            return episodic;
        }
        throw new IllegalArgumentException(
                "followers (" + followers.getClass().getSimpleName()
                        + ") must learn by policy gradient from whole rounds, as EpisodicFollowers do, for the principal "
                        + principal
                        + ", which looks into how they learn.\nMaybe ppo or dual-rl, which fit any followers, are what is wanted.");
    }

    /** Who they are. */
    public Population population() {
        return population;
    }

    /** Episodes that every world has lived. */
    public long episodes() {
        return episodes;
    }

    /** τ̂: the episode that was played last, by players who have learned from {@link #before}. */
    public Trajectory latest() {
        return latest;
    }

    /** τ: the episode before that; empty until two were played. */
    public Trajectory before() {
        return before;
    }

    /** What they knew when they began to learn from {@link #before}. */
    public List<LearnerState> start() {
        return start;
    }

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        start = population.states();
        learn(population);
        if (economy.batch() != population.batch()) {
            moveTo(economy.batch());
        }
        Trajectory spare = before;
        before = latest;
        latest = spare;
        Episodes play = new Episodes(economy, population, seed.named("acts"));
        double random = exploration.at(episodes);
        Outcome outcome = whole ? play.play(government, random, latest) : play.live(government, random, steps, latest);
        episodes++;
        unlearned = true;
        return outcome;
    }

    /** What was lived last is not learned from. */
    public void disregard() {
        unlearned = false;
    }

    /** Copies may live in fewer worlds, or more: what they saw elsewhere has been learned from. */
    private void moveTo(int batch) {
        List<LearnerState> known = population.states();
        population = maker.of(batch, population.slots());
        population.become(known);
        latest = population.trajectory();
        before = population.trajectory();
    }

    /** The lesson of the latest episode, if there is one. */
    private void learn(Population learner) {
        if (unlearned) {
            learner.become(population.updated(population.states(), latest, Population.paid(latest)));
        }
    }

    @Override
    public EpisodicFollowers copy() {
        EpisodicFollowers copy =
                new EpisodicFollowers(maker, population.batch(), population.slots(), exploration, whole);
        copy.population.become(population.states());
        learn(copy.population);
        copy.episodes = episodes;
        return copy;
    }

    /** Followers who act as these have learned to, without exploration, and do not learn. */
    @Override
    public Followers<Pomg> frozen() {
        return new Frozen(maker, population.states(), whole);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(episodes);
        out.writeBoolean(unlearned);
        population.save(out);
        latest.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        episodes = in.readLong();
        unlearned = in.readBoolean();
        population.load(in);
        latest.load(in);
    }

    private record Frozen(Maker maker, List<LearnerState> states, boolean whole) implements Followers<Pomg> {
        @Override
        public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
            Population twins = maker.of(economy.batch(), 1);
            twins.become(states);
            Actors actors = new Actors(twins, seed.named("acts"));
            return Loop.play(economy, actors, government, steps, () -> whole && actors.over());
        }

        @Override
        public Followers<Pomg> copy() {
            return this;
        }

        @Override
        public Followers<Pomg> frozen() {
            return this;
        }

        @Override
        public boolean learns() {
            return false;
        }
    }
}
