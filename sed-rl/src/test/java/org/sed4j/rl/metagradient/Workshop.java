package org.sed4j.rl.metagradient;

import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * A small economy for gradient checks: rewards are curved in the design, couple players by a lump sum, and episodes end early
 * now and then. Players see symbols and numbers; the last choice is barred in some states.
 */
final class Workshop implements World, Settlement {
    static final int PLAYERS = 3;
    static final int HORIZON = 6;
    private static final int CELLS = 6;

    private final int[] place = new int[PLAYERS];
    private final float[] stock = new float[PLAYERS];
    private final float[] ledger = new float[2 * PLAYERS];
    private final float[] produced = new float[PLAYERS];
    private int steps;
    private boolean closed;

    @Override
    public Spaces spaces() {
        return Spaces.players(PLAYERS)
                .actions(3)
                .codes(2, 3, 3)
                .numbers("stock", "time")
                .masked()
                .principalNumbers("s0", "s1", "s2", "time", "a0", "a1", "a2")
                .design(DesignSpace.box(0, 2, "bonus", "tax", "work"))
                .ledger(2 * PLAYERS)
                .measures("produced")
                .build();
    }

    @Override
    public void reset(Rng rng) {
        for (int i = 0; i < PLAYERS; i++) {
            place[i] = rng.below(CELLS);
            stock[i] = 0;
            ledger[i] = 0;
            ledger[PLAYERS + i] = 0;
            produced[i] = 0;
        }
        steps = 0;
        closed = false;
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        for (int i = 0; i < PLAYERS; i++) {
            place[i] = (place[i] + actions[i] + rng.below(2)) % CELLS;
            produced[i] = (place[i] % 3) * 0.5f - 0.25f * actions[i];
            stock[i] = 0.8f * stock[i] + produced[i];
            ledger[i] = produced[i];
            ledger[PLAYERS + i] = actions[i];
        }
        steps++;
        closed = rng.chance(0.05);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        for (int cell = 0; cell < CELLS; cell++) {
            int others = 0;
            for (int i = 0; i < PLAYERS; i++) {
                others += i != player && place[i] == cell ? 1 : 0;
            }
            out.codes[cell] = (byte) (place[player] == cell ? 2 : Math.min(others, 1));
        }
        out.numbers[0] = stock[player];
        out.numbers[1] = steps / (float) HORIZON;
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        mask[0] = 1;
        mask[1] = 1;
        mask[2] = (byte) (place[player] == 4 ? 0 : 1);
    }

    @Override
    public boolean due() {
        return steps % 2 == 0 || steps == 5;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        for (int i = 0; i < PLAYERS; i++) {
            out.numbers[i] = stock[i];
            out.numbers[PLAYERS + 1 + i] = actions[i];
        }
        out.numbers[PLAYERS] = steps / (float) HORIZON;
    }

    @Override
    public boolean terminated() {
        return closed;
    }

    @Override
    public boolean truncated() {
        return !closed && steps >= HORIZON;
    }

    @Override
    public void measure(float[] out) {
        System.arraycopy(produced, 0, out, 0, PLAYERS);
    }

    @Override
    public float[] ledger() {
        return ledger;
    }

    @Override
    public void rewards(float[] ledger, float[] design, float[] out) {
        double[] wide = new double[PLAYERS];
        double[] phi = {design[0], design[1], design[2]};
        EXACT.rewards(ledger, phi, wide);
        for (int i = 0; i < PLAYERS; i++) {
            out[i] = (float) wide[i];
        }
    }

    @Override
    public void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient) {
        double[] wide = new double[3];
        double[] by = {cotangent[0], cotangent[1], cotangent[2]};
        EXACT.pullback(ledger, new double[] {design[0], design[1], design[2]}, by, wide);
        for (int j = 0; j < 3; j++) {
            gradient[j] += (float) wide[j];
        }
    }

    /** r_i = tanh(y_i + φ_0 1[a_i = 1] + φ_2² a_i / 4 - φ_1 y_i / 2 + mean of φ_1 y / 2). */
    static final Payments EXACT = new Payments() {
        @Override
        public void rewards(float[] ledger, double[] phi, double[] out) {
            double pool = 0;
            for (int i = 0; i < PLAYERS; i++) {
                pool += phi[1] * ledger[i] / 2 / PLAYERS;
            }
            for (int i = 0; i < PLAYERS; i++) {
                float action = ledger[PLAYERS + i];
                out[i] = Math.tanh(ledger[i]
                        + (action == 1 ? phi[0] : 0)
                        + phi[2] * phi[2] * action / 4
                        - phi[1] * ledger[i] / 2
                        + pool);
            }
        }

        @Override
        public void pullback(float[] ledger, double[] phi, double[] cotangent, double[] gradient) {
            double[] r = new double[PLAYERS];
            rewards(ledger, phi, r);
            double all = 0;
            for (int i = 0; i < PLAYERS; i++) {
                double c = cotangent[i] * (1 - r[i] * r[i]);
                float action = ledger[PLAYERS + i];
                gradient[0] += action == 1 ? c : 0;
                gradient[1] -= c * ledger[i] / 2;
                gradient[2] += c * phi[2] * action / 2;
                all += c;
            }
            for (int i = 0; i < PLAYERS; i++) {
                gradient[1] += all * ledger[i] / 2 / PLAYERS;
            }
        }
    };
}
