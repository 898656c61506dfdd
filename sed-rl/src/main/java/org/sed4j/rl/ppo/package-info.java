/**
 * Proximal policy optimisation, written once: for a population that shares parameters, and for a principal.
 *
 * <p>Start at {@link org.sed4j.rl.ppo.Ppo}, which reads like the algorithm. {@link org.sed4j.rl.ppo.PpoFollowers} is the
 * population that lives in an economy and learns with it.
 */
@NullMarked
package org.sed4j.rl.ppo;

import org.jspecify.annotations.NullMarked;
