package org.sed4j.rl.network;

import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.Crew;

/** One layer of a fused executor: what its threads share. */
abstract class Stage {

    /** Reads what it keeps of the parameters, before a batch whose longest chunk has {@code rows} rows. */
    abstract void prepare(int rows);

    /** The memory of one thread for chunks of up to {@code chunk} rows; {@code before} is none for the first layer. */
    abstract Pass pass(@Nullable Pass before, Feed feed, int chunk);

    /** Reads what it keeps of a direction in the space of parameters, laid out as they are; always the one block. */
    abstract void prepareDirection(Block direction, int rows);

    /** The most rows that it takes at a time; passes follow, and {@link #gather} in between. */
    int mostRows() {
        return Integer.MAX_VALUE;
    }

    /**
     * Looks at rows that passes will be made over, where it has work on all of them together.
     *
     * @param alongDirection whether tangents are asked for
     * @return the rows as passes are fed with them, counted from the first of them
     */
    Rows look(Rows rows, int first, int count, boolean alongDirection, Crew crew) {
        return rows.from(first);
    }

    /** How many parameters at the start of all are left out of lanes, as its own to {@link #collect}. */
    int apart() {
        return 0;
    }

    /** Floats of a lane's gradient beside the parameters in it. */
    int extra() {
        return 0;
    }

    /** Takes the memory that gradients need, and begins one; an executor that only evaluates never asks. */
    void open() {}

    /** Adds the gradient of the rows looked at that is not in lanes to what it holds. */
    void gather(Crew crew) {}

    /** Writes what it holds of the gradient, and of the sum of all lanes, to its places. */
    void collect(Lane sum, float[] gradient, Crew crew) {}
}
