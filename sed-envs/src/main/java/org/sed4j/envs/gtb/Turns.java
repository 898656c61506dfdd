package org.sed4j.envs.gtb;

/** Who comes first where players build and walk. */
public enum Turns {
    /** A new uniformly random order for each, each step. */
    RANDOM,
    /** By number: for replaying recorded traces. */
    BY_NUMBER
}
