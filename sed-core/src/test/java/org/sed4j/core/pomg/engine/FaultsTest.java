package org.sed4j.core.pomg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.FaultyWorld;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Plain;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Snapshot;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Where Java throws, compiled worlds fail with Java's exception, in Java's state, and the batch goes on as it does on the JVM. */
class FaultsTest {
    private static final int STEPS = 60;
    private static Search<CCompiler> compiler;

    @BeforeAll
    static void compiler() {
        compiler = CCompiler.find();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void faultsOfNativeWorlds_areTheJvms(int threads) {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        try (Pomg one = batch(Backend.JVM, 24, threads);
                Pomg other = batch(Backend.NATIVE, 24, threads)) {
            assertThat(together(one, other)).hasSizeGreaterThan(8);
        }
    }

    @Test
    void faultsOfKernels_areTheJvms() {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        try (Pomg one = batch(Backend.JVM, 40, 1);
                Pomg other = device(FaultyWorld::new, 40)) {
            assertThat(together(one, other)).hasSizeGreaterThan(8);
        }
    }

    @Test
    void faultOfOneLane_isForgottenWhenTheOtherOneFails() {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        int worlds = 2_050;
        try (Pomg one = Worlds.of(Fragile::new).batch(worlds).build();
                Pomg other = device(Fragile::new, worlds)) {
            one.reset();
            other.restore(one.save());
            for (int failing : new int[] {5, 2_000}) {
                IntTensor actions = IntTensor.zeros(worlds, 2);
                actions.set(2 * failing, 2);
                assertThat(attempt(other, () -> other.step(actions)))
                        .isEqualTo(attempt(one, () -> one.step(actions)))
                        .startsWith("World " + failing + " failed");
                assertSame(one, other, "failure of " + failing);
            }
        }
    }

    /** Fails when its first player wants it to. */
    private static final class Fragile extends Plain {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            if (actions[0] == 2) {
                throw new IllegalStateException("as wanted");
            }
        }
    }

    private static Pomg batch(Backend backend, int worlds, int threads) {
        return Worlds.of(FaultyWorld::new)
                .batch(worlds)
                .threads(threads)
                .seed(Seed.of(5))
                .backend(backend)
                .build();
    }

    private static Pomg device(Supplier<World> maker, int worlds) {
        FakeCuda cuda = new FakeCuda(compiler.tool(), 90);
        Mould mould = new Mould(maker);
        Search<Engine.Maker> search = Engines.device(mould.program().tool(), mould.spaces(), cuda, cuda, "as asked");
        return NativeEngineTest.batch(search.tool(), mould, worlds, 1);
    }

    /** Plays both alike, snapshots passed to and fro; which failures were seen. */
    private static Set<String> together(Pomg one, Pomg other) {
        Set<String> seen = new HashSet<>();
        attempt(one, one::reset);
        attempt(other, other::reset);
        other.restore(one.save());
        Rng rng = new Rng();
        IntTensor actions = IntTensor.zeros(one.batch(), 2);
        for (int t = 0; t < STEPS; t++) {
            rng.seat(7, t);
            for (int at = 0; at < actions.length(); at++) {
                actions.set(at, rng.below(3));
            }
            String expected = attempt(one, () -> one.step(actions));
            assertThat(attempt(other, () -> other.step(actions))).isEqualTo(expected);
            assertSame(one, other, "step " + t);
            assertThat(attempt(other, () -> other.reset(other.now().ended())))
                    .isEqualTo(attempt(one, () -> one.reset(one.now().ended())));
            assertSame(one, other, "reset " + t);
            if (t % 9 == 4) {
                String failed = attempt(one, () -> one.restore(other.save()));
                assertThat(attempt(other, () -> other.restore(one.save()))).isEqualTo(failed);
            }
            seen.add(expected.substring(expected.indexOf(':') + 1));
        }
        return seen;
    }

    private static void assertSame(Pomg one, Pomg other, String after) {
        Snapshot mine = one.save();
        Snapshot yours = other.save();
        for (int b = 0; b < one.batch(); b++) {
            assertThat(yours.records().get(b))
                    .as("world %d after %s", b, after)
                    .isEqualTo(mine.records().get(b));
        }
    }

    private static String attempt(Pomg economy, Runnable work) {
        try {
            work.run();
            return "";
        } catch (IllegalStateException failed) {
            assertThat(failed.getCause()).as(economy.backing().toString()).isNotNull();
            return String.valueOf(failed.getMessage());
        }
    }
}
