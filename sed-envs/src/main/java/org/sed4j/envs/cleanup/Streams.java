package org.sed4j.envs.cleanup;

/** The causes of chance in a step, each with a random stream of its own. */
final class Streams {
    static final int ORDER = 1;
    static final int GROWTH = 2;
    static final int POLLUTION = 3;
    static final int RESPAWN = 4;
    static final int ENDING = 5;

    private Streams() {}
}
