package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Require;

/**
 * How far a profile (x*, y*) is from a strong Stackelberg-Nash equilibrium: the followers' gaps at x*, and by how much the
 * leader could do better.
 *
 * <p>(x*, y*) is an (ε, δ)-SSNE if no follower gains more than δ, and u_0(x*, y*) ≥ max_x max_y u_0(x, y) - ε, y running
 * over the profiles in which everybody plays a δ-best response to the others (a fixed point: y ∈ BR^δ(x, y)), ties for the
 * leader. Where y* is a profile of pure strategies so are the y it is held against; where it mixes, they mix.
 *
 * @param followers gaps at (x*, y*)
 * @param leaderGap a number that max_x max_y u_0 - u_0(x*, y*) is at least, and at least 0
 * @param leaderGapBound a number that it is at most; {@code leaderGap} itself where that is exact, +∞ where nothing is known
 * @param better an x that shows {@code leaderGap}, if it is positive
 * @paper 002, Definition 2.4; 000, Definitions 2 and 5. The text writes max over BR^δ without its arguments
 */
public record StackelbergCertificate(
        Certificate followers, double leaderGap, double leaderGapBound, Optional<Design> better) {

    /** Whether the leader's gap is known, not only bounded. */
    public boolean isExact() {
        return leaderGapBound <= leaderGap;
    }

    /**
     * Whether this proves an (ε, δ)-equilibrium; false if it refutes one.
     *
     * @throws IllegalStateException if it does neither, the gaps being known only up to bounds
     */
    public boolean proves(double epsilon, double delta) {
        if (leaderGap > epsilon || !followers.proves(delta)) {
            return false;
        }
        if (!(leaderGapBound <= epsilon)) {
            throw new IllegalStateException(
                    "The leader's gap ≥ " + leaderGap + " does not show that it is at most " + epsilon
                            + ", nor does its bound " + leaderGapBound
                            + ".\nMaybe the leader's actions are finitely many, or the followers' strategies pure.");
        }
        return true;
    }

    /**
     * Checks (x*, y*) against a list of other leader actions: exact for a leader who has no others, a lower bound else.
     *
     * @param strategies y*, a profile of the followers' pure strategies as {@link BayesianGame#strategies} numbers them
     * @param delta δ, to which the followers are held at every candidate
     * @param exhaustive whether {@code candidates} is all of X
     * @throws IllegalArgumentException if a design is not in X, or δ is negative
     */
    public static StackelbergCertificate among(
            StackelbergNashGame game,
            Design x,
            int strategies,
            double delta,
            List<Design> candidates,
            boolean exhaustive) {
        Require.that(delta >= 0, "delta", delta, "must be at least 0", "a sign was lost");
        InducedGame induced = game.induce(game.leaderSpace().require(x));
        double value =
                induced.leader(induced.followers().respond(induced.followers().strategies(), strategies));
        double best = value;
        Optional<Design> better = Optional.empty();
        for (Design candidate : candidates) {
            double there = best(game.induce(candidate), delta);
            if (there > best) {
                best = there;
                better = Optional.of(candidate);
            }
        }
        double gap = best - value;
        double bound = exhaustive ? gap : Double.POSITIVE_INFINITY;
        return new StackelbergCertificate(followers(induced, strategies), gap, bound, better);
    }

    /**
     * The most that the leader gets over the pure δ-equilibria of one induced game; -∞ if there is none. Those that only
     * rounding excludes count, so that the leader's gap is not understated.
     */
    private static double best(InducedGame induced, double delta) {
        Profiles strategies = induced.followers().strategies();
        double best = Double.NEGATIVE_INFINITY;
        for (int s : PureEquilibria.of(induced.followers(), delta + rounding(induced.followers()))) {
            best = Math.max(best, induced.leader(induced.followers().respond(strategies, s)));
        }
        return best;
    }

    private static double rounding(BayesianGame game) {
        double largest = 0;
        for (int i = 0; i < game.players(); i++) {
            for (int t = 0; t < game.typeProfiles().count(); t++) {
                for (int a = 0; a < game.profiles().count(); a++) {
                    largest = Math.max(largest, Math.abs(game.payoff(i, t, a)));
                }
            }
        }
        return 1e-12 * largest;
    }

    private static Certificate followers(InducedGame induced, int strategies) {
        BayesianGame game = induced.followers();
        Certificate gaps = Certificates.bcce(game, game.respond(game.strategies(), strategies));
        return new Certificate(concept(game), gaps.proof(), gaps.gaps());
    }

    private static Certificate.Concept concept(BayesianGame game) {
        return game.isComplete() ? Certificate.Concept.NASH : Certificate.Concept.BAYES_NASH;
    }

    /** Checks (ℓ*, y*) in a finite game whose leader commits to one action: exact. */
    public static StackelbergCertificate pure(StackelbergGame game, int leaderAction, int strategies, double delta) {
        List<Design> all = new ArrayList<>();
        int actions = game.leaderActions().size();
        for (int l = 0; l < actions; l++) {
            all.add(Design.of(Distribution.pure(actions, l).toArray()));
        }
        return among(game, all.get(leaderAction), strategies, delta, all, true);
    }

    /** Checks (x*, y*) in a finite game whose leader may mix: exact, by a linear program for each y. */
    public static StackelbergCertificate mixed(StackelbergGame game, Distribution x, int strategies, double delta) {
        Require.that(delta >= 0, "delta", delta, "must be at least 0", "a sign was lost");
        InducedGame induced = game.induce(x);
        double value =
                induced.leader(induced.followers().respond(induced.followers().strategies(), strategies));
        Optional<MixedProgram.Solution> best = bestPure(game, delta);
        double gap = Math.max(0, worth(best) - value);
        return new StackelbergCertificate(followers(induced, strategies), gap, gap, better(best, value));
    }

    /**
     * Checks (x*, y*) in a finite game whose leader and followers may mix. The followers' gaps are exact. The leader's is
     * exact for one follower and δ = 0, where mixing adds nothing; else it lies between what pure y show and a bound over
     * the correlated equilibria, which include the mixed Nash equilibria.
     *
     * @param strategies y*: [n][|T_i|], each follower's mixed strategy as each of its types
     */
    public static StackelbergCertificate mixed(
            StackelbergGame game, Distribution x, List<List<Distribution>> strategies, double delta) {
        Require.that(delta >= 0, "delta", delta, "must be at least 0", "a sign was lost");
        InducedGame induced = game.induce(x);
        BayesianGame shape = induced.followers();
        double value = induced.leader(Response.independent(shape, strategies));
        Optional<MixedProgram.Solution> best = bestPure(game, delta);
        double gap = Math.max(0, worth(best) - value);
        double bound = gap;
        if (shape.players() > 1 || delta > 0) {
            CommitmentSearch search = new CommitmentSearch(game, Equilibrium.BCCE, Selection.OPTIMISTIC, delta);
            bound = Math.max(gap, search.best().bound() - value);
        }
        Certificate gaps = Certificates.bayesNash(shape, strategies);
        Certificate followers = new Certificate(concept(shape), gaps.proof(), gaps.gaps());
        return new StackelbergCertificate(followers, gap, bound, better(best, value));
    }

    private static Optional<MixedProgram.Solution> bestPure(StackelbergGame game, double delta) {
        return new MixedProgram(Terms.of(game, Arithmetic.FLOATING), delta).optimistic();
    }

    private static double worth(Optional<MixedProgram.Solution> solution) {
        return solution.map(found -> found.value().number()).orElse(Double.NEGATIVE_INFINITY);
    }

    private static Optional<Design> better(Optional<MixedProgram.Solution> best, double value) {
        return best.filter(found -> found.value().number() > value)
                .map(found -> Design.of(found.leader().toArray()));
    }
}
