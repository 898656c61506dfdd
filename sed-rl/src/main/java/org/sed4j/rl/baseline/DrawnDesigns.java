package org.sed4j.rl.baseline;

import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Tape;

/** A government that draws a design from a designer's policy wherever one is due. */
final class DrawnDesigns implements Government<Pomg> {
    private final DesignerPolicy policy;
    private final Tape network;
    private final Seed seed;
    /** [T · B · memory]: what was drawn in the episode, for learning; empty if nobody learns from it. */
    private final double[] episode;

    private final Rng rng = new Rng();
    private double[] memory = {};
    private double[] designs = {};
    private FloatTensor wishes = FloatTensor.zeros(0);
    private long step;
    private int slot;

    /**
     * @param network from the principal's view to what the policy draws from
     * @param episode written: what was drawn, slot by slot; empty to keep nothing
     */
    DrawnDesigns(DesignerPolicy policy, Tape network, Seed seed, double[] episode) {
        this.policy = policy;
        this.network = network;
        this.seed = seed;
        this.episode = episode;
    }

    @Override
    public void decide(Pomg economy) {
        int batch = economy.batch();
        int k = policy.entries();
        if (designs.length != batch * k) {
            memory = new double[batch * policy.memory()];
            designs = new double[batch * k];
            wishes = FloatTensor.zeros(batch, k);
        }
        for (int b = 0; b < batch; b++) {
            rng.seat(seed.key(), step);
            rng.stream(b);
            policy.draw(outputs(economy, b), 0, rng, memory, b * policy.memory(), designs, b * k);
        }
        step++;
        for (int at = 0; at < designs.length; at++) {
            wishes.set(at, (float) designs[at]);
        }
        economy.enactWhereDue(wishes);
        if (episode.length > 0) {
            System.arraycopy(memory, 0, episode, slot * memory.length, memory.length);
        }
    }

    private double[] outputs(Pomg economy, int b) {
        Tensors now = economy.now();
        int cells = economy.spaces().principalCodes().cells();
        int numbers = economy.spaces().principalNumbers().size();
        return network.evaluate(
                (first, count, toCodes, toNumbers) -> {
                    now.principalCodes().view().get(b * cells, toCodes, 0, cells);
                    now.principalNumbers().view().get(b * numbers, toNumbers, 0, numbers);
                },
                1);
    }

    @Override
    public void stepped(Pomg economy) {
        slot++;
    }
}
