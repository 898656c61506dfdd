package org.sed4j.core.pomg.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;

/**
 * What is asked of the engine: the one door between {@link org.sed4j.core.pomg.Worlds}, whose settings these are, and what
 * fulfils them.
 *
 * @param maker gives a new world at each call
 * @param worlds B
 * @param threads that step them, the caller's included
 * @param seed where the worlds' chance comes from
 * @param backend what they run on
 * @param initial φ_0; null for zeros, or the nearest there is in Φ
 */
public record Order(
        Supplier<? extends World> maker,
        int worlds,
        int threads,
        Seed seed,
        Backend backend,
        @Nullable Design initial) {

    /**
     * Makes the batch.
     *
     * @throws IllegalArgumentException as {@link org.sed4j.core.pomg.Worlds#build} says
     */
    public Pomg fulfil() {
        Mould mould = new Mould(maker);
        Spaces spaces = mould.spaces();
        fits(spaces, worlds);
        Design first = initial == null ? plain(spaces.design()) : initial;
        FeasibleSet everything = FeasibleSet.unconstrained(spaces.design(), first);
        Roster roster = mould.roster(worlds);
        Seed streams = seed.named("worlds");
        for (int b = 0; b < worlds; b++) {
            roster.rekey(b, streams.at(b).key());
        }
        return new Batch(mould, roster, Engines.of(backend, mould, worlds), Crew.of(threads), true, first, everything);
    }

    /** Views of memory count in ints. */
    private static void fits(Spaces spaces, int batch) {
        long row = Math.max(
                Math.max(spaces.codes().cells(), spaces.choices()),
                (long) Float.BYTES
                        * Math.max(spaces.numbers().size(), spaces.measures().size()));
        long world = Math.max(
                row * spaces.players(),
                Math.max(spaces.principalCodes().cells(), (long) Float.BYTES * spaces.ledger()));
        Require.that(
                world * batch <= Integer.MAX_VALUE,
                "bytes of the largest tensor",
                world * batch,
                "must be at most " + Integer.MAX_VALUE,
                "two smaller batches can do the same");
    }

    private static Design plain(DesignSpace space) {
        double[] values = new double[space.dimension()];
        for (int j = 0; j < values.length; j++) {
            values[j] = space instanceof DesignSpace.Box box
                    ? Math.min(Math.max(0.0, box.low().get(j)), box.high().get(j))
                    : 1.0 / values.length;
        }
        return Design.of(values);
    }
}
