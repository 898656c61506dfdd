package org.sed4j.core.pomg.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;

/**
 * The checks that all {@link Followers} should pass: plays short rounds with them and holds them to their contract.
 *
 * <p>In any test framework: {@code FollowersContract.of(MyWorld::new, economy -> new MyFollowers()).check();}. It fails with an
 * {@link AssertionError} that names the part, the rule and what to look at. Followers that pass can be put into any society:
 * principals can try designs on copies of them, they can be tested frozen while they learn, stopped and resumed, and what
 * they do does not depend on threads.
 */
public final class FollowersContract {
    private final Supplier<? extends World> world;
    private final Function<Pomg, Followers<Pomg>> maker;
    private PrincipalContract.Maker principal = (economy, followers) -> Principal.idle();
    private @Nullable Design initial;
    private @Nullable TypeSpace types;
    private int batch = 4;
    private int steps = 20;
    private int rounds = 3;
    private Seed seed = Seed.of(2026);

    private FollowersContract(Supplier<? extends World> world, Function<Pomg, Followers<Pomg>> maker) {
        this.world = world;
        this.maker = maker;
    }

    /**
     * Checks of the followers that this maker makes, in worlds of that kind.
     *
     * @param maker makes them anew, alike every time, for an economy
     */
    public static FollowersContract of(Supplier<? extends World> world, Function<Pomg, Followers<Pomg>> maker) {
        return new FollowersContract(world, maker);
    }

    /** Who governs; nobody if not said. */
    public FollowersContract principal(PrincipalContract.Maker who) {
        this.principal = who;
        return this;
    }

    /** Which types there are, if the worlds adopt any; uniform on [0, 1], all independent, if not said. */
    public FollowersContract types(TypeSpace space) {
        this.types = space;
        return this;
    }

    /** φ_0; the economy's own if not said. */
    public FollowersContract initial(Design design) {
        this.initial = design;
        return this;
    }

    /** Worlds, steps of a round and rounds of each check; 4, 20 and 3 if not said. */
    public FollowersContract lasting(int worlds, int stepsOfARound, int roundsOfACheck) {
        this.batch = Require.atLeast(worlds, 1, "worlds of a check");
        this.steps = Require.atLeast(stepsOfARound, 1, "steps of a round");
        this.rounds = Require.atLeast(roundsOfACheck, 2, "rounds of a check");
        return this;
    }

    /**
     * Runs all checks.
     *
     * @return one line for each check that was passed
     * @throws AssertionError naming the followers and the promise that they break
     */
    public List<String> check() {
        Promises promises = new Promises(name());
        promises.run("they live as long as they are told, by the rules", this::liveByTheRules);
        promises.run("same seed, same bytes", this::sameSeed);
        promises.run("one thread or two, one life", this::threadsDoNotMatter);
        promises.run("reports are about the same types, and leave the truth alone", this::reportsFit);
        promises.run("whether they learn is what they say", this::learningIsSaid);
        promises.run("copies live alike and apart", this::copiesLiveApart);
        promises.run("frozen, they act and do not learn", this::frozenDoNotLearn);
        promises.run("frozen twice is frozen once", this::frozenTwice);
        promises.run("resumed to the byte", this::resume);
        promises.run("figures keep their names", this::figuresKeepTheirNames);
        return promises.kept();
    }

    private String name() {
        try (Ring ring = ring(1)) {
            return Promises.name(ring.followers());
        }
    }

    private Ring.Plan plan() {
        return new Ring.Plan(world, initial, List.of(Welfare.utilitarian(Outcome.REWARD)), batch, steps, types, seed);
    }

    private Ring ring(int threads) {
        return plan().ring(batch, threads, principal::of, maker);
    }

    /** Lives in a fresh economy; a hash of what came of it. */
    private long lived(Followers<Pomg> followers, int times) {
        try (Pomg economy = plan().economy(batch, 1)) {
            long hash = 0;
            for (int k = 0; k < times; k++) {
                Outcome outcome = followers.live(economy, Government.standing(), steps, seed.at(k));
                hash = 31 * hash + economy.stateHash() + Arrays.hashCode(outcome.meanAmounts(Outcome.REWARD));
            }
            return hash;
        }
    }

