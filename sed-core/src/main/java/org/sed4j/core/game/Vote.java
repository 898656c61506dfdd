package org.sed4j.core.game;

import java.util.Optional;
import org.sed4j.core.run.Seed;

/**
 * What a voting mechanism is given in a round.
 *
 * @param round k, counted from 0
 * @param reports θ as reported; row 0 is the principal's
 * @param objectives the alternatives
 * @param previous the election of the round before, for rules that keep an incumbent
 * @param seed where chance in voting comes from
 */
public record Vote(int round, TypeMatrix reports, ObjectiveFamily objectives, Optional<Election> previous, Seed seed) {}
