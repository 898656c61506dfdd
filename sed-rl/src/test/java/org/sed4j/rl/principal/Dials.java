package org.sed4j.rl.principal;

import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * A principal sets a tax in [0, 1] and a quota in [0, 4] every five steps; each of two players is paid 1 - 4 (tax - 0.3)² -
 * 4 (quota/4 - 0.75)² a step, whatever they do. The best that a round of T steps can give both together is 2 T.
 */
public final class Dials implements World {
    /** The best design. */
    public static final double TAX = 0.3;

    /** The best design's other entry. */
    public static final double QUOTA = 3;

    private int time;

    @Override
    public Spaces spaces() {
        return Spaces.players(2)
                .actions(2)
                .numbers("bias")
                .principalNumbers("bias")
                .design(new DesignSpace.Box(List.of("tax", "quota"), List.of(0.0, 0.0), List.of(1.0, 4.0)))
                .build();
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
    }

    @Override
    public boolean due() {
        return time % 5 == 0;
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        float tax = design[0] - 0.3f;
        float quota = design[1] / 4 - 0.75f;
        rewards[0] = 1 - 4 * tax * tax - 4 * quota * quota;
        rewards[1] = rewards[0];
        time++;
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = 1;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        out.numbers[0] = 1;
    }
}
