package org.sed4j.examples.bench;

import java.util.List;
import java.util.Map;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.run.Progress;

/** One measurement of the library's speed against another loop in the same run. */
public interface Benchmark {

    /** One word, what is typed after {@code sed bench}. */
    String name();

    /** One line on what is measured against what. */
    String about();

    /**
     * Measures.
     *
     * @return a row for each setting: names in order, each a text or a number; one of them the ratio
     */
    List<Map<String, Object>> run(Settings settings, Progress progress);

    /** Its economies, if backends can be raced with them; else empty. */
    default List<BackendRace.Economy> economies() {
        return List.of();
    }

    /**
     * What to measure.
     *
     * @param batches sizes B to measure, each at least 1
     * @param threads sizes of the crew to measure, each at least 1
     * @param seconds for each measurement, above 0
     * @param seed of all chance
     * @param backends to race against the JVM; empty for the benchmark's own race
     * @param check whether each backend is first held to the JVM's results in full
     */
    record Settings(
            List<Integer> batches,
            List<Integer> threads,
            double seconds,
            long seed,
            List<Backend> backends,
            boolean check) {

        /** The benchmark's own race, on the JVM. */
        public Settings(List<Integer> batches, List<Integer> threads, double seconds, long seed) {
            this(batches, threads, seconds, seed, List.of(), false);
        }

        public Settings {
            backends = List.copyOf(backends);
            batches = List.copyOf(batches);
            threads = List.copyOf(threads);
            batches.forEach(size -> positive(size, "batch"));
            threads.forEach(size -> positive(size, "threads"));
            if (!(seconds > 0)) {
                throw new IllegalArgumentException(
                        "seconds (" + seconds + ") must be greater than 0.\nMaybe a sign was lost.");
            }
        }

        private static void positive(int size, String name) {
            if (size < 1) {
                throw new IllegalArgumentException(
                        name + " (" + size + ") must be at least 1.\nMaybe it was left at zero or a sign was lost.");
            }
        }
    }
}
