/**
 * Benchmarks: how fast the library is, side by side with a hand-fused or a reference loop in the same run.
 *
 * <p>Start at {@link org.sed4j.examples.bench.Benchmark}. Machines are shared, so what counts is the printed ratio.
 */
@NullMarked
package org.sed4j.examples.bench;

import org.jspecify.annotations.NullMarked;
