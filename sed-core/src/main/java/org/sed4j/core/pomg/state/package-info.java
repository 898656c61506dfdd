/**
 * What a world consists of, found from its fields: state, configuration, scratch and the tables it shares.
 *
 * <p>Internal, for the engine, the translation and the conformance checks: start at {@link org.sed4j.core.pomg.state.Walk}.
 * The rules for a world's fields are {@link org.sed4j.core.pomg.World}'s.
 */
@NullMarked
package org.sed4j.core.pomg.state;

import org.jspecify.annotations.NullMarked;
