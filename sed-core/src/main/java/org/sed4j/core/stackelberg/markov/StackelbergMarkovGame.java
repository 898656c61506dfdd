package org.sed4j.core.stackelberg.markov;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.core.stackelberg.PureEquilibria;
import org.sed4j.core.stackelberg.StackelbergNashGame;

/**
 * A Stackelberg-Markov game (n, m, Φ, Π, u): the leader commits to φ ∈ Φ, which induces a Markov game M^φ among n followers;
 * they answer with policies.
 *
 * <p>Restricted to deterministic memoryless policies it is a Stackelberg-Nash game, which it is here: {@link #induce} makes
 * the normal form of M^φ, so that every certificate and solver of {@code org.sed4j.core.stackelberg} applies.
 *
 * @param leaderSpace Φ
 * @param economy φ ↦ M^φ, pure
 * @param utility u_0
 * @paper 002, Definition 2.3; 000, Definition 4
 */
public record StackelbergMarkovGame(
        DesignSpace leaderSpace, Function<Design, FinitePomg> economy, LeaderUtility utility)
        implements StackelbergNashGame {

    /** u_0(φ, π). */
    @FunctionalInterface
    public interface LeaderUtility {
        /** What the leader gets when the followers play π in M^φ. */
        double of(Design phi, FinitePomg economy, List<MemorylessPolicy> policies);
    }

    /** The game whose leader pursues an objective over the followers' expected returns. */
    public static StackelbergMarkovGame of(
            DesignSpace leaderSpace, Function<Design, FinitePomg> economy, Objective objective) {
        return new StackelbergMarkovGame(
                leaderSpace,
                economy,
                (phi, game, policies) -> objective.value(phi, Account.ofReturns(Returns.of(game, policies))));
    }

    @Override
    public InducedGame induce(Design x) {
        FinitePomg game = economy.apply(leaderSpace.require(x));
        NormalFormGame normalForm = DeterministicPolicies.normalForm(game);
        double[] leader = new double[normalForm.profiles().count()];
        for (int number = 0; number < leader.length; number++) {
            leader[number] = utility.of(x, game, DeterministicPolicies.profile(game, normalForm.profiles(), number));
        }
        return InducedGame.of(normalForm, leader);
    }

    /**
     * What a search shows about (φ*, π*) as an (ε, δ)-SSMNE, for policies π* that may mix.
     *
     * @param followers the followers' gaps in M^φ*
     * @param leaderGap a number that the leader's gap is no less than: the best of a few designs and of deterministic π was
     *     looked at, and no search over Φ proves that nothing is better
     * @param better a design that shows it, if it is positive
     * @paper 002, Definition 2.4
     */
    public record Finding(MemorylessGaps followers, double leaderGap, Optional<Design> better) {
        /** Whether this refutes an (ε, δ)-equilibrium. That it does not is no proof of one. */
        public boolean refutes(double epsilon, double delta) {
            return leaderGap > epsilon || followers.atLeast() > delta;
        }
    }

    /**
     * Looks for what speaks against (φ*, π*).
     *
     * @param policies π*, which may mix
     * @param delta δ, to which deterministic policies are held at every candidate
     * @param candidates other designs for the leader
     */
    public Finding examine(Design phi, List<MemorylessPolicy> policies, double delta, List<Design> candidates) {
        FinitePomg game = economy.apply(leaderSpace.require(phi));
        double value = Require.finite(utility.of(phi, game, policies), "the leader's utility of " + phi);
        double gap = 0;
        Optional<Design> better = Optional.empty();
        for (Design candidate : candidates) {
            InducedGame induced = induce(candidate);
            for (int profile : PureEquilibria.of(induced.followers(), delta)) {
                if (induced.leader(0, profile) - value > gap) {
                    gap = induced.leader(0, profile) - value;
                    better = Optional.of(candidate);
                }
            }
        }
        return new Finding(MemorylessGaps.of(game, policies), gap, better);
    }
}
