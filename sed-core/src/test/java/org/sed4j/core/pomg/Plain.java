package org.sed4j.core.pomg;

import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.run.Rng;

/** The least world there is, for tests to extend: two players, a sum of what they chose, a little chance. */
public class Plain implements World {
    public static final Spaces SPACES = Spaces.players(2)
            .actions(3)
            .numbers("sum")
            .principalNumbers("sum")
            .design(DesignSpace.rates(1, "rate"))
            .build();

    protected int sum;

    @Override
    public Spaces spaces() {
        return SPACES;
    }

    @Override
    public void reset(Rng rng) {
        sum = rng.below(100);
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        for (int i = 0; i < actions.length; i++) {
            sum += actions[i];
            rewards[i] = actions[i] * (1 - design[0]);
        }
        sum += rng.below(2);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = sum;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        out.numbers[0] = sum;
    }
}
