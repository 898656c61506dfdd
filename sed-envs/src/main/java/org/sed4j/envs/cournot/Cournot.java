package org.sed4j.envs.cournot;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * One world of the market: firms bring quantities, all sell at a - b Q, and pay the regulator's tax on each unit; a
 * negative tax is a subsidy.
 *
 * <p>A round's rewards sum to a firm's profit (a - bQ - c - τ) q_i. What is raised is the public's: the measure {@link
 * #SURPLUS} gives each player an equal part of what buyers, firms and treasury have together, (a-c) Q - b Q²/2, which is
 * what voters want. Demand stays linear: the price may be negative.
 *
 * <p>Source: Cournot (1838); derivations in {@link CournotOracle}.
 */
public final class Cournot implements World, Settlement {
    /** Measure: units sold. */
    public static final String QUANTITY = "quantity";
    /** Measure: an n-th of the surplus of buyers, firms and treasury. */
    public static final String SURPLUS = "surplus";
    /** Measure: tax paid, negative for a subsidy. */
    public static final String TAX = "tax";
    /** Gauge: the price. */
    public static final String PRICE = "price";

    private final CournotTable table;
    private final Spaces spaces;
    private final int players;

    private int time;
    private float rate;
    private double total;
    /** Quantities. */
    private final float[] ledger;

    private Cournot(CournotTable table, Spaces spaces) {
        this.table = table;
        this.spaces = spaces;
        this.players = spaces.players();
        this.ledger = new float[players];
    }

    /** One world under these rules. */
    public Cournot(CournotRules rules) {
        this(CournotTable.of(rules), spaces(rules));
    }

    /** A maker of worlds under these rules: what a batch is made from. */
    public static Supplier<Cournot> maker(CournotRules rules) {
        CournotTable table = CournotTable.of(rules);
        Spaces spaces = spaces(rules);
        return () -> new Cournot(table, spaces);
    }

    private static Spaces spaces(CournotRules rules) {
        return Spaces.players(rules.players())
                .actions(rules.quantity().count())
                .numbers("tax", "price", "quantity", "others_quantity")
                .principalNumbers("tax", "price", "total_quantity")
                .design(DesignSpace.box(-rules.margin(), rules.margin(), "unit_tax"))
                .ledger(rules.players())
                .measures(QUANTITY, SURPLUS, TAX)
                .gauges(PRICE)
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
            ledger[i] = table.quantity()[actions[i]];
        }
        total = sum(ledger);
        rate = design[0];
        time = time + 1 == table.steps() ? 0 : time + 1;
    }

    private double sum(float[] quantities) {
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum += quantities[i];
        }
        return sum;
    }

    private float price() {
        return (float) (table.demand() - table.steepness() * total);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = design[0];
        out.numbers[1] = price();
        out.numbers[2] = ledger[player];
        out.numbers[3] = (float) (total - ledger[player]);
    }

    @Override
    public boolean due() {
        return time == 0;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        out.numbers[0] = design[0];
        out.numbers[1] = price();
        out.numbers[2] = (float) total;
    }

    @Override
    public void measure(float[] out) {
        double surplus = ((table.demand() - table.cost()) * total - table.steepness() * total * total / 2) / players;
        for (int i = 0; i < players; i++) {
            out[3 * i] = ledger[i] * table.part();
            out[3 * i + 1] = (float) surplus * table.part();
            out[3 * i + 2] = rate * ledger[i] * table.part();
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = price();
    }

    @Override
    public float[] ledger() {
        return ledger;
    }

    @Override
    public void rewards(float[] ledger, float[] design, float[] out) {
        double net = table.demand() - table.steepness() * sum(ledger) - table.cost() - design[0];
        for (int i = 0; i < players; i++) {
            out[i] = (float) (net * ledger[i]) * table.part();
        }
    }

    @Override
    public void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient) {
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum -= (double) cotangent[i] * ledger[i];
        }
        gradient[0] += (float) sum * table.part();
    }
}
