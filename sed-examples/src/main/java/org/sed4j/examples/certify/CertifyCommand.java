package org.sed4j.examples.certify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.config.Nearest;
import org.sed4j.core.game.Require;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;
import org.sed4j.core.run.Runner;
import org.sed4j.examples.TerminalProgress;
import org.sed4j.examples.options.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sed certify}: rule x objective x principal x followers, each ring against its exact answer. */
@Command(
        name = "certify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Societies whose right outcome is known exactly: what the whole ring comes to, and how far off it is.")
public final class CertifyCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;

    @Option(names = "--society", split = ",", paramLabel = "NAME", description = "Only these families (default: all).")
    private List<String> only = List.of();

    @Option(
            names = "--objectives",
            split = ",",
            paramLabel = "O",
            description = "Only these objectives (default: all).")
    private List<String> objectives = List.of();

    @Option(
            names = "--principals",
            split = ",",
            paramLabel = "P",
            description = "Only these principals (default: all).")
    private List<String> principals = List.of();

    @Option(names = "--seeds", paramLabel = "K", description = "Rings a row (default: ${DEFAULT-VALUE}).")
    private int seeds = 5;

    @Option(names = "--seed", paramLabel = "N", description = "First seed (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Rings at a time; changes no result (default: all cores).")
    private int threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The run's folder, new or of the same table, which then goes on (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("runs", "certify");

    @Option(names = "--list", description = "Show the families, a line each.")
    private boolean list;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Mixin
    private final Output output = new Output();

    /** The command. */
    public CertifyCommand() {}

    @Override
    @SuppressWarnings("try") // the claim is held, not used
    public Integer call() throws IOException {
        PrintWriter print = output.print();
        if (list) {
            Families.all().forEach(family -> print.printf("%-16s %s%n", family.name(), family.about()));
            print.flush();
            return 0;
        }
        Require.atLeast(seeds, 1, "--seeds");
        Require.atLeast(threads, 0, "--threads");
        List<Family> families = families();
        List<Claim> claims = claims(families);
        RunFolder folder = folder(claims);
        int atOnce = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        try (RunFolder.Claim held = folder.claim();
                Interruption interruption = Interruption.onSignals(System.err::println);
                CertifyTurns turns = new CertifyTurns(claims, seed, seeds, atOnce);
                Progress progress = TerminalProgress.fitting(quiet, false, "rows")) {
            Plan plan = Plan.of("row", claims.size())
                    .checkpoints(1, 2)
                    .watching("gap", "gap")
                    .watching("regret", "regret");
            progress.note(claims.size() + " rows of " + seeds + " rings each, in " + folder.root());
            if (!Runner.play(turns, folder, plan, progress, interruption)) {
                progress.note("Stopped. The same command goes on.");
                return INTERRUPTED;
            }
            CertifyPage page = new CertifyPage(families, turns.judged(), seed, seeds);
            page.write(folder);
            folder.end(Json.line(page.json()));
            tell(turns.judged(), folder, print);
            output.end(page::json);
        }
        return 0;
    }

    private static void tell(List<Judged> judged, RunFolder folder, PrintWriter print) {
        for (Judged one : judged) {
            print.printf(
                    Locale.ROOT,
                    "%-74s exact %8.4f  reached %8.4f  gap %6.2f %% ± %.2f  %s%n",
                    one.claim().label(),
                    one.claim().truth().policy(),
                    one.policy().mean(),
                    100 * one.gap().mean(),
                    100 * one.gap().halfWidth(),
                    one.holds() ? "" : "missed");
        }
        print.printf("report %s%n", folder.report().toAbsolutePath().toUri());
    }

    private List<Family> families() {
        List<Family> all = Families.all();
        List<String> known = all.stream().map(Family::name).toList();
        checked("--society", only, known);
        return all.stream()
                .filter(family -> only.isEmpty() || only.contains(family.name()))
                .toList();
    }

    private List<Claim> claims(List<Family> families) {
        List<Claim> claims = new ArrayList<>();
        families.forEach(family -> claims.addAll(family.claims()));
        checked(
                "--objectives",
                objectives,
                claims.stream().map(Claim::objective).distinct().toList());
        checked(
                "--principals",
                principals,
                claims.stream().map(Claim::principal).distinct().toList());
        claims.removeIf(claim -> !(objectives.isEmpty() || objectives.contains(claim.objective()))
                || !(principals.isEmpty() || principals.contains(claim.principal())));
        Require.atLeast(claims.size(), 1, "rows that go with --objectives and --principals");
        return claims;
    }

    private static void checked(String option, List<String> names, List<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(option + " (" + name + ") must be of " + String.join(", ", known)
                        + ".\nMaybe you meant " + Nearest.to(name, known) + ".");
            }
        }
    }

    /** A new folder, or that of the same table. */
    private RunFolder folder(List<Claim> claims) throws IOException {
        StringBuilder told = new StringBuilder("certify:\n  seeds: " + seeds + "\n  rows:\n");
        claims.forEach(claim -> told.append("    - \"").append(claim.label()).append("\"\n"));
        @Nullable Path provenance = out.resolve("provenance.json");
        if (!Files.exists(provenance)) {
            return RunFolder.create(out, RunRecord.begun(seed, 1, "certify", told.toString(), Instant.now()));
        }
        RunFolder folder = RunFolder.open(out);
        if (folder.record().seed() != seed || !folder.record().config().equals(told.toString())) {
            throw new IllegalArgumentException("out (" + out + ") must be a new folder, or that of the same table."
                    + "\nMaybe it holds other rows or seeds: give another folder.");
        }
        return folder;
    }
}
