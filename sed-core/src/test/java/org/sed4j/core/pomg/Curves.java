package org.sed4j.core.pomg;

import org.sed4j.core.math.Elementary;
import org.sed4j.core.math.ElementaryArrays;
import org.sed4j.core.run.Rng;

/** Elementary functions of what chance draws, near and far: bits that differ anywhere between backends are told at once. */
public final class Curves implements World {
    private static final int PLAYERS = 2;

    private final Spaces spaces = Spaces.players(PLAYERS)
            .actions(7)
            .numbers("exp", "log", "tanh", "share")
            .build();
    private final double[] at = new double[PLAYERS];
    private final double[] exp = new double[PLAYERS];
    private final double[] log = new double[PLAYERS];
    private final double[] tanh = new double[PLAYERS];
    private final double[] sigmoid = new double[PLAYERS];
    private final float[] singles = new float[3 * PLAYERS];

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        for (int i = 0; i < PLAYERS; i++) {
            at[i] = 0;
        }
    }

    @Override
    public void step(int[] scales, float[] design, Rng rng, float[] rewards) {
        for (int i = 0; i < PLAYERS; i++) {
            double reach = 1;
            for (int k = 0; k < scales[i]; k++) {
                reach = reach * 8;
            }
            at[i] = (rng.uniform() - 0.5) * reach / 64;
            exp[i] = Elementary.exp(Math.min(700, at[i]));
            log[i] = Elementary.log(Math.abs(at[i]) + 1e-300);
            tanh[i] = Elementary.tanh(at[i]);
            sigmoid[i] = Elementary.sigmoid(at[i]);
            singles[3 * i] = (float) at[i];
            singles[3 * i + 1] = Elementary.exp((float) Math.min(80, at[i]));
            singles[3 * i + 2] = Elementary.log((float) Math.abs(at[i]) + 1e-30f);
            rewards[i] = (float) tanh[i];
        }
        ElementaryArrays.tanh(singles, 3 * PLAYERS);
        ElementaryArrays.softmax(singles, 3, 3);
        ElementaryArrays.tanh(exp, 1);
        ElementaryArrays.softmax(log, 0, PLAYERS);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = (float) exp[player];
        out.numbers[1] = (float) log[player];
        out.numbers[2] = (float) sigmoid[player];
        out.numbers[3] = singles[3 * player];
    }
}
