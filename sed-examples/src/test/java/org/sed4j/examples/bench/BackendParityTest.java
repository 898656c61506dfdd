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
import org.sed4j.core.pomg.conformance.Parity;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.kernel.Shipped;

/**
 * Every preset of every economy that comes with the library lives the same life on the backend native as on the JVM, to the
 * byte: as long as an episode and longer, and for worlds that fill no whole number of blocks. The work is fixed, 37 worlds
 * for 1,000 steps; {@code -Dsed4j.parity.worlds=255 -Dsed4j.parity.steps=5000} does more.
 */
class BackendParityTest {
    private static final int WORLDS = Integer.getInteger("sed4j.parity.worlds", 37);
    private static final int STEPS = Integer.getInteger("sed4j.parity.steps", 1_000);

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
        assertThat(WORLDS % 16).as("a remainder after blocks of 16").isNotZero();
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
