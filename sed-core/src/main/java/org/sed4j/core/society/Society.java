package org.sed4j.core.society;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Divergence;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.PolicyImplementation;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.Trials;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.ForkTrials;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.report.Legend;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.NativeThreads;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;

/**
 * A society: an economy, what it votes over and how, who governs, who lives there, and for how long. Immutable; begun as
 * often as one likes, each time from a seed.
 *
 * <pre>{@code
 * Society society = Society.of(CustomGoods::new)
 *         .types(TypeSpace.uniform(4, "selfishness"))
 *         .vote(Votes.parse("schulze", "selfishness"))
 *         .principal(Principals.ppo())
 *         .followers(Populations.ppo())
 *         .rounds(100, 10)
 *         .worlds(64)
 *         .build();
 * try (Session session = society.begin(Seed.of(1))) {
 *     session.next();
 * }
 * }</pre>
 *
 * <p>Every part has a default: types uniform on [0, 1], the family {η Σ + (1 - η) min} over rewards, η fixed at 1, a
 * principal that leaves the law alone, players who act at random, 100 steps a round, 10 rounds an episode, one world.
 */
public final class Society {
    private final Builder told;
    private final Spaces spaces;
    private final boolean settles;
    private final boolean asks;
    private final DesignGame<Pomg> game;

    private Society(Builder builder) {
        this.told = new Builder(builder);
        World probe = told.maker.get();
        this.spaces = probe.spaces();
        this.settles = probe instanceof Settlement;
        this.asks = asks(probe);
        this.game = new DesignGame<>(
                spaces.design(),
                PolicyImplementation.direct(),
                initial(),
                told.divergence,
                told.delta,
                told.reference,
                told.types == null ? drawn(spaces) : told.types,
                told.objectives,
                told.vote == null ? unvoted(told.objectives) : told.vote);
        Fit.check(this);
    }

    /** Without a vote: the first of a list of objectives, or parameters of 1, as utilitarian as a mix can be. */
    private static VotingMechanism unvoted(ObjectiveFamily objectives) {
        double[] parameters = new double[objectives.parameters().size()];
        Arrays.fill(parameters, objectives instanceof ObjectiveFamily.Finite ? 0 : 1);
        return VotingMechanism.always(parameters);
    }

