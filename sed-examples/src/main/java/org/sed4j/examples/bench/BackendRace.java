package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.pomg.Translations;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.pomg.conformance.Parity;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Seed;

/**
 * {@code sed bench NAME --backend ...}: one economy on a backend against the same on the JVM, the same actions, designs,
 * resets and published tensors, in turns; before and after, both must show the same.
 */
public final class BackendRace {
    private static final int TURNS = 64;
    /** Steps and worlds of {@code --check}. */
    private static final int CHECKED_STEPS = 1_000;

    private static final int CHECKED_WORLDS = 1_024;

    private BackendRace() {}

    /**
     * What is raced.
     *
     * @param name of the rules
     * @param maker of the World
     * @param design enacted where due
     */
    public record Economy(String name, Supplier<? extends World> maker, float[] design) {}

    static List<Map<String, Object>> run(List<Economy> economies, Benchmark.Settings settings, Progress progress) {
        List<Map<String, Object>> rows = new ArrayList<>();
        int total = economies.size()
                * settings.backends().size()
                * settings.batches().size()
                * settings.threads().size();
        for (Economy economy : economies) {
            for (Backend backend : settings.backends()) {
                if (settings.check()) {
                    progress.report(rows.size(), total, economy.name() + ", check of " + backend.label(), Map.of());
                    Parity.check(economy.maker(), backend, CHECKED_WORLDS, CHECKED_STEPS, Seed.of(settings.seed()));
                }
                for (int batch : settings.batches()) {
                    for (int threads : settings.threads()) {
                        String now = economy.name() + ", " + backend.label() + ", B " + batch + ", threads " + threads;
                        progress.report(rows.size(), total, now, Map.of());
                        rows.add(row(economy, backend, batch, threads, settings));
                    }
                }
            }
        }
        return rows;
    }

    private static Map<String, Object> row(
            Economy economy, Backend backend, int batch, int threads, Benchmark.Settings settings) {
        Seed seed = Seed.of(settings.seed());
        try (Pomg raced = batch(economy, backend, batch, threads, seed);
                Pomg plain = batch(economy, Backend.JVM, batch, threads, seed)) {
            IntTensor[] actions = EngineRunner.randomActions(
                    TURNS,
                    batch,
                    raced.players(),
                    raced.spaces().choices(),
                    seed.named("actions").rng());
            FloatTensor designs = EngineRunner.everywhere(batch, economy.design());
            EngineRunner one = new EngineRunner(raced, actions, designs);
            EngineRunner other = new EngineRunner(plain, actions, designs);
            EngineChecks.same(one, other, plain.now(), checked(batch));
            Stopwatch.Timing timing = Stopwatch.race(one, other, settings.seconds());
            long checksum = EngineChecks.same(one, other, plain.now(), 1);
            if (raced.stateHash() != plain.stateHash()) {
                throw new IllegalStateException(
                        "The backends jvm and " + backend.label() + " have come to different states.");
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("rules", economy.name());
            row.put("backend", raced.backing().backend().label());
            row.put("batch", batch);
            row.put("threads", threads);
            row.put("env steps/s", timing.subject() * batch);
            row.put("agent steps/s", timing.subject() * batch * raced.players());
            row.put("against", "jvm");
            row.put("its env steps/s", timing.reference() * batch);
            row.put("ratio", timing.ratio());
            row.put("checked steps", settings.check() ? CHECKED_STEPS : checked(batch));
            row.put("checksum", Long.toHexString(checksum));
            if (raced.backing().backend() == Backend.CUDA) {
                double alone = kernels(economy, actions, designs, threads, settings);
                long bytes = least(economy, raced.now(), batch);
                row.put("without copies", alone * batch);
                row.put("bytes", bytes);
                row.put("GB/s", alone * batch * bytes * 1e-9);
            }
            return row;
        }
    }

    /** Steps of the batch a second when what players see stays on the device. */
    private static double kernels(
            Economy economy, IntTensor[] actions, FloatTensor designs, int threads, Benchmark.Settings settings) {
        System.setProperty(Backend.COPIES, "false");
        try (Pomg alone =
                batch(economy, Backend.CUDA, designs.length() / economy.design().length, threads, Seed.of(1))) {
            EngineRunner runner = new EngineRunner(alone, actions, designs);
            return Stopwatch.speed(runner, settings.seconds());
        } finally {
            System.clearProperty(Backend.COPIES);
        }
    }

    /** Bytes that an env step moves at the least: its state read and written once, all that is shown written once. */
    static long least(Economy economy, Tensors now, int batch) {
        long bytes = now.codes().length() + now.masks().length() + 4L * batch;
        for (FloatTensor each : List.of(now.numbers(), now.rewards(), now.ledger(), now.measures(), now.gauges())) {
            bytes += (long) Float.BYTES * each.length();
        }
        return 2L * Translations.of(economy.maker().get()).stateBytes() + bytes / batch;
    }

    /** Steps compared in full, as many as take moments. */
    private static int checked(int batch) {
        return batch <= 64 ? 1050 : batch <= 1024 ? 120 : 2;
    }

    private static Pomg batch(Economy economy, Backend backend, int batch, int threads, Seed seed) {
        return Worlds.of(economy.maker())
                .batch(batch)
                .threads(threads)
                .seed(seed)
                .backend(backend)
                .build();
    }
}
