package org.sed4j.rl.ppo;

import org.sed4j.core.pomg.Policy;
import org.sed4j.core.pomg.View;
import org.sed4j.core.run.Rng;
import org.sed4j.rl.network.Rows;

/**
 * A trained policy as a thing that acts on one view at a time: for a program that has nothing else of this library in it.
 *
 * <p>It keeps a copy of the policy, so it does not learn on. One caller at a time.
 */
public final class TrainedPolicy implements Policy {
    private final ActorCritic mind;
    private final ActionFamily family;
    private final Sampler.Manner manner;
    private final float[] outputs;

    /**
     * The policy as it is now.
     *
     * @param manner whether choices are drawn, or the likeliest are taken
     */
    public TrainedPolicy(ActorCritic mind, Sampler.Manner manner) {
        this.mind = mind.copy(1);
        this.family = mind.family();
        this.manner = manner;
        this.outputs = new float[family.scores() + 1];
    }

    @Override
    public int[] act(View view, byte[] mask, Rng rng) {
        mind.evaluate(Rows.of(view.codes, view.codes.length, view.numbers, view.numbers.length), 1, outputs);
        family.normalise(outputs, 0, mask, 0);
        int[] choices = new int[family.entries()];
        if (manner == Sampler.Manner.GREEDY) {
            family.greedy(outputs, 0, choices, 0);
        } else {
            family.draw(outputs, 0, rng, choices, 0);
        }
        return choices;
    }
}
