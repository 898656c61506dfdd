package org.sed4j.core.pomg;

import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.run.Rng;

/**
 * Two players who catch one of a pond's fish or none, and are paid what is left after a fee, in their own taste: fish left are
 * a gauge, coin is a stock, catches are a flow. Every fifth step a decision is due.
 */
public final class Pond implements World {
    private final Spaces spaces = Spaces.players(2)
            .actions(2)
            .numbers("fish", "taste", "fee")
            .principalNumbers("fish")
            .design(DesignSpace.rates(1, "fee"))
            .measures("catch", "coin")
            .stocks("coin")
            .gauges("fish")
            .types("taste")
            .build();
    private final int length;
    private final float[] taste = {1, 1};
    private final float[] coin = new float[2];
    private final float[] caught = new float[2];
    private float fish;
    private int time;

    /** @param length steps of an episode */
    public Pond(int length) {
        this.length = length;
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        fish = 50 + rng.below(10);
        coin[0] = 10;
        coin[1] = 20;
        caught[0] = 0;
        caught[1] = 0;
        time = 0;
    }

    @Override
    public void adopt(float[] types) {
        taste[0] = types[0];
        taste[1] = types[1];
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        for (int i = 0; i < 2; i++) {
            caught[i] = Math.min(actions[i], fish);
            fish -= caught[i];
            coin[i] += caught[i] * (1 - design[0]);
            rewards[i] = taste[i] * caught[i] * (1 - design[0]);
        }
        fish += rng.below(2);
        time++;
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = fish;
        out.numbers[1] = taste[player];
        out.numbers[2] = design[0];
    }

    @Override
    public boolean due() {
        return time % 5 == 4;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        out.numbers[0] = fish;
    }

    @Override
    public boolean truncated() {
        return time == length;
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < 2; i++) {
            out[2 * i] = caught[i];
            out[2 * i + 1] = coin[i];
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = fish;
    }
}
