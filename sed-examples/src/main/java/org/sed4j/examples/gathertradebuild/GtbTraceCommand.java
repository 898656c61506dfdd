package org.sed4j.examples.gathertradebuild;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sed4j.core.report.Json;
import org.sed4j.examples.options.Output;
import org.sed4j.examples.options.Unseeded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sed gtb-trace FILE...}: replays recorded traces and prints the first deviation of each, or {@code exact}. */
@Command(
        name = "gtb-trace",
        mixinStandardHelpOptions = true,
        description = "Replays recorded traces of Gather-Trade-Build: the first deviation, or exact.")
public final class GtbTraceCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Traces in the golden file's format.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final Unseeded chance = new Unseeded();

    @Mixin
    private final Output output = new Output();

    /** The command. */
    public GtbTraceCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter print = output.print();
        List<Map<String, Object>> results = new ArrayList<>();
        boolean exact = true;
        for (Path file : files) {
            Optional<String> deviation = TraceReplay.firstDeviation(file);
            exact &= deviation.isEmpty();
            String found = deviation.orElse("exact");
            print.println(files.size() == 1 ? found : file + ": " + found);
            results.add(Json.object("file", file.toString(), "result", found));
        }
        boolean all = exact;
        output.end(() -> Json.object("command", "gtb-trace", "seed", chance.seed(), "exact", all, "traces", results));
        return exact ? 0 : 1;
    }
}
