package org.sed4j.envs.harvest;

import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.run.Seed;

/**
 * Players become what they live: who has enough after tax and sees an orchard that stands learns to trust the state, who
 * sees it bare becomes selfish. After each round, with y_i the income of player i after tax and ℓ the apples left, means over
 * worlds,
 * <pre>
 *   β_i ← β_i + pace · ((min(1, y_i / income) + min(1, ℓ / left)) / 2 - β_i)
 *   σ_i ← σ_i + pace · (1 - min(1, ℓ / left) - σ_i)
 * </pre>
 * so that types stay in [0, 1]. Ours: paper 002 leaves types that change with how the principal does for future work (section 4).
 *
 * @param pace how far a round moves a type towards what it taught, in [0, 1]; 0 leaves types as they are
 * @param income apples after tax in a round with which a player has enough, above 0
 * @param left apples at a round's end with which an orchard stands, above 0
 */
public record Experience(double pace, double income, double left) implements TypeSpace.Evolution {

    public Experience {
        Require.within(pace, 0, 1, "pace of experience");
        Require.that(
                Double.isFinite(income) && income > 0,
                "income that is enough",
                income,
                "must be a number above 0",
                "it was left at zero");
        Require.that(
                Double.isFinite(left) && left > 0,
                "apples left that are enough",
                left,
                "must be a number above 0",
                "it was left at zero");
    }

    @Override
    public TypeMatrix next(TypeMatrix before, Outcome outcome, Seed seed) {
        double[] incomes = outcome.meanAmounts("income");
        double standing = enough(outcome.meanGauge("apples_left"), left);
        int sigma = before.names().indexOf(HarvestTypes.SIGMA);
        int beta = before.names().indexOf(HarvestTypes.BETA);
        double[][] rows = new double[before.players()][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = before.player(i);
            row[beta] += pace * ((enough(incomes[i], income) + standing) / 2 - row[beta]);
            row[sigma] += pace * (1 - standing - row[sigma]);
            rows[i] = row;
        }
        return TypeMatrix.of(before.names(), before.principal(), rows);
    }

    /** How much of what is enough there is, in [0, 1]; a debt counts as nothing. */
    private static double enough(double amount, double of) {
        return Math.max(0, Math.min(1, amount / of));
    }
}
