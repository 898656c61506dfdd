package org.sed4j.envs.harvest;

import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeMatrix;

/**
 * The players' σ and β laid out flat. A carrier, never written: identity equality.
 *
 * @param sigma by player
 * @param beta by player
 */
@SuppressWarnings("ArrayRecordComponent")
record TypeTable(float[] sigma, float[] beta) {

    static TypeTable of(TypeMatrix types, int players) {
        Require.that(
                types.players() == players,
                "players with a type",
                types.players(),
                "must be " + players + ", as many as the rules have",
                "the types were drawn for another number of players");
        return new TypeTable(
                column(types.players(HarvestTypes.SIGMA), "selfishness σ"),
                column(types.players(HarvestTypes.BETA), "trust β"));
    }

    private static float[] column(double[] values, String name) {
        float[] flat = new float[values.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) Require.within(values[i], 0, 1, name + " of player " + i);
        }
        return flat;
    }
}
