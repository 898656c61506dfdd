package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.run.Seed;

/** A state that holds NaN, from a damaged snapshot, is lived on in alike on every backend, until somebody asks for it. */
class NotANumberTest {
    private static final int WORLDS = 12;
    private static final int DAMAGED = 5;
    /** Key, tick, a design of one float and four rewards come first in a record; then the state, wealth first. */
    private static final int WEALTH = 2 * Long.BYTES + 5 * Float.BYTES;

    private static Pomg begun(Backend backend) {
        Pomg economy = Worlds.of(PublicGoods::new)
                .batch(WORLDS)
                .seed(Seed.of(2))
                .backend(backend)
                .build();
        economy.reset();
        return economy;
    }

    private static Snapshot damaged(Snapshot whole) {
        assertThat(whole.schema()).containsSubsequence("design", "rewards", "wealth", "time");
        List<Snapshot.Bytes> records = new ArrayList<>(whole.records());
        byte[] record = records.get(DAMAGED).toArray();
        ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putFloat(WEALTH, Float.NaN);
        records.set(DAMAGED, Snapshot.Bytes.of(record));
        return new Snapshot(whole.schema(), records);
    }

    private static List<Integer> shown(Pomg economy) {
        List<Integer> bits = new ArrayList<>();
        for (FloatTensor each : List.of(economy.now().rewards(), economy.now().numbers())) {
            for (float number : Economies.floats(each)) {
                bits.add(Float.floatToIntBits(number));
            }
        }
        return bits;
    }

    @Test
    void nanAfterARestore_stopsNoOtherWorld_andIsNamedWhereTheStateIsAskedFor() {
        Search<CCompiler> compiler = CCompiler.find();
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        try (Pomg jvm = begun(Backend.JVM);
                Pomg compiled = begun(Backend.NATIVE)) {
            Snapshot snapshot = damaged(jvm.save());
            jvm.restore(snapshot);
            compiled.restore(snapshot);
            IntTensor nothing = Economies.actions(jvm);
            for (int t = 0; t < 12; t++) {
                jvm.step(nothing);
                compiled.step(nothing);
                assertThat(shown(compiled)).as("step " + t).isEqualTo(shown(jvm));
            }
            assertThat(shown(jvm)).contains(Float.floatToIntBits(Float.NaN));
            for (Pomg each : List.of(jvm, compiled)) {
                assertThatThrownBy(each::save)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("State wealth[0] of world " + DAMAGED + " is NaN");
            }
        }
    }
}
