package org.sed4j.rl.noregret;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.sed4j.core.game.Require;

/**
 * Tabular Q-learning with exploration that fades: Q(t, a) ← (1 - α) Q(t, a) + α (g + δ max_b Q(t, b)).
 *
 * <p>Plays the best action, or with probability exp(-β · updates) any. Learns from what it played only, so it needs one
 * query where no-regret rules need one for each action. It has no regret bound.
 *
 * <p>Deviation from the published code, which takes δ max over the next sub-episode's type: types are drawn anew each time, so
 * the row's own maximum stands for it.
 */
public final class TabularQ extends TableRule {
    private final double rate;
    private final double discount;
    private final double fading;
    private long updates;

    /**
     * The rule of one player; the published code has α = 0.15, δ = 0.95, β = 1e-5.
     *
     * @param rate α in (0, 1]
     * @param discount δ in [0, 1)
     * @param fading β, at least 0, per update of any type
     */
    public TabularQ(int types, int actions, double rate, double discount, double fading) {
        super(types, actions);
        Require.that(rate > 0 && rate <= 1, "rate of Q", rate, "must lie in (0, 1]", "it was given in percent");
        Require.that(
                discount >= 0 && discount < 1, "discount of Q", discount, "must lie in [0, 1)", "1 - it was meant");
        Require.that(fading >= 0, "fading of exploration", fading, "must be at least 0", "a sign was lost");
        this.rate = rate;
        this.discount = discount;
        this.fading = fading;
    }

    @Override
    public boolean counterfactual() {
        return false;
    }

    @Override
    public void reset() {
        super.reset();
        updates = 0;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        super.save(out);
        out.writeLong(updates);
    }

    @Override
    public void load(DataInput in) throws IOException {
        super.load(in);
        updates = in.readLong();
    }

    @Override
    public void strategy(int type, double[] mixture) {
        double explores = Math.exp(-fading * updates);
        Arrays.fill(mixture, 0, actions, explores / actions);
        mixture[best(type)] += 1 - explores;
    }

    @Override
    public void learn(int type, double[] gains, int played) {
        int cell = type * actions + played;
        double next = table[type * actions + best(type)];
        table[cell] += rate * (gains[played] + discount * next - table[cell]);
        updates++;
    }

    @Override
    public void show(int type, float[] out, int at) {
        for (int a = 0; a < actions; a++) {
            out[at + a] = (float) (table[type * actions + a] * (1 - discount));
        }
    }
}
