/**
 * Gather-Trade-Build from the command line: learning under tax codes and planners, statistics of random play, and the replay of
 * recorded traces.
 *
 * <p>Start at {@link org.sed4j.examples.gathertradebuild.GtbTraceCommand}.
 */
@NullMarked
package org.sed4j.examples.gathertradebuild;

import org.jspecify.annotations.NullMarked;
