package org.sed4j.core.pomg.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;

/**
 * The checks that every {@link Principal} should pass: plays short rounds with it and holds it to its contract.
 *
 * <p>In any test framework: {@code PrincipalContract.of(MyWorld::new, (economy, followers) -> new MyPrincipal()).check();}. It
 * fails with an {@link AssertionError} that names the part, the rule and what to look at. A principal that passes can be put
 * into any society: its mandate is served, it can be tested frozen while it learns, stopped and resumed, and what it does
 * does not depend on threads.
 *
 * <p>A principal that learns is expected to learn from the objectives it is charged with, and to ask each in its own round only.
 * One that learns towards a purpose of its own says so by {@link #ownPurpose}; one that does not learn may ignore objectives.
 */
public final class PrincipalContract {
    private final Supplier<? extends World> world;
    private final Maker maker;
    private Function<Pomg, Followers<Pomg>> followers = economy -> new RandomFollowers();
    private List<Objective> objectives =
            List.of(Welfare.utilitarian(Outcome.REWARD), Welfare.egalitarian(Outcome.REWARD));
    private @Nullable Design initial;
    private @Nullable TypeSpace types;
    private int batch = 4;
    private int steps = 20;
    private int rounds = 3;
    private Seed seed = Seed.of(2026);
    private String purpose = "";
    private boolean worldByWorld;

    /** Makes a principal anew, alike every time. */
    @FunctionalInterface
    public interface Maker {
        /**
         * A principal.
         *
         * @param economy that it will govern
         * @param followers who live there
         */
        Principal<Pomg> of(Pomg economy, Followers<Pomg> followers);
    }

    private PrincipalContract(Supplier<? extends World> world, Maker maker) {
        this.world = world;
        this.maker = maker;
    }

    /** Checks of the principals that this maker makes, in worlds of that kind. */
    public static PrincipalContract of(Supplier<? extends World> world, Maker maker) {
        return new PrincipalContract(world, maker);
    }

    /** Who lives in the economy; random players if not said. Made anew, alike every time. */
    public PrincipalContract followers(Function<Pomg, Followers<Pomg>> who) {
        this.followers = who;
        return this;
    }

    /** What is elected, in turn; the sum and the least of returns if not said. At least two. */
    public PrincipalContract objectives(Objective... inTurn) {
        this.objectives = List.of(inTurn);
        Require.atLeast(inTurn.length, 2, "objectives in turn");
        return this;
    }

    /** Which types there are, if the worlds adopt any; uniform on [0, 1], all independent, if not said. */
    public PrincipalContract types(TypeSpace space) {
        this.types = space;
        return this;
    }

    /** φ_0; the economy's own if not said. */
    public PrincipalContract initial(Design design) {
        this.initial = design;
        return this;
    }

    /** Worlds, at least 2, steps of a round and rounds of each check; 4, 20 and 3 if not said. */
    public PrincipalContract lasting(int worlds, int stepsOfARound, int roundsOfACheck) {
        this.batch = Require.atLeast(worlds, 2, "worlds of a check");
        this.steps = Require.atLeast(stepsOfARound, 1, "steps of a round");
        this.rounds = Require.atLeast(roundsOfACheck, 2, "rounds of a check");
        return this;
    }

    /** It learns, but not from the elected objective: the reason, for the report. */
    public PrincipalContract ownPurpose(String why) {
        this.purpose = why;
        return this;
    }

    /** It promises that what it enacts in a world does not depend on which others are beside it. */
    public PrincipalContract worldByWorld() {
        this.worldByWorld = true;
        return this;
    }

