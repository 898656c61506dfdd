package org.sed4j.core.sweep;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Progress;

/**
 * Runs the cells of a plan side by side in one process, each in a run folder of its own that is named by a hash of its whole
 * configuration: begun again it skips what is done, goes on with what was cut off, and gives the same bytes.
 *
 * <p>In the sweep's folder: {@code cells/HASH/}, a run each; {@code results.csv}, a row a cell in the plan's order with what came of
 * it; {@code summary.csv}, means over seeds with intervals; {@code rounds.csv}, a row for each round of each; {@code failures.csv},
 * if any failed. The tables are written when the sweep ends or stops, aside and moved into place.
 */
public final class Sweep {
    private final SweepPlan plan;
    private final Experiment experiment;
    private final int threads;
    private final boolean redo;

    private Sweep(SweepPlan plan, Experiment experiment, int threads, boolean redo) {
        this.plan = plan;
        this.experiment = experiment;
        this.threads = threads;
        this.redo = redo;
    }

    /** A sweep on all cores. */
    public static Sweep of(SweepPlan plan, Experiment experiment) {
        return new Sweep(plan, experiment, Runtime.getRuntime().availableProcessors(), false);
    }

    /** The same with so many cells at a time. */
    public Sweep threads(int count) {
        return new Sweep(plan, experiment, Require.atLeast(count, 1, "cells at a time"), redo);
    }

    /** The same, which makes the cells again that another build made. */
    public Sweep redo() {
        return new Sweep(plan, experiment, threads, true);
    }

    /**
     * How it ended.
     *
     * @param cells how many the plan has
     * @param done how many are done now
     * @param skipped how many of these were done before
     * @param foreign how many of these another build made
     * @param failures messages of the cells that failed, by folder
     * @param stopped whether it was interrupted
     */
    public record Outcome(
            int cells, int done, int skipped, int foreign, Map<String, String> failures, boolean stopped) {}

    /**
     * Runs what is not done.
     *
     * @param root new, empty, or of a sweep before
     * @throws IllegalArgumentException before anything is run, if a cell cannot be, or another process sweeps here
     * @throws IOException if the folder or a table cannot be written
     */
    @SuppressWarnings("try") // the lock is held, not used
    public Outcome in(Path root, Progress progress, Interruption interruption) throws IOException {
        List<Task> tasks = tasks(root);
        Files.createDirectories(root.resolve("cells"));
        try (FileChannel channel = locked(root)) {
            List<Task.Result> results = run(tasks, progress, interruption);
            return outcome(root, tasks, results, interruption.requested());
        }
    }

    private List<Task> tasks(Path root) {
        Map<String, Task> byName = new LinkedHashMap<>(); // arms that come to one configuration are one cell
        for (Cell cell : plan.cells()) {
            Task task = Task.of(cell, experiment, root.resolve("cells"), redo);
            byName.putIfAbsent(task.name(), task);
        }
        return List.copyOf(byName.values());
    }

    private static FileChannel locked(Path root) throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve("sweep.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException mine) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalArgumentException("sweep folder (" + root
                    + ") is in use by another sweep.\nMaybe it still goes on in another window.");
        }
        return channel;
    }

    private List<Task.Result> run(List<Task> tasks, Progress progress, Interruption interruption) throws IOException {
        Tally tally = new Tally(tasks.size(), progress);
        ExecutorService crew = Executors.newFixedThreadPool(Math.min(threads, tasks.size()));
        try {
            List<Future<Task.Result>> running = new ArrayList<>();
            for (Task task : tasks) {
                running.add(crew.submit(() -> {
                    Task.Result result = task.run(interruption);
                    tally.ended(task, result);
                    return result;
                }));
            }
            List<Task.Result> results = new ArrayList<>();
            for (Future<Task.Result> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            interruption.request();
            Thread.currentThread().interrupt();
            throw new IOException("The sweep was interrupted; begin it again to go on.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a cell ended outside of its own care", e.getCause());
        } finally {
            crew.shutdownNow();
        }
    }

    private static Outcome outcome(Path root, List<Task> tasks, List<Task.Result> results, boolean stopped)
            throws IOException {
        Map<String, String> failures = new LinkedHashMap<>();
        int done = 0;
        int skipped = 0;
        int foreign = 0;
        for (int i = 0; i < tasks.size(); i++) {
            Task.Result result = results.get(i);
            done += result.figures().isPresent() ? 1 : 0;
            skipped += result.skipped() ? 1 : 0;
            foreign += result.foreign() ? 1 : 0;
            if (!result.failure().isEmpty()) {
                failures.put(tasks.get(i).name(), result.failure());
            }
        }
        SweepTables.write(root, tasks, results);
        return new Outcome(tasks.size(), done, skipped, foreign, failures, stopped);
    }

    /** Counts what ends, for those who wait. */
    private static final class Tally {
        private final int all;
        private final Progress progress;
        private int ended;
        private int failed;

        Tally(int all, Progress progress) {
            this.all = all;
            this.progress = progress;
        }

        synchronized void ended(Task task, Task.Result result) {
            if (!result.failure().isEmpty()) {
                failed++;
                progress.note("Cell " + task.name() + " " + task.cell().arm() + " from seed "
                        + task.cell().seed() + " failed: "
                        + result.failure().lines().findFirst().orElse(""));
            }
            if (result.figures().isPresent() || !result.failure().isEmpty()) {
                ended++;
                progress.report(
                        ended,
                        all,
                        "cell " + ended + "/" + all,
                        failed == 0 ? Map.of() : Map.of("failed", (double) failed));
            }
        }
    }
}
