package org.sed4j.core.stackelberg;

import java.util.Optional;
import org.sed4j.core.game.Require;

/**
 * The leader's optimal commitment in a finite Stackelberg game.
 *
 * <p>{@link #pure}: to an action, by trying each. {@link #mixed}: to a mixture, by one linear program for each way the
 * followers might respond (Conitzer and Sandholm 2006, "Computing the optimal strategy to commit to", EC, 82-90), Bayesian
 * followers by enumerating their pure strategies. Followers that respond with ties in the leader's favour make it a strong
 * Stackelberg equilibrium.
 */
public final class Commitments {
    private Commitments() {}

    /**
     * The best pure commitment.
     *
     * @throws IllegalArgumentException if no leader action leaves an equilibrium of that kind (pure ones need not exist)
     */
    public static Commitment pure(
            StackelbergGame game, Equilibrium equilibrium, Selection selection, Arithmetic arithmetic) {
        int bestAction = -1;
        Interval best = null;
        for (int l = 0; l < game.leaderActions().size(); l++) {
            InducedGame induced = game.induce(l);
            if (best != null && hopeless(induced, best.value(selection).number(), arithmetic)) {
                continue;
            }
            Optional<Interval> interval = ResponseRange.of(induced, equilibrium, arithmetic);
            if (interval.isPresent()
                    && (best == null
                            || interval.get().value(selection).number()
                                    > best.value(selection).number())) {
                best = interval.get();
                bestAction = l;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("equilibrium (" + equilibrium
                    + ") must exist under some leader action.\nMaybe no pure equilibrium does; ask for NASH or CCE.");
        }
        Response response = best.response(selection);
        Certificate certificate = Certificates.bcce(game.induce(bestAction).followers(), response);
        Distribution leader = Distribution.pure(game.leaderActions().size(), bestAction);
        return new Commitment(leader, best.value(selection), true, response, certificate, best);
    }

    /** Whether the leader could not beat the incumbent whatever the followers did; by more than rounding, in doubles. */
    private static boolean hopeless(InducedGame game, double incumbent, Arithmetic arithmetic) {
        return arithmetic == Arithmetic.EXACT
                ? most(game) < incumbent - rounding(game)
                : most(game) <= incumbent + rounding(game);
    }

    private static double rounding(InducedGame game) {
        return 1e-12 * Math.max(1, Math.abs(most(game)));
    }

    private static double most(InducedGame game) {
        double sum = 0;
        for (int t = 0; t < game.followers().typeProfiles().count(); t++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < game.followers().profiles().count(); a++) {
                most = Math.max(most, game.leader(t, a));
            }
            sum += game.followers().prior().get(t) * most;
        }
        return sum;
    }

    /**
     * The best mixed commitment.
     *
     * <p>With one follower, every kind of equilibrium is a best response. Optimistic: the strong Stackelberg value. With
     * several followers, {@link Equilibrium#SSE} and optimistic only: the best over pure equilibria of the followers.
     * Pessimistic, one follower: the supremum over commitments of what the worst best response leaves (von Stengel and
     * Zamir 2010, "Leadership games with convex strategy sets", Games and Economic Behavior 69(2), 446-457).
     *
     * @throws IllegalArgumentException for several followers otherwise, for which no exact method is offered
     */
    public static Commitment mixed(
            StackelbergGame game, Equilibrium equilibrium, Selection selection, Arithmetic arithmetic) {
        boolean single = game.followers().players() == 1;
        Require.that(
                single || (equilibrium == Equilibrium.SSE && selection == Selection.OPTIMISTIC),
                "mixed commitment with " + game.followers().players() + " followers",
                equilibrium + ", " + selection,
                "must be SSE, OPTIMISTIC",
                "the leader can be restricted to pure commitments, for which every kind is solved");
        MixedProgram program = new MixedProgram(Terms.of(game, arithmetic));
        MixedProgram.Solution solution = selection == Selection.OPTIMISTIC
                ? program.optimistic()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "equilibrium (SSE) must exist under some commitment.\nMaybe the followers' game has no pure one;"
                                        + " ask for a pure commitment under NASH or CCE."))
                : program.pessimistic();
        InducedGame induced = game.induce(solution.leader());
        Interval interval = ResponseRange.of(induced, Equilibrium.SSE, Arithmetic.FLOATING)
                .orElseThrow(() -> new IllegalStateException("The response of a solved commitment is no equilibrium.\n"
                        + "Maybe the payoffs differ by many orders of magnitude; try exact arithmetic."));
        boolean optimistic = selection == Selection.OPTIMISTIC;
        Response response = optimistic
                ? induced.followers().respond(induced.followers().strategies(), solution.strategies())
                : interval.worst();
        Certificate certificate = Certificates.bcce(induced.followers(), response);
        boolean attained =
                optimistic || interval.low().number() >= solution.value().number() - tolerance(induced);
        return new Commitment(solution.leader(), solution.value(), attained, response, certificate, interval);
    }

    private static double tolerance(InducedGame game) {
        return 1e-9 * Math.max(1, Math.abs(most(game)));
    }
}
