package org.sed4j.core.run;

import java.io.IOException;

/**
 * A file of a run that grows by the rows that are measured: a resumed run cuts it back to its checkpoint, so that it ends as if
 * the run had never stopped.
 */
public interface Growing {

    /**
     * Makes sure that a run with so many rows can go on; reads only.
     *
     * @throws IOException if the file is damaged, or holds less; the message says where
     */
    void check(long rows) throws IOException;

    /**
     * Cuts the file back to what belongs to the first {@code rows} rows.
     *
     * @throws IOException if it holds less
     */
    void truncateTo(long rows) throws IOException;

    /** Waits until the disk has everything: before a checkpoint that counts on it. */
    void sync() throws IOException;
}