    /**
     * Runs all checks.
     *
     * @return one line for each check that was passed
     * @throws AssertionError naming the principal and the promise that it breaks
     */
    public List<String> check() {
        Promises promises = new Promises(name());
        promises.run("same seed, same bytes", this::sameSeed);
        promises.run("one thread or two, one policy", this::threadsDoNotMatter);
        promises.run("what is enacted stays within δ", this::staysWithinDelta);
        promises.run(
                purpose.isEmpty() ? "the elected objective is served" : "own purpose: " + purpose,
                this::servesItsMandate);
        promises.run("frozen, it governs and does not learn", this::frozenDoesNotLearn);
        promises.run("freezing leaves it as it is", this::freezingLeavesItAsItIs);
        promises.run("frozen twice is frozen once", this::frozenTwice);
        promises.run("resumed to the byte", this::resumes);
        promises.run("figures keep their names", this::figuresKeepTheirNames);
        if (worldByWorld) {
            promises.run("a world is governed alike beside any others", this::neighboursDoNotMatter);
        }
        return promises.kept();
    }

    private String name() {
        try (Ring ring = ring(1)) {
            return Promises.name(ring.principal());
        }
    }

    private Ring.Plan plan() {
        return new Ring.Plan(world, initial, objectives, batch, steps, types, seed);
    }

    private Ring ring(int threads) {
        return plan().ring(batch, threads, maker::of, followers);
    }

    private void sameSeed() {
        try (Ring one = ring(1);
                Ring other = ring(1)) {
            Promises.same(
                    one.play(rounds),
                    other.play(rounds),
                    "Two played from one seed",
                    "its chance is not from Mandate.seed");
        }
    }

    private void threadsDoNotMatter() {
        try (Ring one = ring(1);
                Ring two = ring(2)) {
            Promises.same(
                    one.play(rounds),
                    two.play(rounds),
                    "Played on one thread and on two",
                    "sums depend on their order");
        }
    }

    private void staysWithinDelta() {
        for (Divergences divergence : Divergences.values()) {
            for (DesignGame.Reference reference : DesignGame.Reference.values()) {
                Pomg economy = plan().economy(batch, 1);
                boolean simplex = economy.spaces().design() instanceof DesignSpace.Simplex;
                if (divergence == Divergences.KL && !simplex) {
                    economy.close();
                    continue;
                }
                Followers<Pomg> people = followers.apply(economy);
                Ball ball = new Ball(economy, divergence, 0.05, reference);
                try (Ring ring = plan().ring(economy, maker.of(economy, people), people, divergence, 0.05, reference)) {
                    ring.watchedBy(ball).play(rounds);
                }
            }
        }
    }

    /** Looks whether every law is in the ball. */
    private static final class Ball implements Witness<Pomg> {
        private final Pomg economy;
        private final Divergences divergence;
        private final double delta;
        private final DesignGame.Reference reference;
        private final Design initial;
        private List<Design> centres = List.of();

        Ball(Pomg economy, Divergences divergence, double delta, DesignGame.Reference reference) {
            this.economy = economy;
            this.divergence = divergence;
            this.delta = delta;
            this.reference = reference;
            this.initial = economy.law();
        }

        @Override
        public void voted(Vote vote, Election election) {
            List<Design> laws = new ArrayList<>();
            for (int b = 0; b < economy.batch(); b++) {
                laws.add(reference == DesignGame.Reference.INITIAL ? initial : economy.law(b));
            }
            centres = laws;
        }

        @Override
        public void stepped(Pomg asked) {
            for (int b = 0; b < asked.batch(); b++) {
                double distance = divergence.between(centres.get(b), asked.law(b));
                if (!(distance <= delta * (1 + 1e-4))) {
                    throw Conformance.failed(
                            "In world " + b + " it enacts " + asked.law(b) + ", " + divergence + " from "
                                    + centres.get(b) + " is " + distance + ", δ allows " + delta,
                            "it reaches past Pomg.enact");
                }
            }
        }
    }

    private void servesItsMandate() {
        Pomg economy = plan().economy(batch, 1);
        Followers<Pomg> people = followers.apply(economy);
        Overseen overseen = new Overseen(maker.of(economy, people));
        try (Ring ring = plan().ring(
                        economy,
                        overseen,
                        people,
                        Divergences.L2,
                        Double.POSITIVE_INFINITY,
                        DesignGame.Reference.INITIAL)) {
            byte[] before = Ring.saved(overseen);
            ring.play(rounds + 1);
            boolean learned = !Arrays.equals(before, Ring.saved(overseen));
            if (purpose.isEmpty() && learned && !overseen.asked()) {
                throw Conformance.failed(
                        "In " + (rounds + 1)
                                + " rounds it learned, and never asked what the elected objective is worth",
                        "it keeps an objective of its own: say so by ownPurpose, or read Mandate.objective");
            }
        }
    }

