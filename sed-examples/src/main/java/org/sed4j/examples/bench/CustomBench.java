package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Seed;

/** {@code sed bench custom}: an economy written in under 60 lines, on the engine, against its own hand-fused loop. */
public final class CustomBench implements Benchmark {
    private static final int CHECKED = 200;
    private static final int TURNS = 64;
    private static final float RATE = 0.3f;

    @Override
    public String name() {
        return "custom";
    }

    @Override
    public String about() {
        return "a 4-player economy in under 60 lines against its own hand-fused loop: env steps/s and their ratio";
    }

    @Override
    public List<Map<String, Object>> run(Settings settings, Progress progress) {
        List<Map<String, Object>> rows = new ArrayList<>();
        int total = settings.batches().size() * settings.threads().size();
        for (int batch : settings.batches()) {
            for (int threads : settings.threads()) {
                progress.report(rows.size(), total, "B " + batch + ", threads " + threads, Map.of());
                rows.add(row(batch, threads, settings));
            }
        }
        return rows;
    }

    @Override
    public List<BackendRace.Economy> economies() {
        return List.of(new BackendRace.Economy("custom", CustomGoods::new, new float[] {RATE}));
    }

    private static Map<String, Object> row(int batch, int threads, Settings settings) {
        Seed seed = Seed.of(settings.seed());
        int players = new CustomGoods().spaces().players();
        IntTensor[] actions = EngineRunner.randomActions(
                TURNS, batch, players, 4, seed.named("actions").rng());
        FloatTensor designs = EngineRunner.everywhere(batch, RATE);
        try (EngineRunner engine = new EngineRunner(
                        Worlds.of(CustomGoods::new)
                                .batch(batch)
                                .threads(threads)
                                .seed(seed)
                                .build(),
                        actions,
                        designs);
                CustomFused fused = new CustomFused(new CustomGoods().spaces(), batch, threads, seed, actions, RATE)) {
            EngineChecks.same(engine, fused, fused.now(), batch > 1024 ? CHECKED / 10 : CHECKED);
            Stopwatch.Timing timing = Stopwatch.race(engine, fused, settings.seconds());
            long checksum = EngineChecks.same(engine, fused, fused.now(), 1);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("batch", batch);
            row.put("threads", threads);
            row.put("env steps/s", timing.subject() * batch);
            row.put("agent steps/s", timing.subject() * batch * players);
            row.put("hand-fused env steps/s", timing.reference() * batch);
            row.put("ratio", timing.ratio());
            row.put("checksum", Long.toHexString(checksum));
            return row;
        }
    }
}
