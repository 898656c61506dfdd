package org.sed4j.examples;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Progress;

/** The key {@code run.backend} of studies that step many worlds: what these run on. Results do not depend on it. */
public final class BackendKey {
    /** The key's path, which {@code --backend} sets. */
    public static final String PATH = "run.backend";

    private BackendKey() {}

    /** The key itself. */
    public static Key key() {
        String[] labels = Arrays.stream(Backend.values()).map(Backend::label).toArray(String[]::new);
        return Key.choice(PATH, labels)
                .means("what the worlds run on; auto is the fastest to be had. Changes no result")
                .source("ours");
    }

    /** What was asked for. */
    public static Backend of(Config config) {
        return Backend.of(config.text(PATH));
    }

    /**
     * Tries what was asked for, before a folder is made.
     *
     * @throws IllegalArgumentException saying what the machine or the World lacks for it
     */
    public static void check(Config config, Supplier<? extends World> maker) {
        Backend asked = of(config);
        if (asked == Backend.NATIVE || asked == Backend.CUDA) {
            Worlds.of(maker).backend(asked).build().close();
        }
    }

    /** Says what the worlds run on and why, if anything but the default was asked for. */
    public static void announce(Config config, Pomg economy, Progress progress) {
        if (of(config) != Backend.JVM) {
            progress.note("The worlds run on " + economy.backing() + ".");
        }
    }
}
