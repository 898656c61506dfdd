package org.sed4j.core.pomg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Backing;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Ladder;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.conformance.Life;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;

/** The native run time around hand-written C: whatever a translator makes, this part must be right by itself. */
class NativeEngineTest {
    private static final int FAR = 1_000_000;
    private static final Seed SEED = Seed.of(8);

    private static Search<CCompiler> compiler;

    @BeforeAll
    static void compiler() {
        compiler = CCompiler.find();
    }

    static Program program(int limit, String... without) {
        try (InputStream in = NativeEngineTest.class.getResourceAsStream("Ladder.c")) {
            String c = "#define LIMIT " + limit + "\n"
                    + new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<Program.Member> members = List.of(
                    new Program.Member(24, 4, 4),
                    new Program.Member(32, 3, 1),
                    new Program.Member(16, 8, 8),
                    new Program.Member(28, 4, 4));
            Set<String> entries = new java.util.HashSet<>(Set.of(
                    "sed_step",
                    "sed_reset",
                    "sed_observe",
                    "sed_allowed",
                    "sed_ends",
                    "sed_consult",
                    "sed_measure",
                    "sed_gauge"));
            List.of(without).forEach(entries::remove);
            return new Program("Ladder", c, c, 40, 0, members, entries);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Pomg batch(Engine.Maker maker, Mould mould, int worlds, int threads) {
        double[] half = new double[mould.spaces().design().dimension()];
        java.util.Arrays.fill(half, 0.5);
        Design first = Design.of(half);
        Roster roster = mould.roster(worlds);
        for (int b = 0; b < worlds; b++) {
            roster.rekey(b, SEED.at(b).key());
        }
        FeasibleSet all = FeasibleSet.unconstrained(mould.spaces().design(), first);
        return new Batch(mould, roster, maker, Crew.of(threads), true, first, all);
    }

    private static Pomg jvm(int limit, int worlds) {
        Mould mould = new Mould(() -> new Ladder(limit));
        return batch(Engine.jvm(mould.spaces(), "as asked"), mould, worlds, 1);
    }

    private static Pomg compiled(int limit, int worlds, int threads, String... without) {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        Mould mould = new Mould(() -> new Ladder(limit));
        NativeEngine.Code code = NativeEngine.Code.of(program(limit, without), compiler.tool());
        Backing backing = new Backing(Backend.NATIVE, "as asked");
        return batch(new NativeEngine.Maker(code, mould.spaces(), backing), mould, worlds, threads);
    }

    static int[] names(int worlds) {
        return java.util.stream.IntStream.range(0, worlds).toArray();
    }

    static void assertSame(Life one, Life other, int worlds) {
        for (int b = 0; b < worlds; b++) {
            assertThat(one.difference(b, other, b)).as("world " + b).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "37, 1", "37, 2"})
    void life_isTheJvmsToTheByte(int worlds, int threads) {
        try (Pomg one = jvm(FAR, worlds);
                Pomg other = compiled(FAR, worlds, threads)) {
            one.reset();
            other.reset();
            assertSame(Life.play(one, 150, SEED, names(worlds)), Life.play(other, 150, SEED, names(worlds)), worlds);
            assertThat(other.stateHash()).isEqualTo(one.stateHash());
            assertThat(other.backing()).hasToString("native: as asked");
        }
    }

    @Test
    void reset_runsOnTheJvm_whereItIsNotTranslated() {
        try (Pomg one = jvm(FAR, 9);
                Pomg other = compiled(FAR, 9, 1, "sed_reset")) {
            one.reset();
            other.reset();
            assertSame(Life.play(one, 80, SEED, names(9)), Life.play(other, 80, SEED, names(9)), 9);
        }
    }

    @Test
    void snapshots_passBetweenBackends_inTheSameBytes() {
        try (Pomg one = jvm(FAR, 5);
                Pomg other = compiled(FAR, 5, 1)) {
            one.reset();
            Life.play(one, 33, SEED, names(5));
            other.restore(one.save());
            assertThat(other.save()).isEqualTo(one.save());
            assertSame(Life.play(one, 40, SEED, names(5)), Life.play(other, 40, SEED, names(5)), 5);
            one.restore(other.save());
            assertSame(Life.play(one, 40, SEED, names(5)), Life.play(other, 40, SEED, names(5)), 5);
        }
    }

    @Test
    void forks_liveAsTheirOriginsDo_andPortraitsShowThem() {
        try (Pomg one = jvm(FAR, 4);
                Pomg other = compiled(FAR, 4, 1)) {
            one.reset();
            other.reset();
            Life.play(one, 10, SEED, names(4));
            Life.play(other, 10, SEED, names(4));
            one.fork(1, 3, Noise.FRESH);
            other.fork(1, 3, Noise.FRESH);
            try (Pomg copies = one.forked(new int[] {3, 0}, 2, Noise.SHARED);
                    Pomg others = other.forked(new int[] {3, 0}, 2, Noise.SHARED)) {
                assertThat(others.backing().backend()).isEqualTo(Backend.NATIVE);
                assertSame(Life.play(copies, 30, SEED, 3, 3, 0, 0), Life.play(others, 30, SEED, 3, 3, 0, 0), 4);
            }
            assertSame(Life.play(one, 30, SEED, names(4)), Life.play(other, 30, SEED, names(4)), 4);
            float[] wealth = new float[1];
            other.portrait(2).gauge(wealth);
            assertThat(wealth[0])
                    .isEqualTo(one.now().gauges().get(2))
                    .isEqualTo(other.now().gauges().get(2));
        }
    }

    @Test
    void faultOfAStep_isTheJvmsException_andTheOthersGoOn() {
        try (Pomg one = jvm(110, 8);
                Pomg other = compiled(110, 8, 1)) {
            one.reset();
            other.reset();
            IntTensor up = IntTensor.zeros(8, 2);
            for (int at = 0; at < 16; at++) {
                up.set(at, 2);
            }
            String expected = failure(one, up);
            assertThat(failure(other, up))
                    .isEqualTo(expected)
                    .contains("ran over 110")
                    .contains("joint action [2, 2]");
            assertThat(other.save()).isEqualTo(one.save());
        }
    }

    @Test
    void faultOfALook_isTheJvmsException() {
        try (Pomg one = jvm(100, 3);
                Pomg other = compiled(100, 3, 1)) {
            one.reset();
            other.reset();
            IntTensor up = IntTensor.zeros(3, 2);
            for (int at = 0; at < 6; at += 2) {
                up.set(at, 1);
            }
            assertThat(failure(other, up)).isEqualTo(failure(one, up)).contains("The sum is 100");
        }
    }

    /** Plays on until a world fails; the message, after which the batch is still there. */
    private static String failure(Pomg economy, IntTensor actions) {
        for (int t = 0; t < 200; t++) {
            try {
                economy.step(actions);
            } catch (IllegalStateException failed) {
                assertThat(failed.getCause()).isNotNull();
                return t + " " + failed.getMessage();
            }
        }
        throw new AssertionError("no world failed");
    }

    @Test
    void refusedCode_showsTheCompilersLog() {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        Program broken = new Program("Broken", "int f(void) { return nowhere; }", "", 16, 0, List.of(), Set.of());
        assertThatThrownBy(() -> NativeEngine.Code.of(broken, compiler.tool()))
                .hasMessageStartingWith("Generated code does not compile")
                .hasMessageContaining("nowhere");
    }
}
