package org.sed4j.core.stackelberg;

import java.util.Optional;
import org.sed4j.core.game.Require;

/**
 * The leader's optimal commitment in a finite Stackelberg game.
 *
 * <p>{@link #pure}: to an action, by trying each. {@link #mixed}: to a mixture, by one linear program for each way the
 * followers might respond (Conitzer and Sandholm 2006, "Computing the optimal strategy to commit to", EC, 82-90), Bayesian
 * followers by enumerating their pure strategies; against equilibria of several followers that are not pure, by a search
 * with a bound. Followers that respond with ties in the leader's favour make it a strong Stackelberg equilibrium.
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
        Value value = best.value(selection);
        return new Commitment(leader, value, value.number(), true, response, certificate, best);
    }

    /** Whether the leader could not beat the incumbent whatever the followers did; by more than rounding, in doubles. */
    private static boolean hopeless(InducedGame game, double incumbent, Arithmetic arithmetic) {
        double most = most(game);
        double rounding = 1e-12 * Math.max(Math.abs(most), Math.abs(incumbent));
        return arithmetic == Arithmetic.EXACT ? most < incumbent - rounding : most <= incumbent + rounding;
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
     * <p>One follower: every kind of equilibrium is a best response, and the optimum is exact. Optimistic: the strong
     * Stackelberg value. Pessimistic: the supremum over commitments of what the worst best response leaves.
     *
     * <p>Several followers, {@link Equilibrium#SSE}: exact too, over the commitments that leave a pure equilibrium.
     *
     * <p>Several followers, {@link Equilibrium#CCE}, {@link Equilibrium#BCCE} or {@link Equilibrium#NASH}: the best mixture
     * that a search found, at which the leader gets the {@link Commitment#value}, and a {@link Commitment#bound} that no
     * mixture exceeds. The search ends where they are within a millionth of the leader's range, or after some seconds. In
     * floating point. Nash: of two followers without types.
     *
     * @throws IllegalArgumentException if no commitment leaves an equilibrium of that kind, if exact arithmetic was asked of
     *     a search, or with the count and the limit if there are too many cases
     */
    public static Commitment mixed(
            StackelbergGame game, Equilibrium equilibrium, Selection selection, Arithmetic arithmetic) {
        return game.followers().players() == 1 || equilibrium == Equilibrium.SSE
                ? exact(game, selection, arithmetic)
                : searched(game, equilibrium, selection, arithmetic);
    }

    private static Commitment exact(StackelbergGame game, Selection selection, Arithmetic arithmetic) {
        Terms all = Terms.of(game, arithmetic);
        int[] distinct = EqualActions.distinct(all);
        boolean optimistic = selection == Selection.OPTIMISTIC;
        MixedProgram.Solution solution = solved(all.keeping(distinct), optimistic)
                .map(found -> found.among(distinct, all.leaderActions))
                .orElseThrow(() -> new IllegalArgumentException(
                        "equilibrium (SSE) must exist under some commitment.\nMaybe the followers' game has no pure one;"
                                + " ask for CCE."));
        InducedGame induced = game.induce(solution.leader());
        Interval interval = ResponseRange.of(induced, Equilibrium.SSE, Arithmetic.FLOATING)
                .orElseThrow(() -> new IllegalStateException("The response of a solved commitment is no equilibrium.\n"
                        + "Maybe the payoffs differ by many orders of magnitude; try exact arithmetic."));
        Response response = optimistic
                ? induced.followers().respond(induced.followers().strategies(), solution.strategies())
                : interval.worst();
        Certificate certificate = Certificates.bcce(induced.followers(), response);
        double value = solution.value().number();
        double rounding =
                1e-9 * Math.max(Math.abs(value), Math.abs(interval.high().number()));
        boolean attained = optimistic || interval.low().number() >= value - rounding;
        return new Commitment(solution.leader(), solution.value(), value, attained, response, certificate, interval);
    }

    private static Optional<MixedProgram.Solution> solved(Terms terms, boolean optimistic) {
        if (optimistic) {
            return new MixedProgram(terms).optimistic();
        }
        return terms.shape.players() == 1
                ? Optional.of(new WorstBestResponse(terms).supremum())
                : new WorstPureEquilibrium(terms).supremum();
    }

    private static Commitment searched(
            StackelbergGame game, Equilibrium equilibrium, Selection selection, Arithmetic arithmetic) {
        Require.that(
                arithmetic == Arithmetic.FLOATING,
                "arithmetic of a mixed commitment to " + equilibrium + " of several followers",
                arithmetic,
                "must be FLOATING",
                "an exact answer was hoped for: SSE has one, and every kind has for a pure leader");
        CommitmentSearch.Found found = new CommitmentSearch(game, equilibrium, selection, 0).best();
        InducedGame induced = game.induce(found.leader());
        Interval interval =
                ResponseRange.of(induced, equilibrium, Arithmetic.FLOATING).orElseThrow();
        Response response = interval.response(selection);
        return new Commitment(
                found.leader(),
                interval.value(selection),
                found.bound(),
                true,
                response,
                Certificates.bcce(induced.followers(), response),
                interval);
    }
}
