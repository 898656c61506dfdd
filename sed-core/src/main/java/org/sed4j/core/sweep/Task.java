package org.sed4j.core.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.Code;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;

/**
 * A cell to be run, with its whole configuration and its folder.
 *
 * @param name of its folder: the beginning of the configuration's digest
 */
record Task(Cell cell, Config config, String name, Path folder, Experiment experiment, boolean redo) {
    private static final int NAME = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a folder holds whose creation was cut off. */
    private static final Set<String> BEGINNING =
            Set.of("config.yaml", "config.yaml.part", "provenance.json.part", "checkpoints", "models", "run.lock");

    /**
     * What became of it.
     *
     * @param figures what came of it; empty if it was stopped or failed
     * @param skipped whether that was so before
     * @param foreign whether another build made it
     * @param failure why it failed; empty if it did not
     */
    record Result(Optional<Map<String, Double>> figures, boolean skipped, boolean foreign, String failure) {}

    static Task of(Cell cell, Experiment experiment, Path cells, boolean redo) {
        Config config = experiment.config(cell.settings(), cell.seed());
        String name = config.digest().substring(0, NAME);
        return new Task(cell, config, name, cells.resolve(name), experiment, redo);
    }

    /** Runs it if it is not done. Never fails itself: a cell that does leaves the others alone. */
    Result run(Interruption interruption) {
        try {
            Optional<RunFolder> before = before();
            if (before.isPresent() && before.get().ended()) {
                boolean foreign = !before.get().record().code().equals(Code.digest());
                return new Result(Optional.of(figures(before.get())), true, foreign, "");
            }
            if (interruption.requested()) {
                return new Result(Optional.empty(), false, false, "");
            }
            return new Result(lived(before, interruption), false, false, "");
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Result(Optional.empty(), false, false, message);
        }
    }

    @SuppressWarnings("try") // the claim is held, not used
    private Optional<Map<String, Double>> lived(Optional<RunFolder> before, Interruption interruption)
            throws IOException {
        RunFolder run = before.isPresent()
                ? before.get()
                : RunFolder.create(folder, RunRecord.begun(cell.seed(), 1, "sweep", config.yaml(), Instant.now()));
        try (RunFolder.Claim claim = run.claim()) {
            Optional<Map<String, Double>> figures = experiment.run(config, run, interruption);
            if (figures.isPresent()) {
                run.end(Json.line(Json.object("seed", cell.seed(), "results", figures.get())));
            }
            return figures;
        }
    }

    /** The run in its folder, if one was begun that may go on. */
    private Optional<RunFolder> before() throws IOException {
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        if (Files.notExists(folder.resolve("provenance.json"))) {
            clear(BEGINNING);
            return Optional.empty();
        }
        RunFolder run = RunFolder.open(folder);
        if (redo && !run.record().code().equals(Code.digest())) {
            clear(Set.of());
            return Optional.empty();
        }
        return Optional.of(run);
    }

    /** Empties the folder; only of these files, if any are named. */
    private void clear(Set<String> expected) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) { // follows no links
            all = files.filter(file -> !file.equals(folder))
                    .sorted(Comparator.comparing(Path::getNameCount).reversed())
                    .toList();
        }
        for (Path file : all) {
            String top = folder.relativize(file).getName(0).toString();
            if (!expected.isEmpty() && !expected.contains(top)) {
                throw new IOException(
                        "Folder " + folder + " holds " + top + ", which is none of a run's that was cut off.");
            }
        }
        try {
            for (Path file : all) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Map<String, Double> figures(RunFolder run) throws IOException {
        JsonNode results = JSON.readTree(run.results().toFile()).path("results");
        Map<String, Double> figures = new LinkedHashMap<>();
        results.properties()
                .forEach(figure -> figures.put(
                        figure.getKey(),
                        figure.getValue().isNumber() ? figure.getValue().asDouble() : Double.NaN));
        return figures;
    }
}
