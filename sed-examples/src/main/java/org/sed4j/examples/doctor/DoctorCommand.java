package org.sed4j.examples.doctor;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.Version;
import org.sed4j.examples.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sed doctor}: what is here to run on. Ends with 0 whatever is missing: the JVM alone runs everything. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what this machine has to run on, and what a missing piece would need.")
public final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--seed", paramLabel = "N", description = "Taken for uniformity; nothing is drawn.")
    private long seed = 1;

    @Option(names = "--json", description = "One JSON object on the last line of standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Finding> findings = Examination.all();
        findings.forEach(finding -> out.println(finding.shown()));
        if (json) {
            out.println(Json.line(Json.object(
                    "command",
                    "doctor",
                    "version",
                    Version.current(),
                    "seed",
                    seed,
                    "pieces",
                    findings.stream().map(Finding::toMap).collect(Collectors.toList()))));
        }
        out.flush();
        return 0;
    }
}
