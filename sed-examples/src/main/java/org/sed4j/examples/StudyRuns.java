package org.sed4j.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Json;
import org.sed4j.core.report.Painter;
import org.sed4j.core.report.Report;
import org.sed4j.core.report.Summary;
import org.sed4j.core.run.Code;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.NumericalDivergence;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;
import org.sed4j.core.run.Shown;
import org.sed4j.core.run.Version;
import org.sed4j.examples.report.Figures;

/** The runs of a study: one folder or one for each seed, begun or taken up, then reported. */
final class StudyRuns {
    /** 128 + SIGINT, the exit status shells use for it. */
    private static final int INTERRUPTED = 130;

    private static final Painter FIGURES = new Figures();

    private final Study study;
    private final String name;
    private final String unit;

    StudyRuns(Study study, String name, String unit) {
        this.study = study;
        this.name = name;
        this.unit = unit;
    }

    /**
     * How to talk.
     *
     * @param print where results go
     * @param json whether they end with one JSON object
     * @param quiet whether progress is not shown
     */
    record Mode(PrintWriter print, boolean json, boolean quiet) {}

    int begin(Path root, Config config, int seeds, String command, Mode mode) throws IOException {
        study.check(config);
        long first = config.whole("run.seed");
        RunRecord record = RunRecord.begun(first, seeds, command, config.yaml(), Instant.now());
        RunFolder folder = RunFolder.create(root, record);
        Inputs.keep(folder, config, study.inputs(config));
        return all(folder, config, mode);
    }

    int resume(RunFolder folder, Config config, Mode mode) throws IOException {
        if (!folder.record().code().equals(Code.digest())) {
            System.err.println("Note: " + folder + " was begun by another build of version " + Version.current()
                    + ". It goes on, but a run made in one piece may give other bytes.");
        }
        return all(folder, config, mode);
    }

    private int all(RunFolder folder, Config config, Mode mode) throws IOException {
        Map<Long, Study.Result> results = new LinkedHashMap<>();
        try (Held held = new Held(folder, study);
                Interruption interruption = listening()) {
            held.check(config);
            int seeds = folder.record().seeds();
            for (int i = 0; i < seeds; i++) {
                long seed = folder.record().seed() + i;
                Config own = seeds == 1 ? config : config.with("run.seed", Long.toString(seed));
                RunFolder member = held.member(seed, own);
                Study.Result result = one(member, own, interruption, mode);
                if (!result.ended()) {
                    System.err.println("Stopped after round " + result.rounds() + " of seed " + seed
                            + ". Go on with: sed " + name + " --resume " + Shown.line(folder.toString()));
                    return INTERRUPTED;
                }
                results.put(seed, result);
            }
            if (seeds > 1) {
                Report.write(folder, held.members(), FIGURES);
            }
            finish(folder, results, mode);
        }
        return Sed.DONE;
    }

    private static Interruption listening() {
        return Interruption.onSignals(System.err::println);
    }

    private Study.Result one(RunFolder folder, Config config, Interruption interruption, Mode mode) throws IOException {
        if (Files.notExists(folder.labels())) {
            folder.write(folder.labels(), study.legend(config).json());
        }
        Study.Result result;
        try (Progress progress = TerminalProgress.fitting(mode.quiet, mode.json, unit)) {
            result = study.run(config, folder, progress, interruption);
        } catch (NumericalDivergence e) {
            System.err.println(
                    folder.checkpoints(1).any()
                            ? "The last good state is kept in "
                                    + Shown.line(folder.checkpoints().toString())
                            : "No round had ended, so there is no good state to keep.");
            throw e;
        }
        if (result.ended()) {
            folder.end(Json.line(object(folder, Map.of(folder.record().seed(), result))));
            Report.write(folder, List.of(folder), FIGURES);
        }
        return result;
    }

    private void finish(RunFolder folder, Map<Long, Study.Result> results, Mode mode) throws IOException {
        Map<String, Object> object = object(folder, results);
        if (results.size() > 1) {
            folder.end(Json.line(object));
        }
        PrintWriter print = mode.print;
        summaries(results)
                .forEach((figure, summary) -> print.printf(Locale.ROOT, "%-28s %s%n", figure, summary.text()));
        print.printf(
                Locale.ROOT,
                "%-28s %s%n",
                "report",
                folder.report().toAbsolutePath().toUri());
        if (mode.json) {
            print.println(Json.line(object));
        }
        print.flush();
    }

    private Map<String, Object> object(RunFolder folder, Map<Long, Study.Result> results) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("command", name);
        object.put("version", Version.current());
        object.put("code_digest", Code.digest());
        object.put("seed", folder.record().seed());
        object.put("out", folder.root().toString());
        object.put("report", folder.report().toString());
        object.putAll(study.together(results));
        if (results.size() == 1) {
            Study.Result only = results.values().iterator().next();
            object.put("rounds", only.rounds());
            object.put("results", only.figures());
            return object;
        }
        List<Object> runs = new ArrayList<>();
        results.forEach((seed, result) ->
                runs.add(Json.object("seed", seed, "rounds", result.rounds(), "results", result.figures())));
        Map<String, Object> means = new LinkedHashMap<>();
        Map<String, Object> halves = new LinkedHashMap<>();
        summaries(results).forEach((figure, summary) -> {
            means.put(figure, summary.mean());
            halves.put(figure, summary.halfWidth());
        });
        object.put("seeds", new ArrayList<>(results.keySet()));
        object.put("runs", runs);
        object.put("mean", means);
        object.put("confidence_95", halves);
        return object;
    }

    private static Map<String, Summary> summaries(Map<Long, Study.Result> results) {
        Map<String, List<Double>> columns = new LinkedHashMap<>();
        results.values()
                .forEach(result -> result.figures()
                        .forEach((figure, value) -> columns.computeIfAbsent(figure, f -> new ArrayList<>())
                                .add(value)));
        Map<String, Summary> summaries = new LinkedHashMap<>();
        columns.forEach((figure, values) -> summaries.put(figure, Summary.of(values)));
        return summaries;
    }
}
