package org.sed4j.examples.bench;

import org.sed4j.core.pomg.Tensors;

/** Holds the engine and a hand-written loop to the same results, so that a race is between equals. */
final class EngineChecks {
    private EngineChecks() {}

    /**
     * Steps both and compares all that players see and get, step by step.
     *
     * @return the checksum after the last step
     * @throws IllegalStateException if they differ, naming the step
     */
    static long same(EngineRunner engine, Stopwatch.Runner other, Tensors published, int steps) {
        long checksum = 0;
        for (int t = 0; t < steps; t++) {
            engine.steps(1);
            other.steps(1);
            checksum = EngineRunner.checksum(engine.now());
            long theirs = EngineRunner.checksum(published);
            if (checksum != theirs) {
                throw new IllegalStateException("The two loops differ after step " + t + ": "
                        + Long.toHexString(checksum) + " and " + Long.toHexString(theirs)
                        + ".\nMaybe a rule was changed in one of them only, or a backend computes otherwise.");
            }
        }
        return checksum;
    }
}
