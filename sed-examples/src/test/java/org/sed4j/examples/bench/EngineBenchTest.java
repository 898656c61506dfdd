package org.sed4j.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.pomg.conformance.Conformance;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** The benchmarks' loops agree with the engine to the bit; how fast they are is no matter of tests. */
class EngineBenchTest {
    private static final Benchmark.Settings SHORT = new Benchmark.Settings(List.of(1, 5), List.of(1, 2), 0.01, 3);

    @Test
    void customEconomy_conforms() {
        assertThat(Conformance.check(CustomGoods::new).passed()).isNotEmpty();
    }

    @Test
    void handFusedLoops_giveTheEnginesResults() {
        for (Benchmark benchmark : List.of(new CustomBench(), new HarvestBench())) {
            List<Map<String, Object>> rows = benchmark.run(SHORT, Progress.silent());
            assertThat(rows).hasSize(benchmark instanceof CustomBench ? 4 : 8).allSatisfy(row -> {
                assertThat(row).containsKeys("batch", "threads", "agent steps/s", "checksum");
                assertThat((Double) row.get("ratio")).isPositive();
                assertThat((Double) row.get("env steps/s")).isPositive();
            });
        }
    }

    @Test
    void loopsThatDiffer_areFound() {
        IntTensor[] actions = EngineRunner.randomActions(4, 2, 4, 4, new Rng());
        try (EngineRunner engine = new EngineRunner(
                        Worlds.of(CustomGoods::new).batch(2).seed(Seed.of(1)).build(),
                        actions,
                        EngineRunner.everywhere(2, 0.3f));
                CustomFused other = new CustomFused(new CustomGoods().spaces(), 2, 1, Seed.of(2), actions, 0.3f)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EngineChecks.same(engine, other, other.now(), 1))
                    .withMessageContaining("differ after step 0");
        }
    }
}
