/** Economies for minds outside the JVM: worlds stepped over a pipe. */
@NullMarked
package org.sed4j.examples.outside;

import org.jspecify.annotations.NullMarked;
