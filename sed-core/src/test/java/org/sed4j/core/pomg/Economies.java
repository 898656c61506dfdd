package org.sed4j.core.pomg;

import java.util.function.Supplier;
import org.sed4j.core.run.Seed;

/** Batches that have begun, and tensors of what they are given and show. */
final class Economies {

    private Economies() {}

    static Pomg begun(Supplier<? extends World> maker, int batch) {
        Pomg economy = Worlds.of(maker).batch(batch).seed(Seed.of(3)).build();
        economy.reset();
        return economy;
    }

    static IntTensor actions(Pomg economy, int... values) {
        IntTensor actions = IntTensor.zeros(
                economy.batch(),
                (long) economy.spaces().players() * economy.spaces().heads());
        for (int at = 0; at < values.length; at++) {
            actions.set(at, values[at]);
        }
        return actions;
    }

    static FloatTensor designs(Pomg economy, float... values) {
        FloatTensor designs =
                FloatTensor.zeros(economy.batch(), economy.spaces().design().dimension());
        designs.view().put(0, values);
        return designs;
    }

    static float[] floats(FloatTensor tensor) {
        float[] values = new float[tensor.length()];
        tensor.view().get(0, values);
        return values;
    }
}
