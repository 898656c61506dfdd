package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.tax.TaxSchedule;

/**
 * {@code sed bench gtb}: Gather-Trade-Build on the engine, actions drawn uniformly from the masks, resets and tax periods
 * included, every player's observation and mask published each step and the principal's where it decides.
 *
 * <p>It races itself with prepared actions that ignore the masks, so that the ratio shows what drawing costs and what valid
 * actions cost; the reference's speed is quoted from its own measurement.
 */
public final class GtbBench implements Benchmark {
    private static final int TURNS = 64;
    /** The reference's fastest run on the 15 x 15 map on one core, in env steps a second. */
    private static final double REFERENCE = 1347;

    @Override
    public String name() {
        return "gtb";
    }

    @Override
    public String about() {
        return "Gather-Trade-Build with full observations and masks, valid random actions: env steps/s";
    }

    @Override
    public List<Map<String, Object>> run(Settings settings, Progress progress) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> presets = List.of("15x15", "25x25");
        int total =
                presets.size() * settings.batches().size() * settings.threads().size();
        for (String preset : presets) {
            for (int batch : settings.batches()) {
                for (int threads : settings.threads()) {
                    progress.report(rows.size(), total, preset + ", B " + batch + ", threads " + threads, Map.of());
                    rows.add(row(preset, batch, threads, settings));
                }
            }
        }
        return rows;
    }

    @Override
    public List<BackendRace.Economy> economies() {
        List<BackendRace.Economy> economies = new ArrayList<>();
        for (String preset : GtbRules.presets()) {
            economies.add(new BackendRace.Economy(
                    preset,
                    GatherTradeBuild.maker(GtbRules.preset(preset)),
                    TaxSchedule.US_FEDERAL.design().toFloats()));
        }
        return economies;
    }

    private static Map<String, Object> row(String preset, int batch, int threads, Settings settings) {
        GtbRules rules = GtbRules.preset(preset);
        Seed seed = Seed.of(settings.seed());
        try (Pomg one = economy(rules, batch, threads, seed);
                Pomg other = economy(rules, batch, threads, seed)) {
            FloatTensor rates = EngineRunner.everywhere(
                    batch, TaxSchedule.US_FEDERAL.design().toFloats());
            IntTensor[] prepared = EngineRunner.randomActions(
                    TURNS,
                    batch,
                    rules.players(),
                    one.spaces().choices(),
                    seed.named("actions").rng());
            Valid valid = new Valid(one, rates, seed.named("actions").rng());
            EngineRunner unmasked = new EngineRunner(other, prepared, rates);
            Stopwatch.Timing timing = Stopwatch.race(valid, unmasked, settings.seconds());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("rules", preset);
            row.put("batch", batch);
            row.put("threads", threads);
            row.put("env steps/s", timing.subject() * batch);
            row.put("agent steps/s", timing.subject() * batch * rules.players());
            row.put("against", "prepared actions, not masked");
            row.put("its env steps/s", timing.reference() * batch);
            row.put("ratio", timing.ratio());
            if (preset.equals("15x15")) {
                row.put("times the Python reference", timing.subject() * batch / REFERENCE);
            }
            return row;
        }
    }

    private static Pomg economy(GtbRules rules, int batch, int threads, Seed seed) {
        return Worlds.of(GatherTradeBuild.maker(rules))
                .batch(batch)
                .threads(threads)
                .seed(seed)
                .build();
    }

    /** The loop of the protocol with actions drawn uniformly from the masks. */
    private static final class Valid implements Stopwatch.Runner {
        private final Pomg economy;
        private final FloatTensor rates;
        private final Rng rng;
        private final IntTensor actions;
        private final byte[] masks;
        private final int[] joint;
        private final int choices;

        Valid(Pomg economy, FloatTensor rates, Rng rng) {
            this.economy = economy;
            this.rates = rates;
            this.rng = rng;
            this.choices = economy.spaces().choices();
            this.joint = new int[economy.batch() * economy.players()];
            this.masks = new byte[joint.length * choices];
            this.actions = IntTensor.zeros(economy.batch(), economy.players());
            economy.reset();
        }

        @Override
        public void steps(int count) {
            Tensors now = economy.now();
            for (int t = 0; t < count; t++) {
                now.masks().view().get(0, masks);
                for (int lane = 0; lane < joint.length; lane++) {
                    joint[lane] = draw(lane * choices);
                }
                actions.view().put(0, joint);
                if (economy.anyDue()) {
                    economy.consult(actions);
                    economy.enactWhereDue(rates);
                }
                economy.step(actions);
                economy.reset(now.ended());
            }
        }

        private int draw(int from) {
            int allowed = 0;
            for (int a = from; a < from + choices; a++) {
                allowed += masks[a];
            }
            int left = rng.below(allowed);
            int a = from;
            while (masks[a] == 0 || left-- > 0) {
                a++;
            }
            return a - from;
        }
    }
}
