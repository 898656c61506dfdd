package org.sed4j.rl.noregret;

/** What followers are taken to play once their dynamics have run. */
public enum Readout {
    /** The action with the largest weight as each type, the lowest of several: the published code. */
    ARGMAX,
    /** A draw from the mixture after the last update. */
    LAST_MIXED,
    /** A draw from the history of play under the same types: what the theory is about; the paper. */
    EMPIRICAL
}
