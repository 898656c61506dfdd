package org.sed4j.envs.harvest;

/** The causes of chance in a step, each with a random stream of its own. */
final class Streams {
    static final int REGROWTH = 1;
    static final int ORDER = 2;
    static final int RESPAWN = 3;
    static final int ENDING = 4;

    private Streams() {}
}
