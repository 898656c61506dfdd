package org.sed4j.envs.publicgoods;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * One world of the public-goods game with fines: each player gives a part of its unit to a pot that is multiplied by r and
 * shared evenly; a fine φ falls due on each part kept back, and enforcing it costs everybody κ φ.
 *
 * <p>A round's rewards sum to (1-φ)(1-g_i) + (r/n) Σ g - κ φ. Fines are burnt.
 *
 * <p>Source: the linear public-goods game of the experimental literature; derivation in {@link SanctionsOracle}.
 */
public final class Sanctions implements World, Settlement {
    /** Measure: what was given. */
    public static final String GIFT = "gift";
    /** Measure: fines paid. */
    public static final String FINE = "fine";
    /** Gauge: what all gave together, as a share of what they have. */
    public static final String GIVEN = "given";

    private final SanctionsTable table;
    private final Spaces spaces;
    private final int players;

    private int time;
    private float rate;
    private double total;
    /** Gifts. */
    private final float[] ledger;

    private Sanctions(SanctionsTable table, Spaces spaces) {
        this.table = table;
        this.spaces = spaces;
        this.players = spaces.players();
        this.ledger = new float[players];
    }

    /** One world under these rules. */
    public Sanctions(SanctionsRules rules) {
        this(SanctionsTable.of(rules), spaces(rules));
    }

    /** A maker of worlds under these rules: what a batch is made from. */
    public static Supplier<Sanctions> maker(SanctionsRules rules) {
        SanctionsTable table = SanctionsTable.of(rules);
        Spaces spaces = spaces(rules);
        return () -> new Sanctions(table, spaces);
    }

    private static Spaces spaces(SanctionsRules rules) {
        return Spaces.players(rules.players())
                .actions(rules.gift().count())
                .numbers("fine", "gift", "others_gift")
                .principalNumbers("fine", "given")
                .design(DesignSpace.box(0, 1, "fine"))
                .ledger(rules.players())
                .measures(GIFT, FINE)
                .gauges(GIVEN)
                .build();
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
        rate = 0;
        total = 0;
        Arrays.fill(ledger, 0);
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        for (int i = 0; i < players; i++) {
            ledger[i] = table.gift()[actions[i]];
        }
        total = sum(ledger);
        rate = design[0];
        time = time + 1 == table.steps() ? 0 : time + 1;
    }

    private double sum(float[] gifts) {
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum += gifts[i];
        }
        return sum;
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = design[0];
        out.numbers[1] = ledger[player];
        out.numbers[2] = (float) ((total - ledger[player]) / (players - 1));
    }

    @Override
    public boolean due() {
        return time == 0;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        out.numbers[0] = design[0];
        out.numbers[1] = (float) (total / players);
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < players; i++) {
            out[2 * i] = ledger[i] * table.part();
            out[2 * i + 1] = rate * (1 - ledger[i]) * table.part();
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = (float) (total / players);
    }

    @Override
    public float[] ledger() {
        return ledger;
    }

    @Override
    public void rewards(float[] ledger, float[] design, float[] out) {
        double common = table.share() * sum(ledger) - table.enforcement() * design[0];
        for (int i = 0; i < players; i++) {
            out[i] = (float) ((1 - design[0]) * (1 - ledger[i]) + common) * table.part();
        }
    }

    @Override
    public void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient) {
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum -= cotangent[i] * (1 - ledger[i] + table.enforcement());
        }
        gradient[0] += (float) sum * table.part();
    }
}
