package org.sed4j.core.stackelberg;

import java.util.Optional;
import org.sed4j.core.stackelberg.lp.LpResult;

/**
 * The sets of correlated equilibria as linear programs: CCE, CE and B-CCE, and what a leader (or any linear objective) can
 * get at least and at most over each.
 *
 * <p>The variables are z(t, a) = D(t) · σ(a | t); a program has |T|·|A| of them. The optimum is an equilibrium itself, up
 * to the arithmetic.
 *
 * @paper 003, Definitions 3.1, 3.2 and 3.4
 */
public final class Equilibria {
    private Equilibria() {}

    /** The leader's interval over the B-CCE of the game it induced; the CCE if information is complete. */
    public static Interval bcce(InducedGame game, Arithmetic arithmetic) {
        return range(Terms.of(game, arithmetic), false);
    }

    /** The leader's interval over the CCE of a game of complete information. */
    public static Interval cce(NormalFormGame game, double[] objective, Arithmetic arithmetic) {
        return bcce(InducedGame.of(game, objective), arithmetic);
    }

    /** The leader's interval over the correlated equilibria of a game of complete information. */
    public static Interval ce(NormalFormGame game, double[] objective, Arithmetic arithmetic) {
        return range(Terms.of(InducedGame.of(game, objective), arithmetic), true);
    }

    private static Interval range(Terms terms, boolean obedience) {
        CorrelatedProgram program = new CorrelatedProgram(terms, obedience, 0);
        LpResult.Optimum high = found(program.most());
        LpResult.Optimum low = found(program.least());
        return new Interval(
                value(terms, low, -1), value(terms, high, 1), program.response(low), program.response(high));
    }

    private static Value value(Terms terms, LpResult.Optimum optimum, int sign) {
        return optimum.exact()
                .map(exact -> terms.value(sign < 0 ? exact.negate() : exact))
                .orElseGet(() -> terms.value(sign * optimum.value()));
    }

    private static LpResult.Optimum found(Optional<LpResult.Optimum> optimum) {
        return optimum.orElseThrow(() ->
                new IllegalStateException("A correlated equilibrium exists in every finite game, yet none was found.\n"
                        + "Maybe the payoffs differ by many orders of magnitude; try exact arithmetic."));
    }
}
