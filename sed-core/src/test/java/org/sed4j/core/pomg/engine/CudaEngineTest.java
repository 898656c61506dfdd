package org.sed4j.core.pomg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.CudaFailure;
import org.sed4j.core.backend.PtxCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Ladder;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Plain;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.conformance.Life;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** The CUDA run time on a device that runs on the host: layouts, queues, copies, faults, messages. */
class CudaEngineTest {
    private static final int FAR = 1_000_000;
    private static final Seed SEED = Seed.of(8);

    private FakeCuda cuda;

    @BeforeEach
    void device() {
        Search<CCompiler> compiler = CCompiler.find();
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        cuda = new FakeCuda(compiler.tool(), 90);
    }

    private Search<Engine.Maker> search(int limit) {
        Spaces spaces = new Ladder(limit).spaces();
        return Engines.device(NativeEngineTest.program(limit), spaces, cuda, cuda, "as asked");
    }

    private Pomg onDevice(int limit, int worlds) {
        return NativeEngineTest.batch(search(limit).tool(), new Mould(() -> new Ladder(limit)), worlds, 1);
    }

    private static Pomg onJvm(int limit, int worlds) {
        Mould mould = new Mould(() -> new Ladder(limit));
        return NativeEngineTest.batch(Engine.jvm(mould.spaces(), "as asked"), mould, worlds, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 64})
    void life_isTheJvmsToTheByte(int worlds) {
        int[] names = NativeEngineTest.names(worlds);
        try (Pomg one = onJvm(FAR, worlds);
                Pomg other = onDevice(FAR, worlds)) {
            one.reset();
            other.reset();
            NativeEngineTest.assertSame(Life.play(one, 120, SEED, names), Life.play(other, 120, SEED, names), worlds);
            assertThat(other.stateHash()).isEqualTo(one.stateHash());
            assertThat(other.backing())
                    .hasToString("cuda: as asked, on Fake (compute 9.0, 1 GiB), compiled by fake 13.0");
        }
        assertThat(cuda.held()).isZero();
        assertThat(cuda.pins).isZero();
        assertThat(cuda.closed).isTrue();
    }

    @Test
    void twoLanes_liveAsOne() {
        int worlds = 2_100;
        int[] names = NativeEngineTest.names(worlds);
        try (Pomg one = onJvm(FAR, worlds);
                Pomg other = onDevice(FAR, worlds)) {
            one.reset();
            other.reset();
            NativeEngineTest.assertSame(Life.play(one, 7, SEED, names), Life.play(other, 7, SEED, names), worlds);
        }
    }

    @Test
    void withoutCopies_worldsLiveOn_unseen() {
        System.setProperty(Backend.COPIES, "false");
        try (Pomg one = onJvm(FAR, 40);
                Pomg other = onDevice(FAR, 40)) {
            one.reset();
            other.reset();
            IntTensor up = IntTensor.zeros(40, 2);
            for (int t = 0; t < 10; t++) {
                one.step(up);
                other.step(up);
            }
            assertThat(other.stateHash()).isEqualTo(one.stateHash());
            assertThat(other.now().gauges().get(7)).isEqualTo(one.now().gauges().get(7));
            for (int at = 0; at < other.now().numbers().length(); at++) {
                assertThat(other.now().numbers().get(at)).isZero();
            }
        } finally {
            System.clearProperty(Backend.COPIES);
        }
    }

    @Test
    void snapshotsAndForks_passBetweenBackends() {
        try (Pomg one = onJvm(FAR, 5);
                Pomg other = onDevice(FAR, 5)) {
            one.reset();
            Life.play(one, 33, SEED, 0, 1, 2, 3, 4);
            other.restore(one.save());
            assertThat(other.save()).isEqualTo(one.save());
            try (Pomg copies = one.forked(new int[] {3, 0}, 2, Noise.FRESH);
                    Pomg others = other.forked(new int[] {3, 0}, 2, Noise.FRESH)) {
                NativeEngineTest.assertSame(
                        Life.play(copies, 20, SEED, 3, 3, 0, 0), Life.play(others, 20, SEED, 3, 3, 0, 0), 4);
            }
            one.restore(other.save());
            NativeEngineTest.assertSame(
                    Life.play(one, 20, SEED, 0, 1, 2, 3, 4), Life.play(other, 20, SEED, 0, 1, 2, 3, 4), 5);
        }
    }

