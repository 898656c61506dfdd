package org.sed4j.core.run;

import java.util.Map;

/**
 * Where a run says how far it is; the library reports, and whoever runs it shows it.
 *
 * <p>Called about once an update or a round, never in a step. Reporting changes no result.
 */
public interface Progress extends AutoCloseable {

    /**
     * Says how far the run is.
     *
     * @param done steps done since the run began, in a unit that the whole run keeps to
     * @param of steps in all; at least {@code done}
     * @param label what is being done, in a few words
     * @param figures the latest numbers worth watching, in order
     */
    void report(long done, long of, String label, Map<String, Double> figures);

    /** Says something once, such as that a checkpoint was taken up. */
    void note(String line);

    /** Says that the run is over. */
    @Override
    void close();

    /** Shows nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void report(long done, long of, String label, Map<String, Double> figures) {}

            @Override
            public void note(String line) {}

            @Override
            public void close() {}
        };
    }
}
