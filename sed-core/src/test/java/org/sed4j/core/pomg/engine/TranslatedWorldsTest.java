package org.sed4j.core.pomg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.PtxCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Backing;
import org.sed4j.core.pomg.Curves;
import org.sed4j.core.pomg.EscapeRoom;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Ladder;
import org.sed4j.core.pomg.Market;
import org.sed4j.core.pomg.Plain;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.PublicGoods;
import org.sed4j.core.pomg.Shelves;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.pomg.conformance.Parity;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Worlds on every backend from their own bytecode, through the public face. */
class TranslatedWorldsTest {
    private static final Seed SEED = Seed.of(3);
    private static Search<CCompiler> compiler;

    @BeforeAll
    static void compiler() {
        compiler = CCompiler.find();
    }

    static Stream<Arguments> worlds() {
        return Stream.of(
                Arguments.of("plain", (Supplier<World>) Plain::new),
                Arguments.of("public goods", (Supplier<World>) PublicGoods::new),
                Arguments.of("shelves", (Supplier<World>) Shelves::new),
                Arguments.of("curves", (Supplier<World>) Curves::new),
                Arguments.of("market", (Supplier<World>) () -> new Market(1)),
                Arguments.of("escape room", (Supplier<World>) () -> new EscapeRoom(5, 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void nativeWorld_livesAsOnTheJvm(String name, Supplier<World> maker) {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        assertThat(Parity.check(maker, Backend.NATIVE, 33, 200, SEED).backend()).isEqualTo(Backend.NATIVE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void kernels_liveAsOnTheJvm(String name, Supplier<World> maker) {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        assertThat(FakeCuda.difference(compiler.tool(), maker, 37, 60, SEED)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void kernels_compileToPtx_whereThereIsACompiler(String name, Supplier<World> maker) {
        Search<PtxCompiler> ptx = PtxCompiler.find();
        assumeThat(ptx.isFound()).as(ptx.message()).isTrue();
        Program program = new Mould(maker).program().tool();
        assertThat(CudaCode.ptx(program, ptx.tool(), 90))
                .contains(".entry sed_step(", ".entry sed_observe(", ".entry " + CudaCode.ANY_KERNEL + "(");
    }

    @Test
    void auto_takesTheBestThereIs_andSaysWhy() {
        try (Pomg economy =
                Worlds.of(PublicGoods::new).backend(Backend.AUTO).batch(64).build()) {
            assertThat(economy.backing().backend()).isNotEqualTo(Backend.AUTO);
            assertThat(economy.backing().toString().lines()).hasSize(1);
        }
        try (Pomg economy = Worlds.of(Loose::new).backend(Backend.AUTO).batch(8).build()) {
            assertThat(economy.backing().backend()).isEqualTo(Backend.JVM);
            assertThat(economy.backing().why()).contains("Loose is not portable", "Loose.step");
        }
    }

    @Test
    void auto_goesOnToTheNext_whereGeneratedCodeDoesNotCompile() throws IOException {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        Path library = Files.createTempFile("sed4j-test", ".so");
        Engine.Maker maker =
                Engines.first(Plain.SPACES, List.of(lacking -> Search.missing("There is no device", ""), lacking -> {
                    compiler.tool().compile("int f(void) { return nowhere; }", library);
                    throw new AssertionError("it compiled");
                }));
        Files.deleteIfExists(library);
        assertThat(maker.backing().backend()).isEqualTo(Backend.JVM);
        assertThat(maker.backing().why())
                .startsWith("not cuda: There is no device; not native: Generated code does not compile: ")
                .doesNotContain("\n");
    }

    @Test
    void manyBatchesOfOneWorld_liveSideBySide() throws Exception {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Backing>> checks = IntStream.range(0, 6)
                    .mapToObj(i -> (Callable<Backing>)
                            () -> Parity.check(() -> new Market(1), Backend.NATIVE, 11, 80, Seed.of(i / 2)))
                    .toList();
            for (Future<Backing> each : pool.invokeAll(checks)) {
                assertThat(each.get().backend()).isEqualTo(Backend.NATIVE);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void auto_staysOnTheJvm_withAHandfulOfWorlds() {
        try (Pomg economy =
                Worlds.of(PublicGoods::new).backend(Backend.AUTO).batch(7).build()) {
            assertThat(economy.backing().backend()).isEqualTo(Backend.JVM);
            assertThat(economy.backing().why())
                    .isEqualTo("a batch of 7 gains nothing from compiled code, one of 8 may");
        }
    }

    @Test
    void worldThatIsNotPortable_isRefusedWithTheReason() {
        assertThatThrownBy(() -> Worlds.of(Loose::new).backend(Backend.NATIVE).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("backend (native) cannot be had: Loose is not portable: ")
                .hasMessageContaining("Loose.step")
                .hasMessageContaining("Math.pow")
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void worldsConfiguredOtherwise_areRefusedOnEveryBackend() {
        int[] made = {0};
        Supplier<World> maker = () -> new Ladder(100 + made[0]++);
        for (Backend backend : new Backend[] {Backend.JVM, Backend.NATIVE, Backend.AUTO}) {
            assertThatThrownBy(() -> Worlds.of(maker).backend(backend).batch(2).build())
                    .hasMessageContaining("limit")
                    .hasMessageContaining("configuration is common to a batch");
        }
    }

    @Test
    void fault_isTheJvmsException() {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        try (Pomg one = Worlds.of(() -> new Ladder(110)).batch(8).build();
                Pomg other = Worlds.of(() -> new Ladder(110))
                        .batch(8)
                        .backend(Backend.NATIVE)
                        .build()) {
            one.reset();
            other.reset();
            IntTensor up = IntTensor.zeros(8, 2);
            for (int at = 0; at < 16; at++) {
                up.set(at, at % 3);
            }
            for (int t = 0; t < 60; t++) {
                assertThat(step(other, up)).isEqualTo(step(one, up));
                assertThat(other.save()).isEqualTo(one.save());
            }
            assertThat(step(other, up)).contains("ran over 110");
        }
    }

    /** Scratch with a number of its own. */
    private static final class Helped extends Plain {
        private record Scale(int by) {}

        private static final class Helper {
            private final Scale scale;
            private int kept;

            Helper(int by) {
                scale = new Scale(by);
            }
        }

        private final transient Helper helper;

        Helped(int by) {
            helper = new Helper(by);
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            helper.kept = actions[0] * helper.scale.by();
            sum += helper.kept;
        }
    }

    @Test
    void worldsWhoseScratchIsConfiguredOtherwise_areRefusedToo() {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        assertThat(Parity.check(() -> new Helped(3), Backend.NATIVE, 5, 20, SEED)
                        .backend())
                .isEqualTo(Backend.NATIVE);
        int[] made = {0};
        Supplier<World> maker = () -> new Helped(made[0]++);
        assertThatThrownBy(
                        () -> Worlds.of(maker).backend(Backend.NATIVE).batch(2).build())
                .hasMessageContaining("differ in helper.scale.by (0, 1)")
                .hasMessageContaining("configuration is common to a batch");
    }

    private static String step(Pomg economy, IntTensor actions) {
        try {
            economy.step(actions);
            return "";
        } catch (IllegalStateException failed) {
            return failed.getMessage() + failed.getCause();
        }
    }

    @Test
    void backends_areNamed() {
        assertThat(Backend.of("native")).isEqualTo(Backend.NATIVE);
        assertThatThrownBy(() -> Backend.of("gpu"))
                .hasMessage("backend (gpu) must be one of jvm, native, cuda, auto.\nMaybe a letter is off.");
    }

    /** A world whose step is not exactly specified. */
    private static final class Loose extends Plain {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            sum += (int) Math.pow(sum, 0.5);
        }
    }
}
