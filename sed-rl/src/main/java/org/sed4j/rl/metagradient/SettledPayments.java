package org.sed4j.rl.metagradient;

import java.util.Arrays;
import org.sed4j.core.pomg.Settlement;

/** A settlement's payments: designs are rounded to floats as they are when they are enacted. */
final class SettledPayments implements Payments {
    private final Settlement settlement;
    private final float[] design;
    private final float[] rewards;
    private final float[] gradient;

    SettledPayments(Settlement settlement, int players, int entries) {
        this.settlement = settlement;
        this.design = new float[entries];
        this.rewards = new float[players];
        this.gradient = new float[entries];
    }

    @Override
    public void rewards(float[] ledger, double[] phi, double[] out) {
        copy(phi, design);
        settlement.rewards(ledger, design, rewards);
        for (int i = 0; i < rewards.length; i++) {
            out[i] = rewards[i];
        }
    }

    @Override
    public void pullback(float[] ledger, double[] phi, double[] cotangent, double[] into) {
        copy(phi, design);
        copy(cotangent, rewards);
        Arrays.fill(gradient, 0);
        settlement.pullback(ledger, design, rewards, gradient);
        for (int j = 0; j < gradient.length; j++) {
            into[j] += gradient[j];
        }
    }

    private static void copy(double[] from, float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = (float) from[j];
        }
    }
}
