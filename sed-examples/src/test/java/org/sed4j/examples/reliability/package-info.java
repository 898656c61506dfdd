/**
 * What a run must survive: kills, disks that fail, hours; and what must not change its bytes. A handful in the suite, long on
 * demand: {@code -Dsed4j.fuzz=MINUTES}, {@code -Dsed4j.soak=MINUTES}, {@code -Dsed4j.determinism=all}.
 */
@NullMarked
package org.sed4j.examples.reliability;

import org.jspecify.annotations.NullMarked;
