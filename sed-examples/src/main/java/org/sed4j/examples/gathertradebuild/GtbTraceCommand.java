package org.sed4j.examples.gathertradebuild;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sed4j.examples.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sed gtb-trace FILE...}: replays recorded traces and prints the first deviation of each, or {@code exact}. */
@Command(
        name = "gtb-trace",
        mixinStandardHelpOptions = true,
        description = "Replays recorded traces of Gather-Trade-Build: the first deviation, or exact.")
public final class GtbTraceCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Traces in the golden file's format.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Accepted like everywhere; a replay draws no chance that matters.")
    private long seed = 1;

    @Option(names = "--json", description = "One JSON object on the last line of standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** The command. */
    public GtbTraceCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        List<Map<String, Object>> results = new ArrayList<>();
        boolean exact = true;
        for (Path file : files) {
            Optional<String> deviation = TraceReplay.firstDeviation(file);
            exact &= deviation.isEmpty();
            String found = deviation.orElse("exact");
            print.println(files.size() == 1 ? found : file + ": " + found);
            results.add(Json.object("file", file.toString(), "result", found));
        }
        if (json) {
            print.println(
                    Json.line(Json.object("command", "gtb-trace", "seed", seed, "exact", exact, "traces", results)));
        }
        print.flush();
        return exact ? 0 : 1;
    }
}
