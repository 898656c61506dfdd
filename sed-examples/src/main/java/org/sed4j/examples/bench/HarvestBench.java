package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.harvest.Harvest;
import org.sed4j.envs.harvest.HarvestRules;
import org.sed4j.envs.harvest.HarvestTypes;

/**
 * {@code sed bench harvest}: the apple-picking economy on the engine, random actions, resets and tax periods included.
 *
 * <p>Paper 002's rules race a hand-fused loop of the same rules with identical results; Melting Pot's open rules, which add
 * beams and masks, race paper 002's rules on the same engine.
 */
public final class HarvestBench implements Benchmark {
    private static final int TURNS = 64;

    private static final float[] RATES = {0.1f, 0.3f, 0.5f};

    @Override
    public String name() {
        return "harvest";
    }

    @Override
    public String about() {
        return "Harvest on the engine against a hand-fused loop of the same rules: env steps/s and their ratio";
    }

    @Override
    public List<Map<String, Object>> run(Settings settings, Progress progress) {
        List<Map<String, Object>> rows = new ArrayList<>();
        int total = 2 * settings.batches().size() * settings.threads().size();
        for (int batch : settings.batches()) {
            for (int threads : settings.threads()) {
                progress.report(rows.size(), total, "paper-2024, B " + batch + ", threads " + threads, Map.of());
                rows.add(paper(batch, threads, settings));
                progress.report(rows.size(), total, "melting-pot-open, B " + batch + ", threads " + threads, Map.of());
                rows.add(open(batch, threads, settings));
            }
        }
        return rows;
    }

    @Override
    public List<BackendRace.Economy> economies() {
        List<BackendRace.Economy> economies = new ArrayList<>();
        for (String preset : HarvestRules.presets()) {
            HarvestRules rules = HarvestRules.preset(preset);
            TypeMatrix types = HarvestTypes.uniform(
                    rules.players(), Seed.of(1).named("types").rng());
            economies.add(new BackendRace.Economy(preset, Harvest.maker(rules, types), RATES));
        }
        return economies;
    }

    private static Map<String, Object> paper(int batch, int threads, Settings settings) {
        HarvestRules rules = HarvestRules.preset("paper-2024");
        Seed seed = Seed.of(settings.seed());
        TypeMatrix types =
                HarvestTypes.uniform(rules.players(), seed.named("types").rng());
        IntTensor[] actions = actions(rules, batch, seed);
        FloatTensor designs = EngineRunner.everywhere(batch, RATES);
        Pomg economy = economy(rules, types, batch, threads, seed);
        try (EngineRunner engine = new EngineRunner(economy, actions, designs);
                HarvestFused fused =
                        new HarvestFused(rules, types, economy.spaces(), batch, threads, seed, actions, designs)) {
            EngineChecks.same(engine, fused, fused.now(), checked(batch));
            Stopwatch.Timing timing = Stopwatch.race(engine, fused, settings.seconds());
            long checksum = EngineChecks.same(engine, fused, fused.now(), 1);
            return row("paper-2024", batch, threads, rules.players(), "hand-fused", timing, checksum);
        }
    }

    /** Steps compared in full: past an episode's end where that takes moments, past two tax periods, or a few. */
    private static int checked(int batch) {
        return batch <= 64 ? 1050 : batch <= 1024 ? 120 : 2;
    }

    private static Map<String, Object> open(int batch, int threads, Settings settings) {
        HarvestRules rules = HarvestRules.preset("melting-pot-open");
        HarvestRules plain = HarvestRules.preset("paper-2024");
        Seed seed = Seed.of(settings.seed());
        TypeMatrix types =
                HarvestTypes.uniform(rules.players(), seed.named("types").rng());
        FloatTensor designs = EngineRunner.everywhere(batch, RATES);
        try (EngineRunner engine = new EngineRunner(
                        economy(rules, types, batch, threads, seed), actions(rules, batch, seed), designs);
                EngineRunner paper = new EngineRunner(
                        economy(plain, types, batch, threads, seed), actions(plain, batch, seed), designs)) {
            Stopwatch.Timing timing = Stopwatch.race(engine, paper, settings.seconds());
            long checksum = EngineRunner.checksum(engine.now());
            return row("melting-pot-open", batch, threads, rules.players(), "paper-2024", timing, checksum);
        }
    }

    private static Pomg economy(HarvestRules rules, TypeMatrix types, int batch, int threads, Seed seed) {
        return Worlds.of(Harvest.maker(rules, types))
                .batch(batch)
                .threads(threads)
                .seed(seed)
                .build();
    }

    private static IntTensor[] actions(HarvestRules rules, int batch, Seed seed) {
        return EngineRunner.randomActions(
                TURNS,
                batch,
                rules.players(),
                rules.actions(),
                seed.named("actions").rng());
    }

    private static Map<String, Object> row(
            String rules, int batch, int threads, int players, String against, Stopwatch.Timing timing, long checksum) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rules", rules);
        row.put("batch", batch);
        row.put("threads", threads);
        row.put("env steps/s", timing.subject() * batch);
        row.put("agent steps/s", timing.subject() * batch * players);
        row.put("against", against);
        row.put("its env steps/s", timing.reference() * batch);
        row.put("ratio", timing.ratio());
        row.put("checksum", Long.toHexString(checksum));
        return row;
    }
}
