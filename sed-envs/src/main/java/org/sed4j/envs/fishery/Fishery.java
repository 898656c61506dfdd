package org.sed4j.envs.fishery;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.incentive.SharedTax;

/**
 * One world of the fishery: players choose their effort, land what the stock lets them, and pay a tax on each unit landed.
 *
 * <p>X' = X + dt · (r X (1 - X/K) - q E X); player i lands dt · q E_i X, sells it at p and pays dt · c E_i. The tax comes
 * back from the others. A round's rewards are profit times time. The stock lives on through rounds; an empty sea stays
 * empty until it is reset.
 *
 * <p>Sources: Gordon (1954), Schaefer (1957), Clark and Munro (1975).
 */
public final class Fishery implements World, Settlement {
    /** Measure: units landed. */
    public static final String LANDED = "landed";
    /** Measure: effort, times the length of a step. */
    public static final String EFFORT = "effort";
    /** Measure: tax paid. */
    public static final String TAX = "tax";
    /** Gauge: the stock. */
    public static final String STOCK = "stock";
    /** Gauge: what was raised in the last step. */
    public static final String REVENUE = "revenue";

    private final FisheryTable table;
    private final Spaces spaces;
    private final SharedTax tax;
    private final int players;

    private int time;
    private float stock;
    private float rate;
    private double landed;
    /** The action of each player's last step. */
    private final int[] chosen;
    /** Units landed, then profits before the tax. */
    private final float[] ledger;

    private Fishery(FisheryTable table, Spaces spaces) {
        this.table = table;
        this.spaces = spaces;
        this.players = spaces.players();
        this.tax = new SharedTax(players);
        this.chosen = new int[players];
        this.ledger = new float[tax.ledger()];
    }

    /** One world under these rules. */
    public Fishery(FisheryRules rules) {
        this(FisheryTable.of(rules), spaces(rules));
    }

    /** A maker of worlds under these rules: what a batch is made from. */
    public static Supplier<Fishery> maker(FisheryRules rules) {
        FisheryTable table = FisheryTable.of(rules);
        Spaces spaces = spaces(rules);
        return () -> new Fishery(table, spaces);
    }

    private static Spaces spaces(FisheryRules rules) {
        return Spaces.players(rules.players())
                .actions(rules.effort().count())
                .numbers("stock", "tax", "landed", "others_landed")
                .principalNumbers("stock", "tax", "mean_landed")
                .design(DesignSpace.box(0, rules.price(), "landing_tax"))
                .ledger(2 * rules.players())
                .measures(LANDED, EFFORT, TAX)
                .gauges(STOCK, REVENUE)
                .build();
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
        stock = table.start();
        rate = 0;
        landed = 0;
        Arrays.fill(chosen, 0);
        Arrays.fill(ledger, 0);
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        double effort = 0;
        for (int i = 0; i < players; i++) {
            chosen[i] = actions[i];
            effort += table.effort()[actions[i]];
        }
        if (table.atOnce()) {
            stock = (float) Math.max(0, table.capacity() * (1 - effort * table.depletion()));
        }
        for (int i = 0; i < players; i++) {
            float units = table.effort()[actions[i]] * stock * table.catches();
            tax.enter(i, units, table.price() * units - table.effort()[actions[i]] * table.cost(), ledger);
        }
        landed = tax.total(ledger);
        if (!table.atOnce()) {
            float grown = table.growth() * stock * (1 - stock / table.capacity());
            stock = Math.max(0, stock + grown - (float) landed);
        }
        rate = design[0];
        time = time + 1 == table.steps() ? 0 : time + 1;
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = stock;
        out.numbers[1] = design[0];
        out.numbers[2] = ledger[player];
        out.numbers[3] = (float) tax.others(landed, ledger[player]);
    }

    @Override
    public boolean due() {
        return time == 0;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        out.numbers[0] = stock;
        out.numbers[1] = design[0];
        out.numbers[2] = (float) (landed / players);
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < players; i++) {
            out[3 * i] = ledger[i];
            out[3 * i + 1] = table.effort()[chosen[i]] * table.pace();
            out[3 * i + 2] = rate * ledger[i];
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = stock;
        out[1] = (float) (rate * landed);
    }

    @Override
    public float[] ledger() {
        return ledger;
    }

    @Override
    public void rewards(float[] ledger, float[] design, float[] out) {
        tax.rewards(ledger, design, out);
    }

    @Override
    public void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient) {
        tax.pullback(ledger, cotangent, gradient);
    }
}
