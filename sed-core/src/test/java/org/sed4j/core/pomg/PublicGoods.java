package org.sed4j.core.pomg;

import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.run.Rng;

/** Four neighbours give coins to a pot that grows and is shared; every ten steps the state evens out wealth at a rate φ. */
public final class PublicGoods implements World {
    private final Spaces spaces = Spaces.players(4)
            .actions(4)
            .masked()
            .numbers("wealth", "tax rate", "steps to tax")
            .principalNumbers("richest")
            .design(DesignSpace.rates(1, "tax"))
            .build();
    private final float[] wealth = new float[4];
    private int time;

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
        for (int i = 0; i < 4; i++) {
            wealth[i] = rng.below(6);
        }
    }

    @Override
    public void step(int[] gifts, float[] design, Rng rng, float[] rewards) {
        float rate = ++time % 10 == 0 ? design[0] : 0;
        float pot = 0;
        for (int i = 0; i < 4; i++) {
            float gift = Math.min(gifts[i], wealth[i]);
            float tax = rate * (wealth[i] - gift);
            float wage = rng.below(2);
            rewards[i] = wage - gift - tax;
            pot += 1.6f * gift + tax;
        }
        for (int i = 0; i < 4; i++) {
            rewards[i] += pot / 4;
            wealth[i] += rewards[i];
        }
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = wealth[player];
        out.numbers[1] = design[0];
        out.numbers[2] = 10 - time % 10;
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        for (int gift = 0; gift < 4; gift++) {
            mask[gift] = (byte) (gift <= wealth[player] ? 1 : 0);
        }
    }

    @Override
    public boolean due() {
        return time % 10 == 9;
    }

    @Override
    public void consult(int[] gifts, float[] design, View out) {
        out.numbers[0] = Math.max(Math.max(wealth[0], wealth[1]), Math.max(wealth[2], wealth[3]));
    }
}
