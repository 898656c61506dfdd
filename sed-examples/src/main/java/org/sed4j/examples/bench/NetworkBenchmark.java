package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Seed;

/**
 * {@link NetworkBench} as a command. A batch of B worlds gives 7 · B rows, as of seven players: 1024 worlds give the 7168 rows
 * that the targets are stated for.
 */
public final class NetworkBenchmark implements Benchmark {
    private static final int PLAYERS = 7;

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String about() {
        return "One PPO update: the fused executor against DL4J's own, in one run; 7 rows for each world of a batch.";
    }

    @Override
    public List<Map<String, Object>> run(Settings settings, Progress progress) {
        List<Integer> rows =
                settings.batches().stream().map(worlds -> PLAYERS * worlds).toList();
        NetworkBench.Options options =
                new NetworkBench.Options(rows, settings.threads(), settings.seconds(), Seed.of(settings.seed()));
        int all = NetworkBench.measurements(options);
        List<Map<String, Object>> table = new ArrayList<>();
        NetworkBench.run(options, row -> {
            table.add(line(row));
            progress.report(table.size(), all, row.network(), Map.of("ratio", row.ratio()));
        });
        return table;
    }

    private static Map<String, Object> line(NetworkBench.Row row) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("network", row.network());
        line.put("rows", row.rows());
        line.put("threads", row.threads());
        line.put("fused_ms", row.fusedMillis());
        line.put("rows_per_second", row.rowsPerSecond());
        line.put("dl4j_rows", row.dl4jRows());
        line.put("dl4j_ms", row.dl4jMillis());
        line.put("ratio", row.ratio());
        return line;
    }
}
