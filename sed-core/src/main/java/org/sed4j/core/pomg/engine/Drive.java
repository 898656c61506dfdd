package org.sed4j.core.pomg.engine;

import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.ByteTensor;

/**
 * Takes the worlds of one shard through what a batch asks of them, publishes what they show, and marks who is due and who
 * has ended. Used by one thread at a time. A world that fails is told of; the others go on.
 */
interface Drive {

    /** Plays the joint actions, [B, n · heads]. */
    void step(int[] joint);

    /** Starts worlds anew, with rewards of zero: the marked ones, or all if nothing is marked. */
    void reset(@Nullable ByteTensor which);

    /** Publishes the principal's view of the due worlds. */
    void consult(int[] joint);

    /** Publishes every world as it stands, with the rewards that are published already. */
    void publish();
}