    /** Whether a world says when its principal decides. */
    private static boolean asks(World world) {
        try {
            return world.getClass().getMethod("due").getDeclaringClass() != World.class;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible); // the interface has it
        }
    }

    private Design initial() {
        if (told.initial != null) {
            return told.initial;
        }
        try (Pomg one = Worlds.of(told.maker).build()) {
            one.reset();
            return one.law();
        }
    }

    private static TypeSpace drawn(Spaces spaces) {
        String[] names = spaces.types().isEmpty()
                ? new String[] {"weight"}
                : spaces.types().toArray(new String[0]);
        return TypeSpace.uniform(spaces.players(), names);
    }

    /**
     * Starts describing a society.
     *
     * @param maker gives a new world of its economy at each call, all configured alike and sharing no state
     */
    public static Builder of(Supplier<? extends World> maker) {
        return new Builder(maker);
    }

    /** The tuple that is played. */
    public DesignGame<Pomg> game() {
        return game;
    }

    /** Shapes and names of its economy. */
    public Spaces spaces() {
        return spaces;
    }

    /** T and τ. */
    public Rounds.Schedule schedule() {
        return told.schedule;
    }

    /** How many rounds are planned; 0 if nobody knows. */
    public long planned() {
        return told.planned;
    }

    /** B. */
    public int worlds() {
        return told.worlds;
    }

    /** What can be said in words of its run from a seed, as YAML: what a run folder holds, and compares. */
    String description(Seed seed) {
        return "# a society put together in code\n"
                + "society:\n  players: " + spaces.players()
                + "\n  design: " + spaces.design().names()
                + "\n  elects_first: " + elected(seed.named("rounds")).name()
                + "\n  initial: " + game.initial()
                + "\n  delta: " + game.delta()
                + "\n  principal: " + told.principal.name()
                + "\n  followers: " + told.followers.name()
                + "\n  steps_per_round: " + told.schedule.stepsPerRound()
                + "\n  rounds_per_episode: " + told.schedule.roundsPerEpisode()
                + "\n  rounds: " + told.planned
                + "\n  worlds: " + told.worlds + "\n";
    }

    /** What the numbers of its standard rows mean, for a report. */
    public Legend legend(String title) {
        return StandardLegend.of(this, title);
    }

    PrincipalPart principal() {
        return told.principal;
    }

    FollowersPart followers() {
        return told.followers;
    }

    Function<Session, RowMaker> rows() {
        return told.rows;
    }

    /** What its parts are made for, with these threads: who makes a part by hand, for a contract test say, asks it here. */
    public Setting setting(Crew crew) {
        return new Setting(spaces, settles, asks, game, told.schedule, told.worlds, told.planned, crew);
    }

    /** A batch of its worlds with chance of their own, not yet reset; the caller closes it. */
    public Pomg worlds(int batch, Seed chance) {
        return Worlds.of(told.maker)
                .batch(batch)
                .seed(chance)
                .threads(told.threads)
                .backend(told.backend)
                .initial(game.initial())
                .build();
    }

    /** How its principals try designs. */
    Trials.Lab<Pomg> lab(int batch, Seed chance) {
        return new ForkTrials(Math.min(told.trialWorlds, batch), told.trialCopies, told.trialNoise, chance);
    }

    int threads() {
        return told.threads;
    }

    /** Begins: worlds, principal and followers are made, and nobody has lived a step. The caller closes it. */
    public Session begin(Seed seed) {
        NativeThreads.single();
        return new Session(this, seed);
    }

    /** The election that would be held over types drawn by this seed: for looking at a vote before anybody is governed. */
    public Objective elected(Seed seed) {
        TypeMatrix types = game.types().draw(seed.named("types"));
        return game.vote()
                .elect(new Vote(0, types, game.objectives(), Optional.empty(), seed.named("vote")))
                .objective();
    }

    /** Collects the parts of a society. Not kept by what it builds. */
    public static final class Builder {
        private final Supplier<? extends World> maker;
        private @Nullable Design initial;
        private Divergence divergence = Divergences.L2;
        private double delta = Double.POSITIVE_INFINITY;
        private DesignGame.Reference reference = DesignGame.Reference.INITIAL;
        private @Nullable TypeSpace types;
        private ObjectiveFamily objectives = Welfare.mixes(Outcome.REWARD);
        private @Nullable VotingMechanism vote;
        private PrincipalPart principal = PrincipalPart.of("idle", Principal.idle());
        private FollowersPart followers = FollowersPart.of("random", new RandomFollowers());
        private Rounds.Schedule schedule = new Rounds.Schedule(100, 10);
        private long planned;
        private int worlds = 1;
        private int threads = 1;
        private Backend backend = Backend.JVM;
        private int trialWorlds = 1;
        private int trialCopies = 1;
        private Noise trialNoise = Noise.SHARED;
        private Function<Session, RowMaker> rows = session -> RowMaker.standard();

        private Builder(Supplier<? extends World> maker) {
            this.maker = maker;
        }

        private Builder(Builder other) {
            this.maker = other.maker;
            this.initial = other.initial;
            this.divergence = other.divergence;
            this.delta = other.delta;
            this.reference = other.reference;
            this.types = other.types;
            this.objectives = other.objectives;
            this.vote = other.vote;
            this.principal = other.principal;
            this.followers = other.followers;
            this.schedule = other.schedule;
            this.planned = other.planned;
            this.worlds = other.worlds;
            this.threads = other.threads;
            this.backend = other.backend;
            this.trialWorlds = other.trialWorlds;
            this.trialCopies = other.trialCopies;
            this.trialNoise = other.trialNoise;
            this.rows = other.rows;
        }

        /** Θ. */
        public Builder types(TypeSpace space) {
            this.types = space;
            return this;
        }

        /** O, what is voted over. */
        public Builder objectives(ObjectiveFamily family) {
            this.objectives = family;
            return this;
        }

        /** f; if none is given, the first of a list of objectives is pursued, or the most utilitarian of a mix. */
        public Builder vote(VotingMechanism mechanism) {
            this.vote = mechanism;
            return this;
        }

        /** Who governs. */
        public Builder principal(PrincipalPart part) {
            this.principal = part;
            return this;
        }

        /** Who governs: one that needs no making. */
        public Builder principal(String name, Principal<Pomg> made) {
            return principal(PrincipalPart.of(name, made));
        }

        /** Who lives there. */
        public Builder followers(FollowersPart part) {
            this.followers = part;
            return this;
        }

        /** φ_0, in force when an episode begins; zeros, or the nearest there is in Φ, if not said. */
        public Builder initial(Design design) {
            this.initial = design;
            return this;
        }

        /** D, δ, and from where reform is measured. */
        public Builder limit(Divergence measure, double most, DesignGame.Reference from) {
            this.divergence = measure;
            this.delta = most;
            this.reference = from;
            return this;
        }

        /**
         * T and τ.
         *
         * @param steps in a round, at least 1
         * @param perEpisode rounds after which worlds start anew, at least 1
         */
        public Builder rounds(int steps, int perEpisode) {
            this.schedule = new Rounds.Schedule(steps, perEpisode);
            return this;
        }

        /** How many rounds are planned, for whatever is annealed over them; 0 if nobody knows. */
        public Builder planned(long rounds) {
            Require.that(rounds >= 0, "planned rounds", rounds, "must be at least 0", "0 means that nobody knows");
            this.planned = rounds;
            return this;
        }

        /** B, how many worlds are lived side by side under one vote, at least 1. */
        public Builder worlds(int batch) {
            this.worlds = Require.atLeast(batch, 1, "worlds");
            return this;
        }

        /** Threads of worlds and learners, at least 1; results do not depend on it. */
        public Builder threads(int count) {
            this.threads = Require.atLeast(count, 1, "threads");
            return this;
        }

        /** What worlds run on; results do not depend on it. */
        public Builder backend(Backend choice) {
            this.backend = choice;
            return this;
        }

        /**
         * How principals try designs: in forks of the first worlds, each so often, with the chance that will come or another.
         *
         * @param of how many worlds, at most those there are
         */
        public Builder trials(int of, int copies, Noise noise) {
            this.trialWorlds = Require.atLeast(of, 1, "worlds of a trial");
            this.trialCopies = Require.atLeast(copies, 1, "copies of a world in a trial");
            this.trialNoise = noise;
            return this;
        }

        /** What a round's row of figures holds. */
        public Builder rows(RowMaker maker) {
            return rowsOf(session -> maker);
        }

        /** The same for a maker that must watch its session to know what to say: given a session that begins. */
        public Builder rowsOf(Function<Session, RowMaker> makers) {
            this.rows = makers;
            return this;
        }

        /**
         * The society.
         *
         * @throws IllegalArgumentException if two parts do not fit, naming both, why, and what fits
         */
        public Society build() {
            return new Society(this);
        }
    }
}
