package org.sed4j.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Progress;

class NetworkBenchTest {
    @Test
    void bench_givesARowForEachNetworkBatchAndCrew_withRatiosOfTheTimesGiven() {
        Benchmark.Settings settings = new Benchmark.Settings(List.of(1, 2), List.of(1, 2), 0.01, 1);
        List<Map<String, Object>> rows = new NetworkBenchmark().run(settings, Progress.silent());
        assertThat(rows).hasSize(3 * 2 * 2);
        assertThat(rows).extracting(row -> row.get("rows")).containsOnly(7, 14);
        assertThat(rows).allSatisfy(row -> {
            double fused = (double) row.getOrDefault("fused_ms", Double.NaN);
            double dl4j = (double) row.getOrDefault("dl4j_ms", Double.NaN);
            assertThat(fused).isPositive();
            assertThat(row)
                    .containsEntry("dl4j_rows", row.get("rows"))
                    .hasEntrySatisfying(
                            "ratio",
                            ratio -> assertThat((Double) ratio).isCloseTo(dl4j / fused, within(1e-9 * dl4j / fused)));
        });
    }
}
