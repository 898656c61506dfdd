package org.sed4j.envs.harvest;

import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.run.Rng;

/**
 * The types (σ, β) of Harvest's players: selfishness and trust in the principal, both in [0, 1].
 *
 * <p>Two columns of a {@link TypeMatrix}; further columns are left to voters. The principal's row is (0, 0) and means
 * nothing.
 *
 * @paper 002, section 4
 */
public final class HarvestTypes {
    /** σ: 1 weighs own apples only, 0 those of visible others only. */
    public static final String SIGMA = "sigma";
    /** β: 1 weighs income after tax only, 0 intrinsic reward only. */
    public static final String BETA = "beta";

    /** What {@link Harvest#adopt} takes, in order. */
    static final List<String> COLUMNS = List.of(SIGMA, BETA);

    private HarvestTypes() {}

    /** What {@link Harvest} is handed: σ and β, player by player. */
    static float[] flat(TypeMatrix types, int players) {
        Require.that(
                types.players() == players,
                "players with a type",
                types.players(),
                "must be " + players + ", as many as the rules have",
                "the types were drawn for another number of players");
        float[] flat = types.flat(COLUMNS);
        for (int i = 0; i < players; i++) {
            sigma(flat, i);
            beta(flat, i);
        }
        return flat;
    }

    /** σ of a player, checked. */
    static float sigma(float[] flat, int player) {
        return (float) Require.within(flat[2 * player], 0, 1, "selfishness σ of player " + player);
    }

    /** β of a player, checked. */
    static float beta(float[] flat, int player) {
        return (float) Require.within(flat[2 * player + 1], 0, 1, "trust β of player " + player);
    }

    /** The types with those entries. */
    public static TypeMatrix of(double[] sigma, double[] beta) {
        Require.that(
                sigma.length == beta.length,
                "players with a trust β",
                beta.length,
                "must be " + sigma.length + ", as many as with a selfishness σ",
                "one of the lists is short");
        double[][] rows = new double[sigma.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {
                Require.within(sigma[i], 0, 1, "selfishness σ of player " + i),
                Require.within(beta[i], 0, 1, "trust β of player " + i)
            };
        }
        return TypeMatrix.of(COLUMNS, new double[2], rows);
    }

    /** Everybody alike. */
    public static TypeMatrix same(int players, double sigma, double beta) {
        double[] sigmas = new double[players];
        double[] betas = new double[players];
        Arrays.fill(sigmas, sigma);
        Arrays.fill(betas, beta);
        return of(sigmas, betas);
    }

    /** σ and β uniform on [0, 1], all independent: the paper's society. */
    public static TypeMatrix uniform(int players, Rng rng) {
        double[] sigma = new double[players];
        double[] beta = new double[players];
        for (int i = 0; i < players; i++) {
            sigma[i] = rng.uniform();
        }
        for (int i = 0; i < players; i++) {
            beta[i] = rng.uniform();
        }
        return of(sigma, beta);
    }

    /**
     * What the published code draws for its seven players with its default seed 1, to three decimals, if nothing else draws
     * before (d9ef0c3).
     */
    public static TypeMatrix published() {
        return of(
                new double[] {0.346, 0.397, 0.539, 0.419, 0.685, 0.204, 0.878},
                new double[] {0.027, 0.670, 0.417, 0.559, 0.140, 0.198, 0.801});
    }
}
