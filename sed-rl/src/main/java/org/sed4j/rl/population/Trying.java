package org.sed4j.rl.population;

import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Sights;

/** Every pure strategy of one player, lived in forks side by side, some thousand at a time. */
final class Trying {
    private static final int LANES = 4096;

    private final PureStrategies others;
    private final ActionHeads heads;
    private final Enumeration enumeration;
    private final int player;

    Trying(PureStrategies others, ActionHeads heads, Enumeration enumeration, int player) {
        this.others = others;
        this.heads = heads;
        this.enumeration = enumeration;
        this.player = player;
    }

    /** By strategy: what the player gets in a world, on average. */
    double[] returns(Pomg start, int steps) {
        double[] returns = new double[(int) enumeration.count()];
        int atOnce = Math.max(1, LANES / start.batch());
        for (int first = 0; first < returns.length; first += atOnce) {
            live(start, steps, first, Math.min(atOnce, returns.length - first), returns);
        }
        return returns;
    }

    /** Lane w · count + c is world w under strategy first + c. */
    private void live(Pomg start, int steps, int first, int count, double[] returns) {
        try (Pomg fork = start.forked(BestResponders.all(start.batch()), count, Noise.SHARED)) {
            Sights sights = new Sights(fork.spaces(), fork.batch());
            IntTensor actions = IntTensor.zeros(fork.batch(), heads.seats());
            for (int t = 0; t < steps; t++) {
                others.act(sights, fork.now(), actions);
                for (int lane = 0; lane < fork.batch(); lane++) {
                    int row = lane * heads.players() + player;
                    others.put(
                            sights, row, enumeration.choices(first + lane % count, others.key(sights, row)), actions);
                }
                fork.step(actions);
                for (int lane = 0; lane < fork.batch(); lane++) {
                    float reward = fork.now().rewards().get(lane * heads.players() + player);
                    returns[first + lane % count] += (double) reward / start.batch();
                }
                fork.reset(fork.now().ended());
            }
        }
    }
}
