package org.sed4j.envs.matrix;

import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * One world of a {@link MatrixGame}, played once a step for ever: types are drawn, followers see their own and the
 * commitment, and act.
 *
 * <p>Rewards are settled: R_i = base + Σ_j φ_j · slope_j at the types and actions of the ledger. A follower with fewer
 * actions than others has the rest masked; taken all the same, one of these counts as its last.
 */
public final class MatrixWorld implements World, Settlement {
    private final Seats seats;
    private final PayoffTable table;
    private final Spaces spaces;
    private final int players;
    private final boolean shown;
    private final int period;

    private int types;
    private int time;
    private float leader;
    /** Type profile and action profile of the last step: whole numbers below 2^24, exact as floats. */
    private final float[] ledger = new float[2];

    MatrixWorld(Seats seats, PayoffTable table, Spaces spaces, int period) {
        this.seats = seats;
        this.table = table;
        this.spaces = spaces;
        this.players = spaces.players();
        this.shown = !spaces.numbers().isEmpty();
        this.period = period;
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
        leader = 0;
        ledger[0] = 0;
        ledger[1] = 0;
        draw(rng);
    }

    private void draw(Rng rng) {
        types = table.types() == 1 ? 0 : seats.drawn(rng.uniform());
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        int profile = seats.profile(actions);
        ledger[0] = types;
        ledger[1] = profile;
        leader = table.of(0, types, profile, design);
        time++;
        draw(rng);
    }

    @Override
    public float[] ledger() {
        return ledger;
    }

    @Override
    public void rewards(float[] played, float[] design, float[] out) {
        for (int i = 0; i < players; i++) {
            out[i] = table.of(i + 1, (int) played[0], (int) played[1], design);
        }
    }

    @Override
    public void pullback(float[] played, float[] design, float[] cotangent, float[] gradient) {
        for (int i = 0; i < players; i++) {
            table.pull(i + 1, (int) played[0], (int) played[1], cotangent[i], gradient);
        }
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.codes[0] = (byte) seats.type(types, player);
        if (shown) {
            for (int j = 0; j < design.length; j++) {
                out.numbers[j] = design[j];
            }
        }
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        for (int a = 0; a < mask.length; a++) {
            mask[a] = (byte) (a < seats.actions()[player] ? 1 : 0);
        }
    }

    @Override
    public boolean due() {
        return period > 0 && time % period == 0;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        out.numbers[0] = leader;
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < players; i++) {
            out[i] = leader;
        }
    }
}
