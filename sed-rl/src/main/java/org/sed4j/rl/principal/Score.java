package org.sed4j.rl.principal;

import java.util.Arrays;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;

/** The elected objective of each world, of a round so far or of its last step, and what it gained since last asked. */
final class Score {
    private final Objective objective;
    /** Whether the objective is of all steps so far; else of the last one. */
    private final boolean running;

    private final int players;
    private final int measures;
    private final int measure;
    private final double[][] amounts;
    private final double[] last;
    private final double[] first;
    private final float[] designs;
    private final int k;

    Score(Objective objective, Pomg economy, PpoPrincipal.Reward kind) {
        this.running = kind == PpoPrincipal.Reward.PERIOD_CHANGE;
        this.objective = objective;
        this.players = economy.players();
        this.measures = economy.spaces().measures().size();
        boolean reward = objective.measure().equals(Outcome.REWARD);
        this.measure = economy.spaces().measures().indexOf(objective.measure());
        Require.that(
                reward || measure >= 0,
                "measure of the objective",
                objective.measure(),
                "must be \"" + Outcome.REWARD + "\" or one of "
                        + economy.spaces().measures(),
                "the objective was made for another economy");
        this.k = economy.spaces().design().dimension();
        this.designs = new float[economy.batch() * k];
        this.amounts = new double[economy.batch()][players];
        economy.now().design().view().get(0, designs);
        this.last = new double[economy.batch()];
        for (int b = 0; b < last.length; b++) {
            last[b] = value(b);
        }
        this.first = last.clone();
    }

    /** Adds the step just taken. */
    void add(Tensors now) {
        now.design().view().get(0, designs);
        for (int b = 0; b < amounts.length; b++) {
            double[] world = amounts[b];
            for (int i = 0; i < players; i++) {
                int row = b * players + i;
                float amount =
                        measure < 0 ? now.rewards().get(row) : now.measures().get(row * measures + measure);
                world[i] = running ? world[i] + amount : amount;
            }
        }
    }

    private double value(int world) {
        return objective.value(Design.of(designs, world * k, k), amounts[world]);
    }

    /** O now minus O when last asked (or at the start), in one world. */
    double gainSinceLast(int world) {
        double now = value(world);
        double gain = now - last[world];
        last[world] = now;
        return gain;
    }

    /** The mean over worlds of O when last asked minus O at the start. */
    double meanGain() {
        return (Arrays.stream(last).sum() - Arrays.stream(first).sum()) / last.length;
    }
}
