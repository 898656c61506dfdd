package org.sed4j.rl.head;

import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.rl.ppo.ActionFamily;

/**
 * One choice among all designs whose entries are levels: |S|^k of them, counted with entry 0 the least digit.
 *
 * @paper 004, section 4.2: dual-RL (d)
 */
public final class JointLevels implements DesignHead {
    private static final int MOST = 100_000;

    private final DesignSpace.Box space;
    private final double[] levels;
    private final ActionFamily family;

    /**
     * @param levels S, the values of an entry, at least two and within its bounds
     * @throws IllegalArgumentException if there are more than 100,000 designs, or a level is out of bounds
     */
    public JointLevels(DesignSpace.Box space, List<Double> levels) {
        Require.atLeast(levels.size(), 2, "levels of an entry");
        double all = Math.pow(levels.size(), space.dimension());
        Require.that(
                all <= MOST,
                "designs of " + levels.size() + " levels in " + space.dimension() + " entries",
                all,
                "must be at most " + MOST,
                "a head of its own for each entry was meant");
        for (double level : levels) {
            for (int j = 0; j < space.dimension(); j++) {
                Require.within(
                        level,
                        space.low().get(j),
                        space.high().get(j),
                        "level of " + space.names().get(j));
            }
        }
        this.space = space;
        this.levels = levels.stream().mapToDouble(Double::doubleValue).toArray();
        this.family = ActionFamily.choices(List.of((int) all));
    }

    @Override
    public int entries() {
        return space.dimension();
    }

    @Override
    public ActionFamily family() {
        return family;
    }

    @Override
    public void apply(int[] actions, int at, Reach reach, float[] law, int lawAt) {
        int left = actions[at];
        for (int j = 0; j < entries(); j++) {
            law[lawAt + j] = Squashed.within(space, j, levels[left % levels.length], reach);
            left /= levels.length;
        }
    }

    @Override
    public void anything(Rng rng, int[] actions, int at) {
        actions[at] = rng.below(family.scores());
    }
}
