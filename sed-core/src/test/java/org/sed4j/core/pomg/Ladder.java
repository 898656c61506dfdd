package org.sed4j.core.pomg;

import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.run.Rng;

/** A world for tests of backends, small enough that {@code Ladder.c} says the same by hand; it has some of everything. */
public class Ladder implements World {
    private static final Spaces SPACES = Spaces.players(2)
            .actions(3)
            .codes(1, 3, 8)
            .numbers("sum", "wealth")
            .masked()
            .principalNumbers("sum", "first action")
            .measures("took")
            .gauges("wealth")
            .design(DesignSpace.rates(1, "rate"))
            .build();

    private final int limit;
    private int sum;
    private final byte[] rungs = new byte[3];
    private double wealth;
    private int time;

    /** A ladder on which a step fails when the sum runs over the limit, and a look when it is 13 more than that. */
    public Ladder(int limit) {
        this.limit = limit;
    }

    @Override
    public Spaces spaces() {
        return SPACES;
    }

    @Override
    public void reset(Rng rng) {
        sum = rng.below(100);
        for (int i = 0; i < rungs.length; i++) {
            rungs[i] = (byte) rng.below(8);
        }
        wealth = 0.1;
        time = 0;
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        for (int i = 0; i < actions.length; i++) {
            sum += actions[i];
            rewards[i] = actions[i] * (1 - design[0]);
            wealth += rewards[i] * rng.uniform();
        }
        if (sum > limit) {
            throw new IllegalStateException("The sum (" + sum + ") ran over " + limit);
        }
        int rung = rng.below(3);
        rungs[rung] = (byte) ((rungs[rung] + 1) & 7);
        time++;
    }

    @Override
    public void observe(int player, float[] design, View out) {
        if (sum == limit) {
            throw new ArithmeticException("The sum is " + sum);
        }
        for (int i = 0; i < 3; i++) {
            out.codes[i] = rungs[(i + player) % 3];
        }
        out.numbers[0] = sum;
        out.numbers[1] = (float) wealth;
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        mask[0] = 1;
        mask[1] = (byte) (time % 2);
        mask[2] = (byte) (player == 0 ? 1 : 0);
    }

    @Override
    public boolean due() {
        return time % 5 == 0;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        out.numbers[0] = sum;
        out.numbers[1] = actions[0];
    }

    @Override
    public boolean terminated() {
        return time >= 20;
    }

    @Override
    public boolean truncated() {
        return sum % 50 == 49;
    }

    @Override
    public void measure(float[] out) {
        out[0] = rungs[0];
        out[1] = rungs[1];
    }

    @Override
    public void gauge(float[] out) {
        out[0] = (float) wealth;
    }
}