    private void frozenDoesNotLearn() {
        try (Ring ring = ring(1)) {
            ring.play(rounds);
            Principal<Pomg> frozen = ring.principal().frozen();
            byte[] before = Ring.saved(frozen);
            List<String> once = governed(frozen).lived();
            if (!Arrays.equals(before, Ring.saved(frozen))) {
                throw Conformance.failed(
                        "A frozen one that governs and is told what followed saves other bytes",
                        "its learn still learns");
            }
            ring.play(1);
            if (!once.equals(governed(frozen).lived())) {
                throw Conformance.failed(
                        "A frozen one governs otherwise once its origin has learned on, or when it governs again",
                        "it shares what is learned with its origin, or keeps something between rounds");
            }
        }
    }

    /** A fresh society under a frozen principal. */
    private Ring governed(Principal<Pomg> frozen) {
        Pomg economy = plan().economy(batch, 1);
        Followers<Pomg> people = followers.apply(economy);
        try (Ring ring = plan().ring(
                        economy,
                        frozen,
                        people,
                        Divergences.L2,
                        Double.POSITIVE_INFINITY,
                        DesignGame.Reference.INITIAL)) {
            return ring.play(rounds);
        }
    }

    private void freezingLeavesItAsItIs() {
        try (Ring ring = ring(1);
                Ring twin = ring(1)) {
            ring.play(rounds);
            byte[] before = Ring.saved(ring.principal());
            governed(ring.principal().frozen());
            if (!Arrays.equals(before, Ring.saved(ring.principal()))) {
                throw Conformance.failed(
                        "It saves other bytes after a frozen one made from it has governed",
                        "frozen shares what changes instead of copying it");
            }
            Promises.same(
                    ring.play(2),
                    twin.play(rounds + 2),
                    "Played on after one was frozen from it, and never frozen",
                    "frozen shares what changes instead of copying it");
        }
    }

    private void frozenTwice() {
        try (Ring ring = ring(1)) {
            Principal<Pomg> frozen = ring.play(rounds).principal().frozen();
            Promises.same(
                    governed(frozen),
                    governed(frozen.frozen()),
                    "Frozen once and frozen twice",
                    "frozen of a frozen one is not the same again");
        }
    }

    private void resumes() {
        try (Ring whole = ring(1);
                Ring stopped = ring(1);
                Ring resumed = ring(1)) {
            whole.play(2 * rounds);
            resumed.load(stopped.play(rounds).saved());
            Promises.resumed(whole, stopped, resumed.play(rounds), rounds);
        }
    }

    private void figuresKeepTheirNames() {
        try (Ring ring = ring(1)) {
            List<String> names = List.copyOf(ring.play(1).principal().figures().keySet());
            for (int k = 1; k < rounds + 1; k++) {
                Promises.named(names, ring.play(1).principal().figures(), k);
            }
        }
    }

    private void neighboursDoNotMatter() {
        List<List<Design>> laws = new ArrayList<>();
        for (int worlds : new int[] {batch, 2 * batch}) {
            List<Design> mine = new ArrayList<>();
            try (Ring ring = plan().ring(worlds, 1, maker::of, followers)) {
                ring.watchedBy(new Witness<>() {
                            @Override
                            public void stepped(Pomg asked) {
                                mine.add(asked.law(0));
                            }
                        })
                        .play(rounds);
            }
            laws.add(mine);
        }
        if (!laws.get(0).equals(laws.get(1))) {
            throw Conformance.failed(
                    "World 0 has other laws beside " + (batch - 1) + " worlds than beside " + (2 * batch - 1),
                    "what it enacts in a world, or its chance, depends on the number of worlds");
        }
    }
}
