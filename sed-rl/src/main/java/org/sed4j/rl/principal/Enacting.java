package org.sed4j.rl.principal;

import org.sed4j.core.game.Design;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.pomg.FloatTensor;

/** Puts a wished design where it may be enacted: on the line from the reference, as far as the δ-ball allows. */
final class Enacting {
    private Enacting() {}

    static void pulled(FeasibleSet feasible, float[] wish, FloatTensor designs, int world) {
        float[] row = wish;
        if (!feasible.isUnconstrained()) {
            row = feasible.pull(Design.of(wish, 0, wish.length)).toFloats();
        }
        for (int j = 0; j < row.length; j++) {
            designs.set(world * row.length + j, row[j]);
        }
    }
}
