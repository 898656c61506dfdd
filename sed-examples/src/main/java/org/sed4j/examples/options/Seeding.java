package org.sed4j.examples.options;

import picocli.CommandLine.Option;

/** The seed of a command that draws. */
public final class Seeding {
    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    /** The options of one command. */
    public Seeding() {}

    /** The seed. */
    public long seed() {
        return seed;
    }
}
