package org.sed4j.core.pomg;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.Trials;
import org.sed4j.core.run.Seed;

/**
 * Trials on forks: each candidate design is lived with in copies of the running worlds, by copies of the followers.
 *
 * <p>Candidates are compared under common random numbers: all see the same draws. With {@link Noise#SHARED} these are the
 * very draws that the running economy will see, so the principal tries the future that will come; with {@link Noise#FRESH}
 * they are others, another set for each copy. Followers that do not learn live all candidates side by side in one batch;
 * those that learn live each in a fork of its own, from one starting point.
 *
 * <p>The running economy and followers are left as they are. Trials from one state give the same outcomes again.
 *
 * @param worlds how many of the running worlds each candidate is tried in, the first ones; at most B
 * @param copies how many forks of each of these, at least 1; more than one is of use with fresh noise or followers that
 *     choose by chance
 * @param noise which chance the forks live with
 * @param seed where the followers' chance comes from
 */
public record ForkTrials(int worlds, int copies, Noise noise, Seed seed) implements Trials.Lab<Pomg> {

    public ForkTrials {
        Require.atLeast(worlds, 1, "worlds of a trial");
        Require.atLeast(copies, 1, "copies of a world in a trial");
    }

    @Override
    public Trials of(Pomg economy, Followers<Pomg> followers, FeasibleSet feasible, int steps) {
        Require.that(
                worlds <= economy.batch(),
                "worlds of a trial",
                worlds,
                "must be at most the " + economy.batch() + " that run",
                "copies were meant");
        Require.atLeast(steps, 1, "steps of a trial");
        return candidates -> {
            candidates.forEach(feasible::require);
            if (candidates.isEmpty()) {
                return List.of();
            }
            Seed chance = seed.at(economy.stateHash());
            try (Pomg start = economy.forked(firstWorlds(worlds), copies, noise)) {
                return followers.learns()
                        ? oneByOne(start, followers, candidates, steps, chance)
                        : sideBySide(start, followers, candidates, steps, chance);
            }
        };
    }

    private static List<Outcome> oneByOne(
            Pomg start, Followers<Pomg> followers, List<Design> candidates, int steps, Seed chance) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Design candidate : candidates) {
            try (Pomg fork = start.forked(firstWorlds(start.batch()), 1, Noise.SHARED)) {
                fork.enact(candidate);
                outcomes.add(followers.copy().live(fork, Government.standing(), steps, chance));
            }
        }
        return outcomes;
    }

    /** World m of the start becomes worlds m · K, ..., m · K + K-1, one for each of K candidates. */
    private static List<Outcome> sideBySide(
            Pomg start, Followers<Pomg> followers, List<Design> candidates, int steps, Seed chance) {
        int tried = candidates.size();
        int k = start.spaces().design().dimension();
        try (Pomg fork = start.forked(firstWorlds(start.batch()), tried, Noise.SHARED)) {
            FloatTensor designs = FloatTensor.zeros(fork.batch(), k);
            for (int b = 0; b < fork.batch(); b++) {
                designs.view().put(b * k, candidates.get(b % tried).toFloats());
            }
            fork.enact(designs);
            Outcome all = followers.copy().live(fork, Government.standing(), steps, chance);
            List<Outcome> outcomes = new ArrayList<>();
            for (int c = 0; c < tried; c++) {
                int[] worlds = new int[start.batch()];
                for (int m = 0; m < worlds.length; m++) {
                    worlds[m] = m * tried + c;
                }
                outcomes.add(all.in(worlds));
            }
            return outcomes;
        }
    }

    private static int[] firstWorlds(int count) {
        int[] worlds = new int[count];
        for (int b = 0; b < count; b++) {
            worlds[b] = b;
        }
        return worlds;
    }
}
