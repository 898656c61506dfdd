package org.sed4j.examples;

import java.util.List;
import org.sed4j.examples.bench.BenchCommand;

/** The commands of the launcher, one line each. */
final class Commands {
    private Commands() {}

    static List<Object> all() {
        return List.of(new BenchCommand(List.of()));
    }
}
