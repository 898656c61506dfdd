package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Require;

/**
 * How far an action profile (x*, y*) is from a strong Stackelberg-Nash equilibrium: the followers' gaps at x*, and by how
 * much the leader could do better.
 *
 * <p>(x*, y*) is an (ε, δ)-SSNE if no follower gains more than δ, and u_0(x*, y*) ≥ max_x max_y u_0(x, y) - ε, y running
 * over the profiles in which everybody plays a δ-best response to the others (a fixed point: y ∈ BR^δ(x, y)), ties for the
 * leader.
 *
 * @param followers gaps at (x*, y*)
 * @param leaderGap max_x max_y u_0 - u_0(x*, y*), at least 0, or a lower bound of it
 * @param proof whether {@code leaderGap} is exact, every x having been considered, or only a search
 * @param better an x that shows the leader's gap, if there is one
 * @paper 002, Definition 2.4; 000, Definitions 2 and 5. The text writes max over BR^δ without its arguments. Deviation: y
 *     are profiles of pure strategies
 */
public record StackelbergCertificate(
        Certificate followers, double leaderGap, Certificate.Proof proof, Optional<Design> better) {

    /**
     * Whether this proves an (ε, δ)-equilibrium.
     *
     * @throws IllegalStateException if the leader's gap is only a lower bound that does not refute one
     */
    public boolean proves(double epsilon, double delta) {
        boolean holds = leaderGap <= epsilon && followers.proves(delta);
        if (holds && proof == Certificate.Proof.LOWER_BOUND) {
            throw new IllegalStateException(
                    "The leader's gap ≥ " + leaderGap + " does not show that it is at most " + epsilon
                            + ".\nMaybe the leader's actions are finitely many, or mixtures of such: certify exactly.");
        }
        return holds;
    }

    /**
     * Checks (x*, y*) against a list of other leader actions: exact for a leader who has no others, a lower bound else.
     *
     * @param strategies y*, a profile of the followers' pure strategies as {@link BayesianGame#strategies} numbers them
     * @param delta δ, to which the followers are held at every candidate
     * @param exhaustive whether {@code candidates} is all of X
     */
    public static StackelbergCertificate among(
            StackelbergNashGame game,
            Design x,
            int strategies,
            double delta,
            List<Design> candidates,
            boolean exhaustive) {
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
        Certificate.Proof proof = exhaustive ? Certificate.Proof.EXACT : Certificate.Proof.LOWER_BOUND;
        return new StackelbergCertificate(followers(induced, strategies), best - value, proof, better);
    }

    /** The most that the leader gets over the pure δ-equilibria of one induced game; -∞ if there is none. */
    private static double best(InducedGame induced, double delta) {
        Profiles strategies = induced.followers().strategies();
        double best = Double.NEGATIVE_INFINITY;
        for (int s : PureEquilibria.of(induced.followers(), delta)) {
            best = Math.max(best, induced.leader(induced.followers().respond(strategies, s)));
        }
        return best;
    }

    private static Certificate followers(InducedGame induced, int strategies) {
        BayesianGame game = induced.followers();
        Certificate gaps = Certificates.bcce(game, game.respond(game.strategies(), strategies));
        Certificate.Concept concept = game.isComplete() ? Certificate.Concept.NASH : Certificate.Concept.BAYES_NASH;
        return new Certificate(concept, gaps.proof(), gaps.gaps());
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
        Optional<MixedProgram.Solution> best =
                new MixedProgram(Terms.of(game, Arithmetic.FLOATING), delta).optimistic();
        double most = best.map(solution -> solution.value().number()).orElse(Double.NEGATIVE_INFINITY);
        Optional<Design> better = best.filter(solution -> most > value)
                .map(solution -> Design.of(solution.leader().toArray()));
        return new StackelbergCertificate(
                followers(induced, strategies), Math.max(most - value, 0), Certificate.Proof.EXACT, better);
    }
}
