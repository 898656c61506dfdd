package org.sed4j.core.sweep;

import java.util.Map;

/**
 * One run of a sweep.
 *
 * @param arm what distinguishes it from others, by key, in the order of the plan's axes; seeds of one arm share it
 * @param settings everything that is set, the base and the arm
 * @param seed what all its chance grows from: alike over arms, so that these are compared with common noise
 */
public record Cell(Map<String, String> arm, Map<String, String> settings, long seed) {}