    @Test
    void faults_areTheJvmsExceptions() {
        try (Pomg one = onJvm(104, 40);
                Pomg other = onDevice(104, 40)) {
            one.reset();
            other.reset();
            IntTensor up = IntTensor.zeros(40, 2);
            for (int at = 0; at < 80; at++) {
                up.set(at, at % 3);
            }
            for (int t = 0; t < 60; t++) {
                String mine = failure(one, up);
                assertThat(failure(other, up)).isEqualTo(mine);
                assertThat(other.save()).isEqualTo(one.save());
            }
        }
    }

    private static String failure(Pomg economy, IntTensor actions) {
        try {
            economy.step(actions);
            return "";
        } catch (IllegalStateException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    @Test
    void tooManyWorlds_saysHowManyFit() {
        // a world takes two records of 40 bytes, 26 bytes a player, 16 for design, gauge and principal, 20 for flags, 5
        // for ends
        cuda.free = (256L << 20) + 10_000;
        Engine.Maker maker = search(FAR).tool();
        Mould mould = new Mould(() -> new Ladder(FAR));
        assertThatThrownBy(() -> NativeEngineTest.batch(maker, mould, 1_000, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A batch of 1000 worlds of Ladder needs 0 MiB on Fake")
                .hasMessageContaining(": 57 worlds fit");
        assertThat(((CudaEngine.Maker) maker).crowded(1_000)).endsWith(": 57 worlds fit");
        assertThat(((CudaEngine.Maker) maker).crowded(57)).isEmpty();
        assertThat(cuda.held()).isZero();
    }

    @Test
    void failureOfTheDevice_isSticky() {
        try (Pomg economy = onDevice(FAR, 3)) {
            economy.reset();
            IntTensor actions = IntTensor.zeros(3, 2);
            economy.step(actions);
            cuda.healthyLaunches = 2;
            assertThatThrownBy(() -> economy.step(actions))
                    .isInstanceOf(CudaFailure.class)
                    .hasMessageContaining("CUDA_ERROR_ILLEGAL_ADDRESS (700)");
            cuda.healthyLaunches = Integer.MAX_VALUE;
            assertThatThrownBy(() -> economy.step(actions))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("The device has failed before");
            assertThatThrownBy(economy::save).hasMessageContaining("The device has failed before");
        }
    }

    @Test
    void noDevice_andOldDevice_areSaid() {
        cuda = new FakeCuda(CCompiler.find().tool(), 0);
        assertThat(search(FAR).why()).isEqualTo("The CUDA driver shows no device");
        cuda = new FakeCuda(CCompiler.find().tool(), 75);
        assertThat(search(FAR).why()).isEqualTo("Fake (compute 7.5, 1 GiB) is older than compute capability 8.0");
    }

    /** Works with an array that a host has room for and a thread of a device may not. */
    private static final class Sorted extends Plain {
        private final transient long[] work;

        Sorted(int length) {
            this.work = new long[length];
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            for (int at = 0; at < work.length; at++) {
                work[at] = at;
            }
            sum += (int) work[actions[0]];
        }
    }

    private Search<Engine.Maker> sorted(int length) {
        Mould mould = new Mould(() -> new Sorted(length));
        return Engines.device(mould.program().tool(), mould.spaces(), cuda, cuda, "as asked");
    }

    @Test
    void scratchThatAThreadHasNoRoomFor_isSaid() {
        assertThat(sorted(65_536).isFound()).isTrue();
        assertThat(sorted(65_537).why())
                .isEqualTo(
                        "A call of Sorted works with 524296 bytes of scratch, a thread of a device with at most 524288");
        assertThat(cuda.held()).isZero();
    }

    @Test
    void kernels_compileToPtx_whereThereIsACompiler() {
        Search<PtxCompiler> compiler = PtxCompiler.find();
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        String ptx = compiler.tool().compile(NativeEngineTest.program(FAR).cuda(), 90, "SED_TILE=32");
        assertThat(ptx).contains(".entry sed_step(", ".entry sed_observe(").doesNotContain("fma");
    }
}
