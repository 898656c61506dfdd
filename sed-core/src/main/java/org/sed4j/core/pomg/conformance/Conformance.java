package org.sed4j.core.pomg.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.pomg.Portability;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Seed;

/**
 * The checks that every {@link World} should pass: plays it at random and holds it to its contract.
 *
 * <p>In any test framework: {@code Conformance.check(PublicGoods::new);}. It fails with an {@link AssertionError} that says
 * what was broken and what to look at. Worlds that pass can be batched, forked, saved, resumed and stepped by any number of
 * threads, and their learners see what they should.
 */
public final class Conformance {
    private final Supplier<? extends World> maker;
    private int steps = 100;
    private Seed seed = Seed.of(2026);
    private boolean portable;
    private @Nullable TypeSpace types;

    private Conformance(Supplier<? extends World> maker) {
        this.maker = maker;
    }

    /**
     * What was checked.
     *
     * @param passed one line for each check
     */
    public record Report(List<String> passed) {
        public Report {
            passed = List.copyOf(passed);
        }

        @Override
        public String toString() {
            return String.join("\n", passed);
        }
    }

    /** Checks of the worlds that this maker makes. */
    public static Conformance of(Supplier<? extends World> maker) {
        return new Conformance(maker);
    }

    /**
     * Runs all checks with their usual length.
     *
     * @throws AssertionError naming what a world does against its contract
     */
    public static Report check(Supplier<? extends World> maker) {
        return of(maker).check();
    }

    /** How many steps each check plays; 100 if not said. Long enough for what a world does only now and then. */
    public Conformance steps(int count) {
        this.steps = Require.atLeast(count, 1, "steps of a check");
        return this;
    }

    /** Which types the world can live with, if it adopts any; uniform on [0, 1], all independent, if not said. */
    public Conformance types(TypeSpace space) {
        this.types = space;
        return this;
    }

    /** Where the random play comes from. */
    public Conformance seed(Seed root) {
        this.seed = root;
        return this;
    }

    /** Also asks that the world can be translated, so that it runs on other backends than the JVM; see {@link Portability}. */
    public Conformance portable() {
        this.portable = true;
        return this;
    }

    /**
     * Runs all checks.
     *
     * @throws AssertionError naming what a world does against its contract
     */
    public Report check() {
        SpaceChecks space = new SpaceChecks(maker, steps, seed);
        WorldChecks world = new WorldChecks(maker, steps, seed);
        BatchChecks batch = new BatchChecks(maker, steps, seed);
        SettlementChecks settlement = new SettlementChecks(maker, steps, seed);
        List<String> passed = new ArrayList<>();
        run(passed, "every field is state, part, scratch or configuration", this::fields);
        run(passed, "calls stay inside the spaces", space::callsStayInside);
        run(passed, "masks are asked for", space::masksAreAskedFor);
        run(passed, "looking writes no state", world::lookingWritesNoState);
        run(passed, "views are filled in whole, in range, finite", world::viewsAreWhole);
        run(passed, "masks leave every head a choice", world::masksLeaveAChoice);
        run(passed, "the design is only read", space::designIsOnlyRead);
        run(passed, "step is a function of state, actions, design and draws", world::stepIsAFunction);
        run(passed, "reset forgets the life before", world::resetForgets);
        run(passed, "seeds matter where chance is drawn", world::seedsMatter);
        run(passed, "one thread or two, one life", batch::threadsDoNotMatter);
        run(passed, "alone or beside others, one life", batch::neighboursDoNotMatter);
        run(passed, "restored and loaded worlds replay", batch::restoredWorldsReplay);
        run(passed, "forks live the same", batch::forksLiveTheSame);
        run(passed, "scratch means nothing between calls", batch::scratchMeansNothing);
        run(passed, "only state is written", batch::onlyStateIsWritten);
        TypeSpace drawn = types == null ? TypeChecks.uniform(maker.get().spaces()) : types;
        TypeChecks typed = new TypeChecks(maker, steps, seed, drawn);
        if (typed.apply()) {
            run(passed, "adopted types are state", typed::typesAreState);
            run(passed, "the last types count", typed::theLastTypesCount);
            run(passed, "types outlive a reset", typed::typesOutliveAReset);
            run(passed, "adopting writes state only", typed::adoptingWritesStateOnly);
        }
        if (settlement.apply()) {
            run(passed, "rewards are a function of ledger and design", settlement::rewardsAreAFunction);
            run(passed, "pullback is the gradient of rewards", settlement::pullbackIsTheGradient);
        }
        if (portable) {
            run(passed, "the world can be translated", this::translates);
        }
        return new Report(passed);
    }

    private void translates() {
        Portability portability = Portability.of(maker.get());
        if (!portability.portable()) {
            throw new AssertionError(portability.toString());
        }
    }

    private void fields() {
        Worlds.of(maker).batch(2).build().close();
    }

    private static void run(List<String> passed, String name, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException | AssertionError thrown) {
            throw new AssertionError("Not so: " + name + ". " + thrown.getMessage(), thrown);
        }
        passed.add(name);
    }

    static AssertionError failed(String what, String maybe) {
        return new AssertionError(what + ".\nMaybe " + maybe + ".");
    }
}
