package org.sed4j.core.stackelberg.markov;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.stackelberg.Distribution;

/**
 * Climbs in one player's memoryless policies, an observation at a time: the mixture there is moved towards one action, as
 * far as is best, until no such move gains.
 */
final class MixingClimb {
    private static final int GRID = 16;
    private static final int HALVINGS = 24;
    private static final int SWEEPS = 100;

    /** Gains smaller than this share of the value end the climb. */
    private static final double STILL = 1e-12;

    private final FinitePomg game;
    private final Situations situations;
    private final List<MemorylessPolicy> policies;
    private final int player;

    MixingClimb(FinitePomg game, List<MemorylessPolicy> policies, int player) {
        this.game = game;
        this.situations = new Situations(game);
        this.policies = policies;
        this.player = player;
    }

    /**
     * @param policy where the climb ended
     * @param value what the player gets by it
     */
    record Found(MemorylessPolicy policy, double value) {}

    Found from(MemorylessPolicy start) {
        return from(start, value(start));
    }

    Found from(MemorylessPolicy start, double worth) {
        Found best = new Found(start, worth);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double before = best.value();
            for (int o = 0; o < start.byObservation().size(); o++) {
                for (int a = 0; a < start.byObservation().get(o).size(); a++) {
                    best = towards(best, o, a);
                }
            }
            if (best.value() - before <= STILL * Math.abs(before)) {
                break;
            }
        }
        return best;
    }

    /** The best step towards an action, by a grid and then by halving around its best point. */
    private Found towards(Found here, int observation, int action) {
        Found best = here;
        double at = 0;
        for (int k = 1; k <= GRID; k++) {
            Found there = moved(here, observation, action, (double) k / GRID);
            if (there.value() > best.value()) {
                best = there;
                at = (double) k / GRID;
            }
        }
        double step = 0.5 / GRID;
        for (int h = 0; h < HALVINGS; h++, step /= 2) {
            double middle = at;
            for (double t : new double[] {middle - step, middle + step}) {
                Found there = t > 0 && t < 1 ? moved(here, observation, action, t) : here;
                if (there.value() > best.value()) {
                    best = there;
                    at = t;
                }
            }
        }
        return best;
    }

    private Found moved(Found here, int observation, int action, double share) {
        double[] mixture = here.policy().byObservation().get(observation).toArray();
        for (int a = 0; a < mixture.length; a++) {
            mixture[a] = (1 - share) * mixture[a] + (a == action ? share : 0);
        }
        List<Distribution> changed = new ArrayList<>(here.policy().byObservation());
        changed.set(observation, Distribution.proportional(mixture));
        MemorylessPolicy policy = new MemorylessPolicy(changed);
        return new Found(policy, value(policy));
    }

    private double value(MemorylessPolicy own) {
        List<MemorylessPolicy> all = new ArrayList<>(policies);
        all.set(player, own);
        return Returns.of(game, situations, all)[player];
    }
}
