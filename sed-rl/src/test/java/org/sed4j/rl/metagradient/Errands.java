package org.sed4j.rl.metagradient;

import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * Two neighbours may run an errand for the village, which costs them 0.5; the village is better by 1 for each who does and worse by
 * 1 for each who does not. Whoever designs sees who is about to go and pays each of them in [0, 2]. Left alone nobody goes; paid
 * more than 0.5 more for going than for staying, everybody does.
 *
 * <p>Episodes of 14 steps, so that rounds of 10 cut them and hold ends of them.
 */
public final class Errands implements World, Settlement {
    static final int HORIZON = 14;

    private final float[] ledger = new float[2];
    private int time;

    @Override
    public Spaces spaces() {
        return Spaces.players(2)
                .actions(2)
                .numbers("bias")
                .principalNumbers("bias", "goes_0", "goes_1")
                .design(DesignSpace.box(0, 2, "pay_0", "pay_1"))
                .ledger(2)
                .measures("good")
                .build();
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
        ledger[0] = 0;
        ledger[1] = 0;
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        ledger[0] = actions[0];
        ledger[1] = actions[1];
        time++;
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = 1;
    }

    @Override
    public boolean due() {
        return true;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        out.numbers[0] = 1;
        out.numbers[1] = actions[0];
        out.numbers[2] = actions[1];
    }

    @Override
    public boolean truncated() {
        return time >= HORIZON;
    }

    @Override
    public void measure(float[] out) {
        out[0] = 2 * ledger[0] - 1;
        out[1] = 2 * ledger[1] - 1;
    }

    @Override
    public float[] ledger() {
        return ledger;
    }

    @Override
    public void rewards(float[] entries, float[] design, float[] out) {
        out[0] = design[0] - 0.5f * entries[0];
        out[1] = design[1] - 0.5f * entries[1];
    }

    @Override
    public void pullback(float[] entries, float[] design, float[] cotangent, float[] gradient) {
        gradient[0] += cotangent[0];
        gradient[1] += cotangent[1];
    }
}
