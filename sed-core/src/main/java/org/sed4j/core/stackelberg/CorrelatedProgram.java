package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.stackelberg.lp.LinearProgram;
import org.sed4j.core.stackelberg.lp.LinearProgram.Relation;
import org.sed4j.core.stackelberg.lp.LpResult;

/**
 * The linear program of correlated equilibria: what a leader gets at most or at least when followers play one.
 *
 * <p>Its variables are w(l, t, a): leader action l is drawn, types are t, followers play a. For one leader action they are
 * D(t) · σ(a | t) and the program is exact. For several it lets the leader's draw and the followers' play depend on each
 * other, the draw still being independent of types: that is commitment to a correlated strategy (Conitzer and Korzhyk 2011,
 * "Commitment to correlated strategies", AAAI, 632-637), and no independent mixture of the same leader actions gets more.
 */
final class CorrelatedProgram {
    private final Terms terms;
    private final boolean obedience;
    private final double delta;
    private final int[] types;
    private final int profiles;

    /**
     * @param obedience whether players may deviate when told what to play (CE), not only beforehand (CCE)
     * @param delta by how much each deviation may gain, in payoffs
     */
    CorrelatedProgram(Terms terms, boolean obedience, double delta) {
        this.terms = terms;
        this.obedience = obedience;
        this.delta = delta;
        List<Integer> possible = new ArrayList<>();
        for (int t = 0; t < terms.weight.length; t++) {
            if (terms.weight[t] > 0) {
                possible.add(t);
            }
        }
        this.types = possible.stream().mapToInt(Integer::intValue).toArray();
        this.profiles = terms.shape.profiles().count();
    }

    /** The number of coefficients, a measure of the work. */
    double size() {
        double deviations = 0;
        for (int i = 0; i < terms.shape.players(); i++) {
            double own = terms.shape.profiles().size(i);
            deviations += terms.shape.typeProfiles().size(i) * own * (obedience ? own : 1);
        }
        return (double) terms.leaderActions
                * types.length
                * profiles
                * (terms.leaderActions * types.length + deviations);
    }

    /** The most; empty if there is no such equilibrium, which cannot be but for rounding. */
    Optional<LpResult.Optimum> most() {
        return solved(1);
    }

    /** Minus the least. */
    Optional<LpResult.Optimum> least() {
        return solved(-1);
    }

    private Optional<LpResult.Optimum> solved(int sign) {
        double[] objective = new double[terms.leaderActions * types.length * profiles];
        for (int l = 0; l < terms.leaderActions; l++) {
            for (int k = 0; k < types.length; k++) {
                for (int a = 0; a < profiles; a++) {
                    objective[variable(l, k, a)] = sign * terms.leader[l][types[k]][a];
                }
            }
        }
        Optional<LpResult.Optimum> optimum = solved(objective, 0);
        // One exists always; where rounding denies it, an equilibrium up to ties does.
        return optimum.isEmpty() && terms.tie() > 0 ? solved(objective, terms.tie()) : optimum;
    }

    private Optional<LpResult.Optimum> solved(double[] objective, double slack) {
        LinearProgram program = LinearProgram.maximise(objective);
        distribution(program);
        incentives(program, slack);
        return terms.arithmetic.solver().solve(program).optimum();
    }

    private int variable(int l, int k, int a) {
        return (l * types.length + k) * profiles + a;
    }

    /** Types are drawn from the prior, and the leader's draw tells nothing about them. */
    private void distribution(LinearProgram program) {
        for (int k = 0; k < types.length; k++) {
            double[] row = new double[program.variables()];
            for (int l = 0; l < terms.leaderActions; l++) {
                Arrays.fill(row, variable(l, k, 0), variable(l, k, 0) + profiles, 1);
            }
            program.subjectTo(row, Relation.EQUAL, terms.weight[types[k]]);
        }
        for (int l = 0; l + 1 < terms.leaderActions; l++) { // the last then follows
            for (int k = 1; k < types.length; k++) {
                double[] row = new double[program.variables()];
                Arrays.fill(row, variable(l, k, 0), variable(l, k, 0) + profiles, terms.weight[types[0]]);
                Arrays.fill(row, variable(l, 0, 0), variable(l, 0, 0) + profiles, -terms.weight[types[k]]);
                program.subjectTo(row, Relation.EQUAL, 0);
            }
        }
    }

    /** A player as one type plays one action, whatever it is told or, unless that is -1, when told one other. */
    private record Disobedience(int player, int type, int plays, int told) {}

    private void incentives(LinearProgram program, double slack) {
        Profiles joint = terms.shape.profiles();
        for (int i = 0; i < terms.shape.players(); i++) {
            for (int type = 0; type < terms.shape.typeProfiles().size(i); type++) {
                for (int b = 0; b < joint.size(i); b++) {
                    for (int told = obedience ? 0 : -1; told < (obedience ? joint.size(i) : 0); told++) {
                        incentive(program, new Disobedience(i, type, b, told), slack);
                    }
                }
            }
        }
    }

    /** It gains nothing, or no more than the slack. */
    private void incentive(LinearProgram program, Disobedience by, double slack) {
        Profiles joint = terms.shape.profiles();
        int i = by.player();
        double[] row = new double[program.variables()];
        boolean binds = false;
        double weight = 0;
        for (int k = 0; k < types.length; k++) {
            boolean own = terms.shape.typeProfiles().choice(types[k], i) == by.type();
            weight += own ? terms.weight[types[k]] : 0;
            for (int l = 0; l < terms.leaderActions && own; l++) {
                double[] payoffs = terms.follower[i][l][types[k]];
                for (int a = 0; a < profiles; a++) {
                    double gain = payoffs[joint.with(a, i, by.plays())] - payoffs[a];
                    if (by.told() < 0 || joint.choice(a, i) == by.told()) {
                        row[variable(l, k, a)] = gain > terms.tie() ? gain : Math.min(gain, 0);
                        binds |= gain > terms.tie();
                    }
                }
            }
        }
        if (binds) {
            program.subjectTo(row, Relation.AT_MOST, (terms.difference(i, delta) + slack) * weight);
        }
    }

    /** The leader's mixture in a solution. */
    double[] mixture(LpResult.Optimum optimum) {
        double[] w = optimum.toArray();
        double[] mixture = new double[terms.leaderActions];
        double sum = 0;
        for (int l = 0; l < mixture.length; l++) {
            for (int a = 0; a < profiles; a++) {
                mixture[l] += w[variable(l, 0, a)];
            }
            sum += mixture[l];
        }
        for (int l = 0; l < mixture.length; l++) {
            mixture[l] /= sum;
        }
        return mixture;
    }

    /** The followers' play in a solution, whatever the leader draws. */
    Response response(LpResult.Optimum optimum) {
        double[] w = optimum.toArray();
        List<Distribution> byType = new ArrayList<>();
        for (int t = 0; t < terms.weight.length; t++) {
            byType.add(Distribution.uniform(profiles)); // types that never occur may do anything
        }
        for (int k = 0; k < types.length; k++) {
            double[] joint = new double[profiles];
            for (int l = 0; l < terms.leaderActions; l++) {
                for (int a = 0; a < profiles; a++) {
                    joint[a] += w[variable(l, k, a)];
                }
            }
            byType.set(types[k], Distribution.proportional(joint));
        }
        return new Response(byType);
    }
}
