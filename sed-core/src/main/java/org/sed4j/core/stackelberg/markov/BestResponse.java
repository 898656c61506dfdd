package org.sed4j.core.stackelberg.markov;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.stackelberg.Profiles;

/**
 * The best that one player can do in a finite game against fixed memoryless policies of the others.
 *
 * @param lower what {@code policy} gets: the best deterministic memoryless one, or one that mixes and was searched for
 * @param upper what a player would get that saw the state and everybody's observation: no policy gets more. Equal to
 *     {@code lower} in a game without end if the player's own observation tells as much
 * @param policy the policy that gets {@code lower}
 */
public record BestResponse(double lower, double upper, MemorylessPolicy policy) {
    /** Value iteration stops when no value moves by more than this share of the largest. */
    private static final double STILL = 1e-13;

    private static final int SWEEPS = 1_000_000;

    /**
     * The best response of a player.
     *
     * <p>{@code lower} by trying every deterministic memoryless policy, which is what the papers' Π_i holds; for one that
     * mixes see {@link #mixing}. {@code upper} by value iteration, or backward induction over a horizon.
     *
     * @param policies everybody's; the player's own does not matter
     * @throws IllegalArgumentException with the count and the limit if there are too many deterministic policies
     */
    public static BestResponse of(FinitePomg game, List<MemorylessPolicy> policies, int player) {
        Situations situations = new Situations(game);
        Profiles plays = DeterministicPolicies.of(game, player);
        Optional<MemorylessPolicy> best = Optional.empty();
        double most = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < plays.count(); p++) {
            MemorylessPolicy candidate = DeterministicPolicies.policy(game, player, p);
            double value = Returns.of(game, situations, with(policies, player, candidate))[player];
            if (value > most) {
                most = value;
                best = Optional.of(candidate);
            }
        }
        return new BestResponse(most, informed(game, situations, policies, player), best.orElseThrow());
    }

    /**
     * A response among policies that may mix, which pays where the state is hidden (Singh, Jaakkola and Jordan 1994,
     * "Learning without state-estimation in partially observable Markovian decision processes", ICML). {@code lower} by
     * climbing from the best deterministic policy and from the uniform one, an observation at a time: at least what the
     * former gets, but a lower bound only, since the climb may end below the summit.
     */
    public static BestResponse mixing(FinitePomg game, List<MemorylessPolicy> policies, int player) {
        BestResponse deterministic = of(game, policies, player);
        int observations = game.observationProfiles().size(player);
        int actions = game.actionProfiles().size(player);
        MixingClimb climb = new MixingClimb(game, policies, player);
        MixingClimb.Found best = climb.from(deterministic.policy(), deterministic.lower());
        MixingClimb.Found other = climb.from(MemorylessPolicy.uniform(actions, observations));
        MixingClimb.Found found = other.value() > best.value() ? other : best;
        return new BestResponse(found.value(), Math.max(deterministic.upper(), found.value()), found.policy());
    }

    /** The upper bound alone: fast, since no policies are enumerated. */
    public static double informed(FinitePomg game, List<MemorylessPolicy> policies, int player) {
        Returns.fitting(game, policies);
        return informed(game, new Situations(game), policies, player);
    }

    private static double informed(
            FinitePomg game, Situations situations, List<MemorylessPolicy> policies, int player) {
        double[] values = new double[situations.count()];
        int sweeps = game.horizon().orElse(SWEEPS);
        for (int sweep = 0; sweep < sweeps; sweep++) {
            double[] before = new double[values.length];
            double moved = 0;
            double largest = 0;
            for (int node = 0; node < before.length; node++) {
                before[node] = greatest(game, situations, policies, player, node, values);
                moved = Math.max(moved, Math.abs(before[node] - values[node]));
                largest = Math.max(largest, Math.abs(before[node]));
            }
            values = before;
            if (game.horizon().isEmpty() && moved <= STILL * largest * (1 - game.discount())) {
                break;
            }
        }
        return situations.atStart(values);
    }

    private static double greatest(
            FinitePomg game,
            Situations situations,
            List<MemorylessPolicy> policies,
            int player,
            int node,
            double[] values) {
        double[] worth = new double[game.actionProfiles().size(player)];
        for (int a = 0; a < game.actionProfiles().count(); a++) {
            double chance = situations.chance(policies, node, a, player);
            if (chance > 0) {
                double[] sum = {game.reward(player, situations.state(node), a)};
                situations.follow(node, a, (next, then) -> sum[0] += game.discount() * then * values[next]);
                worth[game.actionProfiles().choice(a, player)] += chance * sum[0];
            }
        }
        double greatest = worth[0];
        for (double w : worth) {
            greatest = Math.max(greatest, w);
        }
        return greatest;
    }

    private static List<MemorylessPolicy> with(List<MemorylessPolicy> policies, int player, MemorylessPolicy own) {
        ArrayList<MemorylessPolicy> changed = new ArrayList<>(policies);
        changed.set(player, own);
        return changed;
    }
}
