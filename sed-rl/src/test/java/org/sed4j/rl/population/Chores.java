package org.sed4j.rl.population;

import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * Two players name the symbol that each is shown (1 if right; one wrong name is forbidden) and take from each other (1/2 for
 * the one, -1/4 for the other). Best in every step: the right name, and to take; 1.25 each if both do, 0.625 at random.
 */
final class Chores implements World {
    static final int DAY = 20;
    static final double BEST = 1.25;
    static final double AT_RANDOM = 0.625;

    private final int[] shown = new int[2];
    private int time;

    @Override
    public Spaces spaces() {
        return Spaces.players(2)
                .actions(3, 2)
                .codes(1, 1, 3)
                .numbers("bias")
                .masked()
                .build();
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
        show(rng);
    }

    private void show(Rng rng) {
        shown[0] = rng.below(3);
        shown[1] = rng.below(3);
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        for (int i = 0; i < 2; i++) {
            if (actions[2 * i] == (shown[i] + 1) % 3) {
                throw new IllegalStateException("player " + i + " took what the mask forbids");
            }
            rewards[i] = (actions[2 * i] == shown[i] ? 1 : 0) + 0.5f * actions[2 * i + 1] - 0.25f * actions[3 - 2 * i];
        }
        time++;
        show(rng);
    }

    @Override
    public boolean terminated() {
        return time >= DAY;
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.codes[0] = (byte) shown[player];
        out.numbers[0] = 1;
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        for (int a = 0; a < 5; a++) {
            mask[a] = (byte) (a == (shown[player] + 1) % 3 ? 0 : 1);
        }
    }
}
