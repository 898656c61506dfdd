package org.sed4j.rl.policygradient;

import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Seed;

/** A population that acts without exploration and remembers nothing. */
final class Actors implements Players {
    private final Population population;
    private final Seed seed;
    private final Trajectory moment;
    private final int[] chosen;
    private final boolean[] ended;
    private int going;
    private long step;

    /** Actors for a population with room for one step. */
    Actors(Population population, Seed seed) {
        this.population = population;
        this.seed = seed;
        this.moment = population.trajectory();
        this.chosen = new int[moment.actions().length];
        this.ended = new boolean[population.batch()];
        this.going = ended.length;
    }

    @Override
    public void act(Tensors now, IntTensor out) {
        moment.open(0);
        moment.see(now);
        for (Learner learner : population.learners()) {
            learner.act(moment, seed, step, chosen);
        }
        step++;
        out.view().put(0, chosen);
    }

    @Override
    public void stepped(Tensors now) {
        for (int b = 0; b < ended.length; b++) {
            if (!ended[b] && now.ended().get(b) != 0) {
                ended[b] = true;
                going--;
            }
        }
    }

    /** Whether every world has ended since they began to act. */
    boolean over() {
        return going == 0;
    }
}
