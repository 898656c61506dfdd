/**
 * Checks for what users write: {@link org.sed4j.core.pomg.conformance.Conformance} for worlds,
 * {@link org.sed4j.core.pomg.conformance.PrincipalContract} for principals,
 * {@link org.sed4j.core.pomg.conformance.FollowersContract} for followers,
 * {@link org.sed4j.core.pomg.conformance.Parity} for a world on another backend.
 *
 * <p>For tests, of the library and of its users: no other room needs this one. A failed check is an {@link AssertionError}
 * that says what was promised, what was found and what may be the cause.
 */
@NullMarked
package org.sed4j.core.pomg.conformance;

import org.jspecify.annotations.NullMarked;
