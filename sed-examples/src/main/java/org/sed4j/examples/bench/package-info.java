/** Benchmarks behind {@code sed bench}: each measures a thing and its yardstick in one run and gives the ratio. */
@NullMarked
package org.sed4j.examples.bench;

import org.jspecify.annotations.NullMarked;
