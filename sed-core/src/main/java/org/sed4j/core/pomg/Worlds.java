package org.sed4j.core.pomg;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.engine.Order;
import org.sed4j.core.run.Seed;

/**
 * The maker of batches: turns one {@link World}, written alone, into a {@link Pomg} of B of them.
 *
 * <pre>{@code
 * Pomg economy = Worlds.of(PublicGoods::new).batch(64).seed(Seed.of(1)).threads(2).build();
 * }</pre>
 *
 * <p>Every world is an instance of its own, asked of the maker. World b draws from the stream of its own that the seed gives
 * to number b, so results depend on neither B nor threads.
 */
public final class Worlds {
    private final Supplier<? extends World> maker;
    private int batch = 1;
    private int threads = 1;
    private Seed seed = Seed.of(0);
    private @Nullable Design initial;
    private Backend backend = Backend.JVM;

    private Worlds(Supplier<? extends World> maker) {
        this.maker = maker;
    }

    /**
     * Starts a batch.
     *
     * @param maker gives a new world at each call, all configured alike and sharing no state
     */
    public static Worlds of(Supplier<? extends World> maker) {
        return new Worlds(maker);
    }

    /** B, at least 1; 1 if not said. */
    public Worlds batch(int worlds) {
        this.batch = Require.atLeast(worlds, 1, "worlds of a batch");
        return this;
    }

    /** Where the worlds' chance comes from; {@code Seed.of(0)} if not said. */
    public Worlds seed(Seed root) {
        this.seed = root;
        return this;
    }

    /** How many threads step the worlds, the caller's included; 1 if not said. Results do not depend on it. */
    public Worlds threads(int count) {
        this.threads = Require.atLeast(count, 1, "threads");
        return this;
    }

    /**
     * What the worlds run on; the JVM if not said. Results do not depend on it.
     *
     * <p>With {@link Backend#NATIVE} and {@link Backend#CUDA}, {@link #build} fails with one message if the machine lacks
     * something or the World is not portable; {@link Backend#AUTO} takes the next best then.
     */
    public Worlds backend(Backend choice) {
        this.backend = choice;
        return this;
    }

    /**
     * φ_0, in force after a full reset. If not said: zeros, or the nearest there is in Φ entry by entry; the uniform
     * distribution on a simplex.
     */
    public Worlds initial(Design design) {
        this.initial = design;
        return this;
    }

    /**
     * Makes the worlds. The batch must be {@linkplain Pomg#reset() reset} before it is stepped.
     *
     * @throws IllegalArgumentException if a field of the world is neither state, part, scratch nor configuration, naming it;
     *     if worlds differ in configuration or share state; if φ_0 is not in Φ; if the tensors would be too large; if
     *     the backend asked for is not to be had here, saying what it needs
     */
    public Pomg build() {
        return new Order(maker, batch, threads, seed, backend, initial).fulfil();
    }
}
