package org.sed4j.envs.fishery;

/** How the stock answers to effort. */
public enum Adjustment {
    /** In small steps of time: players who look at a step take the stock as given, which is open access. */
    GRADUAL,
    /** It is where it would settle: players who know it weigh their own mark on it, which is a game among n rivals. */
    AT_ONCE
}
