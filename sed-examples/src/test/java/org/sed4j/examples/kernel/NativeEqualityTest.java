package org.sed4j.examples.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every economy that comes with the library, translated to C and compiled, lives the same life as on the JVM, to the byte:
 * state, observations, masks, rewards, ends, ledgers, measures, gauges. More worlds and steps than in the suite with
 * {@code -Dsed4j.twins=256 -Dsed4j.steps=1000}.
 */
class NativeEqualityTest {
    private static final int WORLDS = Integer.getInteger("sed4j.twins", 8);
    private static final int STEPS = Integer.getInteger("sed4j.steps", 60);

    static List<String> shipped() {
        return Shipped.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void compiledWorlds_liveAsOnTheJvm(String name, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(NativeTwin.hasCompiler(), "no C compiler (gcc) is here, so nothing could be compared");
        try (NativeTwin twin = new NativeTwin(Shipped.maker(name), WORLDS, folder)) {
            twin.play(STEPS);
            assertThat(twin.compared()).isGreaterThan(1000L * WORLDS);
        }
    }
}
