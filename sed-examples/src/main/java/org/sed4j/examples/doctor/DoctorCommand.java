package org.sed4j.examples.doctor;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.Version;
import org.sed4j.examples.options.Output;
import org.sed4j.examples.options.Unseeded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sed doctor}: what is here to run on. Ends with 0 whatever is missing: the JVM alone runs everything. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what this machine has to run on, and what a missing piece would need.")
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private final Unseeded seeding = new Unseeded();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        List<Finding> findings = Examination.all();
        findings.forEach(finding -> output.print().println(finding.shown()));
        output.end(() -> Json.object(
                "command",
                "doctor",
                "version",
                Version.current(),
                "seed",
                seeding.seed(),
                "pieces",
                findings.stream().map(Finding::toMap).collect(Collectors.toList())));
        return 0;
    }
}
