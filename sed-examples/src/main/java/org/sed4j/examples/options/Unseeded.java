package org.sed4j.examples.options;

import picocli.CommandLine.Option;

/** The seed of a command that draws nothing, taken so that every command can be called alike. */
public final class Unseeded {
    @Option(names = "--seed", paramLabel = "N", description = "Taken for uniformity; nothing is drawn.")
    private long seed = 1;

    /** The options of one command. */
    public Unseeded() {}

    /** What was given, for the result. */
    public long seed() {
        return seed;
    }
}
