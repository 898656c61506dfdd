package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.stackelberg.lp.LinearProgram;
import org.sed4j.core.stackelberg.lp.LinearProgram.Relation;
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
        LpResult.Optimum high = solve(terms, obedience, 1);
        LpResult.Optimum low = solve(terms, obedience, -1);
        return new Interval(value(terms, low, -1), value(terms, high, 1), response(terms, low), response(terms, high));
    }

    private static Value value(Terms terms, LpResult.Optimum optimum, int sign) {
        return optimum.exact()
                .map(exact -> terms.value(sign < 0 ? exact.negate() : exact))
                .orElseGet(() -> terms.value(sign * optimum.value()));
    }

    private static LpResult.Optimum solve(Terms terms, boolean obedience, int sign) {
        Optional<LpResult.Optimum> optimum =
                terms.arithmetic.solver().solve(program(terms, obedience, sign)).optimum();
        return optimum.orElseThrow(() ->
                new IllegalStateException("A correlated equilibrium exists in every finite game, yet none was found.\n"
                        + "Maybe the payoffs differ by many orders of magnitude; try exact arithmetic."));
    }

    private static LinearProgram program(Terms terms, boolean obedience, int sign) {
        int types = terms.shape.typeProfiles().count();
        int profiles = terms.shape.profiles().count();
        double[] objective = new double[types * profiles];
        for (int t = 0; t < types; t++) {
            for (int a = 0; a < profiles; a++) {
                objective[t * profiles + a] = sign * terms.leader[0][t][a];
            }
        }
        LinearProgram program = LinearProgram.maximise(objective);
        for (int t = 0; t < types; t++) {
            double[] row = new double[types * profiles];
            Arrays.fill(row, t * profiles, (t + 1) * profiles, 1);
            program.subjectTo(row, Relation.EQUAL, terms.weight[t]);
        }
        for (int i = 0; i < terms.shape.players(); i++) {
            for (int type = 0; type < terms.shape.typeProfiles().size(i); type++) {
                for (int b = 0; b < terms.shape.profiles().size(i); b++) {
                    if (obedience) {
                        for (int told = 0; told < terms.shape.profiles().size(i); told++) {
                            incentive(program, terms, i, type, b, told);
                        }
                    } else {
                        incentive(program, terms, i, type, b, -1);
                    }
                }
            }
        }
        return program;
    }

    /** Playing b as that type gains nothing; when told to play {@code told}, or whatever is told if that is -1. */
    private static void incentive(LinearProgram program, Terms terms, int i, int type, int b, int told) {
        Profiles profiles = terms.shape.profiles();
        double[] row = new double[program.variables()];
        boolean binds = false;
        for (int t = 0; t < terms.shape.typeProfiles().count(); t++) {
            for (int a = 0; a < profiles.count() && terms.shape.typeProfiles().choice(t, i) == type; a++) {
                if (told < 0 || profiles.choice(a, i) == told) {
                    double[] payoffs = terms.follower[i][0][t];
                    double gain = payoffs[profiles.with(a, i, b)] - payoffs[a];
                    row[t * profiles.count() + a] = gain;
                    binds |= gain > 0;
                }
            }
        }
        if (binds) {
            program.subjectTo(row, Relation.AT_MOST, 0);
        }
    }

    private static Response response(Terms terms, LpResult.Optimum optimum) {
        int profiles = terms.shape.profiles().count();
        double[] z = optimum.toArray();
        List<Distribution> byType = new ArrayList<>();
        for (int t = 0; t < terms.weight.length; t++) {
            double[] joint = Arrays.copyOfRange(z, t * profiles, (t + 1) * profiles);
            byType.add(
                    terms.weight[t] > 0
                            ? Distribution.proportional(joint)
                            : Distribution.uniform(profiles)); // types that never occur may do anything
        }
        return new Response(byType);
    }
}
