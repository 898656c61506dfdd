package org.sed4j.core.pomg.conformance;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.state.Tables;
import org.sed4j.core.pomg.state.Walk;
import org.sed4j.core.run.Seed;

/** Checks of how a world takes up types. */
final class TypeChecks {
    private final Supplier<? extends World> maker;
    private final int steps;
    private final Seed seed;
    private final Spaces spaces;
    private final TypeSpace types;

    TypeChecks(Supplier<? extends World> maker, int steps, Seed seed, TypeSpace types) {
        this.maker = maker;
        this.steps = steps;
        this.seed = seed;
        this.types = types;
        this.spaces = maker.get().spaces();
    }

    /** Whether there is something to check. */
    boolean apply() {
        return !spaces.types().isEmpty();
    }

    /** θ uniform on [0, 1], for worlds of which nothing else is known. */
    static TypeSpace uniform(Spaces spaces) {
        return seed -> {
            var rng = seed.rng();
            double[][] rows = new double[spaces.players()][spaces.types().size()];
            for (double[] row : rows) {
                Arrays.setAll(row, j -> rng.uniform());
            }
            return TypeMatrix.of(spaces.types(), new double[spaces.types().size()], rows);
        };
    }

    private float[] draw(int number) {
        return types.draw(seed.named("types").at(number)).flat(spaces.types());
    }

    private Subject played() {
        Subject s = new Subject(maker.get(), seed, seed);
        s.reset();
        for (int t = 0; t < steps; t++) {
            s.live();
        }
        return s;
    }

    private static void adopt(Subject s, float[] given) {
        float[] handed = given.clone();
        try {
            s.world.adopt(handed);
        } catch (IllegalArgumentException refused) {
            throw Conformance.failed(
                    "adopt refuses types " + Arrays.toString(given) + ": " + refused.getMessage(),
                    "Conformance.types should say which types there are: uniform on [0, 1] if not said");
        }
        ByteBuffer before = s.bytes();
        Arrays.fill(handed, -7);
        if (!before.equals(s.bytes())) {
            throw Conformance.failed("adopt keeps the array that it is handed", "its numbers should be copied");
        }
    }

    private static void same(Subject one, Subject other, String what, String maybe) {
        if (!one.bytes().equals(other.bytes())) {
            throw Conformance.failed(what + ": states differ in " + one.difference(one.bytes(), other.bytes()), maybe);
        }
    }

    /** Types that were adopted are part of the state: others make another state. */
    void typesAreState() {
        Subject one = played();
        Subject other = played();
        adopt(one, draw(0));
        adopt(other, draw(1));
        if (one.bytes().equals(other.bytes())) {
            throw Conformance.failed(
                    "Worlds that adopted different types have the same state",
                    "adopt is not implemented, or keeps types in transient or final fields");
        }
    }

    /** Adopting once more, or after other types, changes nothing. */
    void theLastTypesCount() {
        Subject once = played();
        Subject again = played();
        adopt(once, draw(0));
        adopt(again, draw(1));
        adopt(again, draw(0));
        same(once, again, "Types adopted after others", "adopt adds where it should write");
        adopt(again, draw(0));
        same(once, again, "The same types adopted twice", "adopt adds where it should write");
    }

    /** Types outlive a reset. */
    void typesOutliveAReset() {
        Subject adopted = played();
        Subject fresh = new Subject(maker.get(), seed, seed);
        adopt(adopted, draw(0));
        adopted.at(7);
        fresh.at(7);
        adopted.reset();
        fresh.reset();
        adopt(fresh, draw(0));
        same(
                adopted,
                fresh,
                "Types adopted before a reset and types adopted after it",
                "reset takes types back to what they were made with");
    }

    /** Adopting writes state only: no part is replaced, no table that all worlds share is written to. */
    void adoptingWritesStateOnly() {
        Subject s = played();
        Walk before = Walk.of(s.world);
        String shared = Tables.of(s.world, before.configuration());
        adopt(s, draw(0));
        Walk after = Walk.of(s.world);
        Object[] old = before.state().holders();
        Object[] now = after.state().holders();
        for (int i = 0; i < old.length; i++) {
            if (i >= now.length || old[i] != now[i]) {
                throw Conformance.failed(
                        "adopt replaces "
                                + before.state().layout().pieces().get(i).path() + " by another object",
                        "what is in an array should be written, not the array");
            }
        }
        if (!before.configuration().equals(after.configuration())
                || !shared.equals(Tables.of(s.world, after.configuration()))) {
            throw Conformance.failed(
                    "adopt writes to configuration, or to a table that all worlds share", "types should be state");
        }
    }
}
