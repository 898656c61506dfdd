package org.sed4j.examples;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Legend;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;

/** An experiment that is configured, run in a folder, stopped and taken up again. */
@FunctionalInterface
public interface Study {

    /**
     * Runs to the end, from the folder's newest checkpoint if it has one; a run at its end gives its results again.
     *
     * @param config the whole configuration, as the folder holds it, except {@code run.threads} and {@code run.backend}, which may differ
     * @param folder claimed for this run; the study writes its metrics, timing, checkpoints, models and replay, mostly by a {@link
     *     org.sed4j.core.run.Runner}
     * @param progress told about once an update
     * @param interruption asked between rounds; when it wishes, the study saves a checkpoint and returns
     * @throws org.sed4j.core.run.NumericalDivergence if a number ceased to be one; the last good state is saved
     */
    Result run(Config config, RunFolder folder, Progress progress, Interruption interruption) throws IOException;

    /**
     * Refuses a configuration that no schema can see is impossible, before a folder is made: a map without a spawn.
     *
     * @throws IllegalArgumentException with name, value, rule and likely cause
     */
    default void check(Config config) {}

    /** The keys whose values are paths of files that a run reads, as it is configured: a run goes on only with the same files. */
    default List<String> inputs(Config config) {
        return List.of();
    }

    /** What the numbers of a run mean: its report's title, sections and panels. */
    default Legend legend(Config config) {
        String study = config.schema().study().replace('-', ' ');
        return Legend.titled(Character.toUpperCase(study.charAt(0)) + study.substring(1));
    }

    /**
     * What the runs of several seeds, or of one, come to together: members of the JSON object beside those that every study has.
     *
     * @param results by seed, all ended
     */
    default Map<String, Object> together(Map<Long, Result> results) {
        return Map.of();
    }

    /**
     * What came of it.
     *
     * @param ended false if it was stopped and can be resumed
     * @param rounds played in all
     * @param figures the results by name, in order; NaN is "not measured"
     */
    record Result(boolean ended, long rounds, Map<String, Double> figures) {}
}
