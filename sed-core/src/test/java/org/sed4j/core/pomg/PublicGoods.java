package org.sed4j.core.pomg;

import java.util.Arrays;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.run.Rng;

/** Four neighbours give to a common pot that grows and is shared; every ten steps the state taxes what each earned. */
public final class PublicGoods implements World {
    private static final int PLAYERS = 4;
    private static final int CHOICES = 4;
    private static final int PERIOD = 10;
    private static final float GROWTH = 1.6f;
    private static final Spaces SPACES = Spaces.players(PLAYERS)
            .actions(CHOICES)
            .masked()
            .numbers("wealth", "income", "time to tax")
            .principalNumbers("income_0", "income_1", "income_2", "income_3")
            .design(DesignSpace.rates(1, "tax"))
            .measures("given")
            .build();

    private final float[] wealth = new float[PLAYERS];
    private final float[] income = new float[PLAYERS];
    private final int[] given = new int[PLAYERS];
    private int time;

    @Override
    public Spaces spaces() {
        return SPACES;
    }

    @Override
    public void reset(Rng rng) {
        for (int i = 0; i < PLAYERS; i++) {
            wealth[i] = rng.below(6);
        }
        Arrays.fill(income, 0);
        Arrays.fill(given, 0);
        time = 0;
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        float pot = 0;
        for (int i = 0; i < PLAYERS; i++) {
            given[i] = (int) Math.min(actions[i], wealth[i]);
            pot += given[i];
        }
        for (int i = 0; i < PLAYERS; i++) {
            rewards[i] = GROWTH * pot / PLAYERS + (rng.chance(0.3) ? 1 : 0) - given[i];
            income[i] += rewards[i];
        }
        if (++time % PERIOD == 0) {
            tax(design[0], rewards);
        }
        for (int i = 0; i < PLAYERS; i++) {
            wealth[i] += rewards[i];
        }
    }

    private void tax(float rate, float[] rewards) {
        float revenue = 0;
        for (int i = 0; i < PLAYERS; i++) {
            float due = rate * Math.max(0, income[i]);
            rewards[i] -= due;
            revenue += due;
            income[i] = 0;
        }
        for (int i = 0; i < PLAYERS; i++) {
            rewards[i] += revenue / PLAYERS;
        }
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = wealth[player];
        out.numbers[1] = income[player];
        out.numbers[2] = PERIOD - time % PERIOD;
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        for (int coins = 0; coins < CHOICES; coins++) {
            mask[coins] = (byte) (coins <= wealth[player] ? 1 : 0);
        }
    }

    @Override
    public boolean due() {
        return time % PERIOD == PERIOD - 1;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        System.arraycopy(income, 0, out.numbers, 0, PLAYERS);
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < PLAYERS; i++) {
            out[i] = given[i];
        }
    }
}
