package org.sed4j.core.run;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Something that a run can stop in the middle of and take up again, to the bit.
 *
 * @implSpec {@code load} after {@code save} on an object built from the same configuration leaves it indistinguishable from
 *     the saved one: every later result is the same, bit for bit.
 */
public interface Checkpointed {

    /** Writes everything that later results depend on and the configuration does not give. */
    void save(DataOutput out) throws IOException;

    /**
     * Takes up what {@link #save} wrote.
     *
     * @throws IOException if the bytes end early or were written for another configuration; the message says which
     */
    void load(DataInput in) throws IOException;
}
