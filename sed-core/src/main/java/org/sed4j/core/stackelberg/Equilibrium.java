package org.sed4j.core.stackelberg;

/** What followers are taken to play once the leader is committed. */
public enum Equilibrium {
    /** A pure Nash (Bayes-Nash) equilibrium; with one follower, a best response: the "SE" of a strong Stackelberg equilibrium. */
    SSE,
    /** A Nash equilibrium, mixed ones included; found for one or two followers. */
    NASH,
    /** A coarse correlated equilibrium; with types, taken as {@link #BCCE}. */
    CCE,
    /** A Bayesian coarse correlated equilibrium. */
    BCCE
}
