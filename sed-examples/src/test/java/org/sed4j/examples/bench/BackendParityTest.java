package org.sed4j.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Parity;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.kernel.Shipped;

/**
 * Every preset of every economy that comes with the library lives the same life on the backend native as on the JVM, to the
 * byte: 256 worlds for 1,000 steps.
 */
class BackendParityTest {
    private static final int WORLDS = 256;
    private static final int STEPS = 1_000;

    static List<String> shipped() {
        return Shipped.names();
    }

    private static void assumeCompiler() {
        Search<CCompiler> compiler = CCompiler.find();
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void nativeWorlds_liveAsOnTheJvm(String name) {
        assumeCompiler();
        assertThat(Parity.check(Shipped.maker(name), Backend.NATIVE, WORLDS, STEPS, Seed.of(5))
                        .backend())
                .isEqualTo(Backend.NATIVE);
    }

    @Test
    void race_isBetweenEquals() {
        assumeCompiler();
        Benchmark.Settings settings = new Benchmark.Settings(
                List.of(3), List.of(1, 2), 0.01, 1, List.of(Backend.NATIVE, Backend.AUTO), false);
        List<Map<String, Object>> rows = BackendRace.run(new CustomBench().economies(), settings, Progress.silent());
        assertThat(rows)
                .hasSize(4)
                .allSatisfy(row -> assertThat((Double) row.get("ratio")).isPositive());
        assertThat(rows.get(0)).containsEntry("backend", "native").containsEntry("against", "jvm");
    }
}
