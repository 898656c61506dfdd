package org.sed4j.core.pomg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.DispatchWorlds;
import org.sed4j.core.pomg.NumberWorlds;
import org.sed4j.core.pomg.Portability;
import org.sed4j.core.pomg.ReferenceWorlds;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.conformance.Parity;
import org.sed4j.core.run.Seed;

/** Corners of Java in which a translation could silently go wrong: worlds that stand in each live as on the JVM. */
class PitfallsTest {
    private static final Seed SEED = Seed.of(12);
    private static Search<CCompiler> compiler;

    @BeforeAll
    static void compiler() {
        compiler = CCompiler.find();
    }

    static Stream<Arguments> worlds() {
        return Stream.of(DispatchWorlds.all(), ReferenceWorlds.all(), NumberWorlds.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void world_livesAsOnTheJvm(String name, Supplier<World> maker) {
        assertThat(Portability.of(maker.get())).hasToString("portable");
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        Parity.check(maker, Backend.NATIVE, 9, 60, SEED);
    }

    /** What takes megabytes does not fit on a thread of a device. */
    static Stream<Arguments> kernels() {
        return worlds().filter(each -> !each.get()[0].equals(ReferenceWorlds.ROOMY));
    }

    /** Interleaved records: arrays of the state have gaps. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void kernels_liveAsOnTheJvm(String name, Supplier<World> maker) {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        assertThat(FakeCuda.difference(compiler.tool(), maker, 35, 30, SEED)).isEmpty();
    }
}