    private void liveByTheRules() {
        try (Pomg economy = plan().economy(batch, 1)) {
            Umpire umpire = new Umpire(economy);
            Outcome outcome = maker.apply(economy).live(economy, umpire, steps, seed);
            if (outcome.steps() != steps || umpire.steps() != steps) {
                throw Conformance.failed(
                        "Told to live " + steps + " steps, they say that they lived " + outcome.steps()
                                + ", and the government saw " + umpire.steps(),
                        "Loop.play was not used, or steps are left over");
            }
            if (outcome.worlds() != batch) {
                throw Conformance.failed(
                        "The outcome is of " + outcome.worlds() + " worlds, there are " + batch, "a world is left out");
            }
        }
    }

    private void sameSeed() {
        try (Ring one = ring(1);
                Ring other = ring(1)) {
            Promises.same(
                    one.play(rounds),
                    other.play(rounds),
                    "Two played from one seed",
                    "their chance is not from the seed of live");
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

    private void reportsFit() {
        try (Ring ring = ring(1)) {
            Spaces spaces = ring.economy().spaces();
            TypeMatrix truth = (types == null ? TypeChecks.uniform(spaces) : types).draw(seed);
            VotingMechanism vote = asked -> {
                throw Conformance.failed(
                        "They hold an election in this check", "reports should depend on truth alone here");
            };
            TypeMatrix reports = ring.play(1).followers().reports(truth, vote, seed);
            if (reports.players() != truth.players() || !reports.names().equals(truth.names())) {
                throw Conformance.failed(
                        "They report " + reports.names() + " of " + reports.players() + " players, the truth is about "
                                + truth.names() + " of " + truth.players(),
                        "a report changes entries, never the shape");
            }
        }
    }

    private void learningIsSaid() {
        try (Ring ring = ring(1)) {
            byte[] before = Ring.saved(ring.followers());
            byte[] after = Ring.saved(ring.play(rounds).followers());
            if (Arrays.equals(before, after) == ring.followers().learns()) {
                throw Conformance.failed(
                        ring.followers().learns()
                                ? "They say that they learn, and save the same bytes after " + rounds + " rounds"
                                : "They say that they do not learn, and save other bytes after " + rounds + " rounds",
                        "save leaves out what is learned, or learns() says otherwise");
            }
        }
    }

    private void copiesLiveApart() {
        try (Ring ring = ring(1)) {
            Followers<Pomg> origin = ring.play(rounds).followers();
            Followers<Pomg> copy = origin.copy();
            byte[] before = Ring.saved(origin);
            long first = lived(copy, 2);
            if (!Arrays.equals(before, Ring.saved(origin))) {
                throw Conformance.failed(
                        "They save other bytes after a copy of them has lived", "the copy shares what is learned");
            }
            if (lived(origin.copy(), 2) != first) {
                throw Conformance.failed("Two copies live otherwise", "the first shares what is learned");
            }
            if (lived(origin, 2) != first) {
                throw Conformance.failed("They live otherwise than their copy", "the copy leaves something out");
            }
        }
    }

    private void frozenDoNotLearn() {
        try (Ring ring = ring(1);
                Ring twin = ring(1)) {
            Followers<Pomg> frozen = ring.play(rounds).followers().frozen();
            if (frozen.learns()) {
                throw Conformance.failed("Frozen ones say that they learn", "learns() should be false of them");
            }
            byte[] before = Ring.saved(frozen);
            byte[] origin = Ring.saved(ring.followers());
            long first = lived(frozen, 2);
            if (!Arrays.equals(before, Ring.saved(frozen)) || !Arrays.equals(origin, Ring.saved(ring.followers()))) {
                throw Conformance.failed(
                        "Frozen ones that live change what they, or those they were made from, save",
                        "they still learn, or share what is learned");
            }
            Promises.same(
                    ring.play(1),
                    twin.play(rounds + 1),
                    "Played on after some were frozen, and never frozen",
                    "frozen ones share what changes");
            if (lived(frozen, 2) != first) {
                throw Conformance.failed(
                        "Frozen ones live otherwise once those they were made from have learned on",
                        "they share what is learned");
            }
        }
    }

    private void frozenTwice() {
        try (Ring ring = ring(1)) {
            Followers<Pomg> frozen = ring.play(rounds).followers().frozen();
            if (lived(frozen, 2) != lived(frozen.frozen(), 2)) {
                throw Conformance.failed(
                        "Frozen twice they live otherwise", "frozen of frozen ones is not the same again");
            }
        }
    }

    private void resume() {
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
            List<String> names = List.copyOf(ring.play(1).followers().figures().keySet());
            for (int k = 1; k < rounds + 1; k++) {
                Promises.named(names, ring.play(1).followers().figures(), k);
            }
        }
    }
}
