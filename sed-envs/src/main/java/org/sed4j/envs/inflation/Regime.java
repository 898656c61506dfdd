package org.sed4j.envs.inflation;

/** When the principal chooses inflation. */
public enum Regime {
    /** Once a round, and everybody sees it before expecting anything. */
    COMMITMENT,
    /** At every step, after expectations are formed. */
    DISCRETION
}
