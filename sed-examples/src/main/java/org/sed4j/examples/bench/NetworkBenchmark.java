package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.run.NativeThreads;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Seed;

/** {@link NetworkBench} as a command: always the batch of 7168 rows that the targets are stated for. */
public final class NetworkBenchmark implements Benchmark {
    private static final int ROWS = 7168;
    private static final int TURNS_PER_SECOND = 9;

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String about() {
        return "One PPO update of " + ROWS + " rows: the fused executor against DL4J's own, in one run.";
    }

    @Override
    public List<Map<String, Object>> run(Settings settings, Progress progress) {
        NativeThreads.single();
        int turns = Math.max(3, (int) Math.round(TURNS_PER_SECOND * settings.seconds()));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int threads : settings.threads()) {
            progress.note("Timing updates on " + threads + (threads == 1 ? " thread." : " threads."));
            NetworkBench.Options options = new NetworkBench.Options(threads, ROWS, turns, Seed.of(settings.seed()));
            for (NetworkBench.Row row : NetworkBench.run(options).rows()) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("network", row.name());
                line.put("threads", threads);
                line.put("rows", row.rows());
                line.put("fused_ms", row.fusedMillis());
                line.put("fused_least_ms", row.fusedLeastMillis());
                line.put("dl4j_ms", row.dl4jMillis());
                line.put("ratio", row.ratio());
                line.put("rows_per_second", row.rowsPerSecond());
                rows.add(line);
            }
        }
        return rows;
    }
}
