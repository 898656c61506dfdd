package org.sed4j.examples.sweep;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Require;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.NativeThreads;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Shown;
import org.sed4j.core.run.TextFile;
import org.sed4j.core.society.SocietyExperiment;
import org.sed4j.core.sweep.Axis;
import org.sed4j.core.sweep.PlanFile;
import org.sed4j.core.sweep.Sweep;
import org.sed4j.core.sweep.SweepPlan;
import org.sed4j.examples.TerminalProgress;
import org.sed4j.examples.options.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sed sweep}: the cells of a plan, each a society in a run folder of its own. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description =
                "Runs societies over grids, draws and seeds, side by side; begun again it goes on where it stood.")
public final class SweepCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int INTERRUPTED = 130;
    private static final int MOST_BYTES = 1 << 20;

    @Parameters(arity = "0..1", paramLabel = "PLAN.yaml", description = "A plan; docs/guides/sweeps.md has its form.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A key of every society, society.economy and the like included; may be repeated.")
    private List<String> settings = List.of();

    @Option(names = "--grid", paramLabel = "KEY=A,B,...", description = "Every one of these; may be repeated.")
    private List<String> grids = List.of();

    @Option(
            names = "--draw",
            paramLabel = "KEY=LOW..HIGH",
            description = "A number drawn uniformly, or with log: before LOW in its logarithm; may be repeated.")
    private List<String> drawn = List.of();

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "How often what is drawn is drawn (default: the plan's, or 1).")
    private @Nullable Integer draws;

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds each (default: the plan's, or 1).")
    private @Nullable Integer seeds;

    @Option(names = "--seed", paramLabel = "S", description = "The first of them (default: the plan's, or 1).")
    private @Nullable Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The sweep's folder, new or of this sweep.")
    private Path out = Path.of("");

    @Option(names = "--threads", paramLabel = "N", description = "Societies at a time; 0 is all cores (default: 0).")
    private int threads;

    @Option(names = "--redo", description = "Make those again that another build made.")
    private boolean redo;

    @Option(names = "--yes", description = "However many there are.")
    private boolean yes;

    @Mixin
    private final Output output = new Output();

    /** The command. */
    public SweepCommand() {}

    @Override
    public Integer call() throws IOException {
        Require.atLeast(threads, 0, "--threads");
        SweepPlan plan = plan();
        long most = plan.most();
        if (most > SweepPlan.MANY && !yes) {
            throw new IllegalArgumentException("cells of the sweep (" + most + ") must be at most " + SweepPlan.MANY
                    + " without --yes.\nMaybe an axis has more values than was meant.");
        }
        NativeThreads.single();
        int crew = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        Sweep sweep = Sweep.of(plan, new SocietyExperiment()).threads(crew);
        Sweep.Outcome outcome;
        try (Progress progress = TerminalProgress.fitting(false, output.json(), "cells");
                Interruption interruption = Interruption.onSignals(System.err::println)) {
            outcome = (redo ? sweep.redo() : sweep).in(out, progress, interruption);
        }
        say(outcome);
        return outcome.stopped() ? INTERRUPTED : outcome.failures().isEmpty() ? 0 : FAILED;
    }

    private SweepPlan plan() throws IOException {
        Path given = file;
        SweepPlan plan = given == null
                ? SweepPlan.of(Map.of())
                : PlanFile.parse(TextFile.read(given, MOST_BYTES), String.valueOf(given.getFileName()));
        for (String setting : settings) {
            plan = plan.setting(key(setting, "--set"), value(setting));
        }
        for (String grid : grids) {
            plan = plan.with(new Axis.Grid(key(grid, "--grid"), split(value(grid))));
        }
        for (String axis : drawn) {
            plan = plan.with(range(axis));
        }
        return plan.draws(draws == null ? plan.draws() : draws, plan.drawnBy())
                .seeds(seed == null ? plan.firstSeed() : seed, seeds == null ? plan.seedCount() : seeds);
    }

    private static String key(String assignment, String option) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw new IllegalArgumentException(option + " (" + Shown.of(assignment) + ") must be key=value.\n"
                    + "Maybe there are spaces around the equals sign: quote the whole.");
        }
        return assignment.substring(0, equals).trim();
    }

    private static String value(String assignment) {
        return assignment.substring(assignment.indexOf('=') + 1);
    }

    /** At commas that are not in brackets. */
    static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < list.length(); at++) {
            char c = list.charAt(at);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(list.substring(start, at).trim());
                start = at + 1;
            }
        }
        parts.add(list.substring(start).trim());
        return parts;
    }

    private static Axis range(String assignment) {
        String key = key(assignment, "--draw");
        String value = value(assignment);
        boolean logarithmic = value.startsWith("log:");
        String[] ends = (logarithmic ? value.substring("log:".length()) : value).split("\\.\\.", -1);
        try {
            if (ends.length == 2) {
                return new Axis.Range(key, Double.parseDouble(ends[0]), Double.parseDouble(ends[1]), logarithmic);
            }
        } catch (NumberFormatException no) {
            throw unfit(assignment, no);
        }
        throw unfit(assignment, null);
    }

    private static IllegalArgumentException unfit(String assignment, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "--draw (" + Shown.of(assignment) + ") must be key=low..high or key=log:low..high, two numbers."
                        + "\nMaybe a list of values was meant: use --grid.",
                cause);
    }

    private void say(Sweep.Outcome outcome) {
        PrintWriter print = output.print();
        print.printf("%d of %d cells done, %d of them before%n", outcome.done(), outcome.cells(), outcome.skipped());
        if (outcome.foreign() > 0) {
            print.printf("%d were made by another build; --redo makes them again%n", outcome.foreign());
        }
        outcome.failures()
                .forEach((cell, message) -> print.printf("failed: cells/%s: %s%n", cell, Shown.line(message)));
        if (outcome.stopped()) {
            print.println("Stopped. The same command goes on.");
        }
        print.println("results  " + out.resolve("results.csv").toAbsolutePath().toUri());
        output.end(() -> Json.object(
                "command", "sweep",
                "out", out.toString(),
                "cells", outcome.cells(),
                "done", outcome.done(),
                "skipped", outcome.skipped(),
                "other_build", outcome.foreign(),
                "failed", outcome.failures().size(),
                "stopped", outcome.stopped()));
    }
}
