package org.sed4j.core.pomg;

/** Which chance a fork lives with. */
public enum Noise {
    /** The same draws as the world it was forked from: common random numbers, for comparing designs. */
    SHARED,
    /** Draws of its own: an independent future. */
    FRESH
}
