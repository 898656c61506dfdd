package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.stackelberg.lp.LinearProgram;
import org.sed4j.core.stackelberg.lp.LinearProgram.Relation;
import org.sed4j.core.stackelberg.lp.LpResult;

/**
 * Iterated elimination of strictly dominated actions, mixtures dominating included.
 *
 * <p>What survives does not depend on the order of elimination. No Nash and no correlated equilibrium gives an eliminated
 * action any probability; a coarse correlated one may. One linear program for each action and round.
 */
public final class IteratedDominance {
    private IteratedDominance() {}

    /**
     * One elimination.
     *
     * @param player whose action it was
     * @param action which, by its number in the whole game
     * @param dominatedBy the mixture over the player's actions in the whole game that beats it whatever the others do
     */
    public record Elimination(int player, int action, Distribution dominatedBy) {}

    /**
     * What is left.
     *
     * @param kept for each player the surviving actions, by their numbers in the whole game
     * @param order what was eliminated, first to last
     */
    public record Survivors(List<List<Integer>> kept, List<Elimination> order) {
        public Survivors {
            kept = kept.stream().map(List::copyOf).toList();
            order = List.copyOf(order);
        }

        /** Whether one profile is left. */
        public boolean isSolved() {
            return kept.stream().allMatch(own -> own.size() == 1);
        }
    }

    /** Eliminates until nothing is dominated. */
    public static Survivors of(NormalFormGame game, Arithmetic arithmetic) {
        Terms terms = Terms.of(InducedGame.of(game, new double[game.profiles().count()]), arithmetic);
        List<List<Integer>> kept = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            List<Integer> own = new ArrayList<>();
            for (int a = 0; a < game.profiles().size(i); a++) {
                own.add(a);
            }
            kept.add(own);
        }
        List<Elimination> order = new ArrayList<>();
        while (eliminateOne(terms, kept, order)) {
            // each pass shrinks one action set
        }
        return new Survivors(kept, order);
    }

    private static boolean eliminateOne(Terms terms, List<List<Integer>> kept, List<Elimination> order) {
        for (int i = 0; i < kept.size(); i++) {
            for (int action : kept.get(i)) {
                double[] by = kept.get(i).size() > 1 ? dominating(terms, kept, i, action) : new double[0];
                if (by.length > 0) {
                    kept.get(i).remove(Integer.valueOf(action));
                    order.add(new Elimination(i, action, Distribution.proportional(by)));
                    return true;
                }
            }
        }
        return false;
    }

    /** The mixture that beats the action by most where it beats it least; empty if it beats it nowhere by anything. */
    private static double[] dominating(Terms terms, List<List<Integer>> kept, int i, int action) {
        Profiles profiles = terms.shape.profiles();
        double[] payoffs = terms.follower[i][0][0];
        int size = profiles.size(i);
        double[] objective = new double[size + 1]; // a mixture, then the margin
        objective[size] = 1;
        LinearProgram program = LinearProgram.maximise(objective);
        double[] sum = new double[size + 1];
        for (int b : kept.get(i)) {
            sum[b] = 1;
        }
        program.subjectTo(sum, Relation.EQUAL, 1);
        for (int profile = 0; profile < profiles.count(); profile++) {
            if (profiles.choice(profile, i) == action && survives(profiles, kept, i, profile)) {
                double[] row = new double[size + 1];
                for (int b : kept.get(i)) {
                    row[b] = payoffs[profiles.with(profile, i, b)] - payoffs[profile];
                }
                row[size] = -1;
                program.subjectTo(row, Relation.AT_LEAST, 0);
            }
        }
        LpResult.Optimum optimum = terms.arithmetic
                .solver()
                .solve(program)
                .optimum()
                .orElseThrow(
                        () -> new IllegalStateException("An action dominates itself weakly, yet was not found to."));
        double[] mixture = Arrays.copyOf(optimum.toArray(), size);
        return optimum.value() > terms.tie() ? mixture : new double[0];
    }

    private static boolean survives(Profiles profiles, List<List<Integer>> kept, int except, int profile) {
        for (int j = 0; j < profiles.players(); j++) {
            if (j != except && !kept.get(j).contains(profiles.choice(profile, j))) {
                return false;
            }
        }
        return true;
    }
}
