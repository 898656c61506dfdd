package org.sed4j.examples.options;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.report.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command answers: results on standard output, and with {@code --json} one object on its last line. */
public final class Output {
    @Option(names = "--json", description = "One JSON object on the last line of standard output.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** The options of one command. */
    public Output() {}

    /** Standard output. */
    public PrintWriter print() {
        return Objects.requireNonNull(command).commandLine().getOut();
    }

    /** Whether the result is wanted as an object: progress should then keep to standard error, in lines. */
    public boolean json() {
        return json;
    }

    /** Says the last word: the result as an object, if that was asked for. */
    public void end(Supplier<Map<String, Object>> result) {
        PrintWriter print = print();
        if (json) {
            print.println(Json.line(result.get()));
        }
        print.flush();
    }
}
