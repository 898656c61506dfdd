package org.sed4j.rl.network;

import org.jspecify.annotations.Nullable;

/** One layer of a fused executor: what its threads share. */
abstract class Stage {

    /** Reads what it keeps of the parameters, before a batch whose longest chunk has {@code rows} rows. */
    abstract void prepare(int rows);

    /** The memory of one thread for chunks of up to {@code chunk} rows; {@code before} is none for the first layer. */
    abstract Pass pass(@Nullable Pass before, Feed feed, int chunk);

    /** Reads what it keeps of a direction in the space of parameters, laid out as they are; always the one block. */
    abstract void prepareDirection(Block direction, int rows);

    /** Takes the memory that gradients need; an executor that only evaluates never asks. */
    void makeRoom() {}

    /** Clears what it holds of a lane's gradient outside the lane. */
    void clear(Lane lane) {}

    /** Adds up what it holds of the first {@code lanes} lanes' gradients, into its places of the gradient. */
    void collect(int lanes, float[] gradient) {}
}
