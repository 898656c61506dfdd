package org.sed4j.core.welfare;

/**
 * What Nash welfare is where somebody's amount J_i is 0 or less: a root of a product of such numbers means nothing.
 *
 * @paper 002, "Social welfare examples", which leaves it open
 */
public enum Nonpositive {
    /** The welfare is 0: the society is as badly off as its worst-off member makes it. Weakly monotone everywhere. */
    ZERO,
    /** The welfare is NaN: it has no figure there. */
    UNDEFINED
}
