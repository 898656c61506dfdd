/**
 * What a run needs and no theory mentions: random streams, the run folder, checkpoints, progress.
 *
 * <p>Start at {@link org.sed4j.core.run.Seed} (where every draw begins) and
 * {@link org.sed4j.core.run.Checkpointed} (what can be stopped and resumed), then {@link org.sed4j.core.run.RunFolder} (what is
 * left on the disk). Contains no game, no learner, no tensor.
 */
@NullMarked
package org.sed4j.core.run;

import org.jspecify.annotations.NullMarked;
