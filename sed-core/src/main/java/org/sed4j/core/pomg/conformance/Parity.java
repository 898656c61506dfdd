package org.sed4j.core.pomg.conformance;

import java.util.function.Supplier;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Backing;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Seed;

/**
 * The check that a backend does what the JVM does, to the byte: states, observations, masks, rewards, ends, the principal's
 * view, designs, ledgers, measures and gauges, after every step of random legal play with random designs, resets included.
 */
public final class Parity {
    private Parity() {}

    /**
     * Plays two batches alike, one on the JVM.
     *
     * @param maker of the World, as for {@link Worlds#of}
     * @return what the other ran on
     * @throws AssertionError naming the first difference: tensor, world, step
     * @throws IllegalArgumentException if the backend is not to be had here
     */
    public static Backing check(Supplier<? extends World> maker, Backend backend, int worlds, int steps, Seed seed) {
        try (Pomg one = Worlds.of(maker).batch(worlds).seed(seed).build();
                Pomg other = Worlds.of(maker)
                        .batch(worlds)
                        .seed(seed)
                        .backend(backend)
                        .build()) {
            one.reset();
            other.reset();
            String difference = Life.difference(one, other, steps, seed.named("parity"));
            if (!difference.isEmpty()) {
                throw Conformance.failed(
                        "The backends jvm and " + backend.label() + " differ in " + difference,
                        "the compiler contracts products and sums, or the translation is wrong: that is worth a report");
            }
            return other.backing();
        }
    }
}
