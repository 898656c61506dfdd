package org.sed4j.core.stackelberg;

import java.util.Arrays;
import java.util.Optional;
import org.sed4j.core.stackelberg.lp.LinearProgram;
import org.sed4j.core.stackelberg.lp.LinearProgram.Relation;
import org.sed4j.core.stackelberg.lp.LpResult;

/**
 * The coarse correlated equilibria that several leader actions share, and the one of them that is worst for a leader who
 * picks the best of those actions against it.
 *
 * <p>Payoffs being linear in the leader's mixture, what is an equilibrium under each action is one under every mixture of
 * them, so no such mixture leaves more in the worst case.
 */
final class CommonEquilibrium {
    private final Terms terms;
    private final int types;
    private final int profiles;

    CommonEquilibrium(Terms terms) {
        this.terms = terms;
        this.types = terms.weight.length;
        this.profiles = terms.shape.profiles().count();
    }

    /** min over shared equilibria of the max over leader actions; empty if none is shared. */
    Optional<Double> worst() {
        double[] objective = new double[types * profiles + 1];
        objective[types * profiles] = -1; // the leader's terms are at least 0, and so is their max
        LinearProgram program = LinearProgram.maximise(objective);
        for (int t = 0; t < types; t++) {
            double[] row = new double[objective.length];
            Arrays.fill(row, t * profiles, (t + 1) * profiles, 1);
            program.subjectTo(row, Relation.EQUAL, terms.weight[t]);
        }
        for (int l = 0; l < terms.leaderActions; l++) {
            double[] row = new double[objective.length];
            for (int t = 0; t < types; t++) {
                System.arraycopy(terms.leader[l][t], 0, row, t * profiles, profiles);
            }
            row[types * profiles] = -1;
            program.subjectTo(row, Relation.AT_MOST, 0);
            for (int i = 0; i < terms.shape.players(); i++) {
                incentives(program, l, i);
            }
        }
        return terms.arithmetic
                .solver()
                .solve(program)
                .optimum()
                .map(LpResult.Optimum::value)
                .map(value -> -value);
    }

    private void incentives(LinearProgram program, int l, int i) {
        Profiles joint = terms.shape.profiles();
        for (int type = 0; type < terms.shape.typeProfiles().size(i); type++) {
            for (int b = 0; b < joint.size(i); b++) {
                double[] row = new double[program.variables()];
                boolean binds = false;
                for (int t = 0; t < types; t++) {
                    for (int a = 0; a < profiles && terms.shape.typeProfiles().choice(t, i) == type; a++) {
                        double[] payoffs = terms.follower[i][l][t];
                        double gain = payoffs[joint.with(a, i, b)] - payoffs[a];
                        row[t * profiles + a] = gain > terms.tie() ? gain : Math.min(gain, 0);
                        binds |= row[t * profiles + a] > 0;
                    }
                }
                if (binds) {
                    program.subjectTo(row, Relation.AT_MOST, 0);
                }
            }
        }
    }
}
