package org.sed4j.core.sweep;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.config.Config;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.RunFolder;

/** What a sweep runs in every cell. Cells run at the same time: nothing that one changes may be seen by another. */
public interface Experiment {

    /**
     * The whole configuration of settings and a seed.
     *
     * @throws IllegalArgumentException if they cannot be, naming key, value and rule
     */
    Config config(Map<String, String> settings, long seed);

    /**
     * Runs it in its folder from where that stands, on the calling thread.
     *
     * @param folder claimed for this run
     * @param interruption asked between rounds; when it wishes, the state is kept and nothing is returned
     * @return what came of it, by name; empty if it was interrupted
     */
    Optional<Map<String, Double>> run(Config config, RunFolder folder, Interruption interruption) throws IOException;
}
