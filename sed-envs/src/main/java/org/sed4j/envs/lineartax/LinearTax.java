package org.sed4j.envs.lineartax;

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
 * One world of the linear income tax: each player chooses how much to work, a share t of income is taken, and what others
 * paid comes back evenly.
 *
 * <p>With y_i = w_i l_i, a round's rewards sum to u_i = (1-t) y_i + t · mean_{j≠i} y_j - l_i^(1+1/e) / (1+1/e). Rebates
 * come from the others, so that the budget balances and no labour choice depends on what others do, at any n. The design is
 * t alone, set at the start of a round.
 *
 * <p>Sources: Romer (1975), Roberts (1977), Meltzer and Richard (1981); the rebate is derived in {@link LinearTaxOracle}.
 */
public final class LinearTax implements World, Settlement {
    /** Measure: what a player earned, untaxed. */
    public static final String INCOME = "income";
    /** Measure: hours worked, a step's share of them. */
    public static final String LABOUR = "labour";
    /** Measure: tax paid. */
    public static final String TAX = "tax";
    /** Measure: what the others' taxes brought back. */
    public static final String REBATE = "rebate";
    /** Gauge: what was raised in the last step. */
    public static final String REVENUE = "revenue";

    private final LinearTaxTable table;
    private final Spaces spaces;
    private final int players;
    private final int steps;
    private final SharedTax tax;

    private int time;
    private float rate;
    private double total;
    /** The action of each player's last step. */
    private final int[] chosen;
    /** Incomes, then what labour left of them. */
    private final float[] ledger;

    private LinearTax(LinearTaxRules rules, LinearTaxTable table, Spaces spaces) {
        this.table = table;
        this.spaces = spaces;
        this.players = rules.players();
        this.steps = rules.steps();
        this.tax = new SharedTax(players);
        this.chosen = new int[players];
        this.ledger = new float[tax.ledger()];
    }

    /** One world under these rules. */
    public LinearTax(LinearTaxRules rules) {
        this(rules, LinearTaxTable.of(rules), spaces(rules));
    }

    /** A maker of worlds under these rules: what a batch is made from. Its worlds share their tables. */
    public static Supplier<LinearTax> maker(LinearTaxRules rules) {
        LinearTaxTable table = LinearTaxTable.of(rules);
        Spaces spaces = spaces(rules);
        return () -> new LinearTax(rules, table, spaces);
    }

    private static Spaces spaces(LinearTaxRules rules) {
        return Spaces.players(rules.players())
                .actions(rules.effort().count())
                .numbers("skill", "tax", "income", "others_income")
                .principalNumbers("tax", "mean_income", "least_income", "greatest_income")
                .design(DesignSpace.box(0, 1, "tax"))
                .ledger(2 * rules.players())
                .measures(INCOME, LABOUR, TAX, REBATE)
                .gauges(REVENUE)
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
        Arrays.fill(chosen, 0);
        Arrays.fill(ledger, 0);
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        for (int i = 0; i < players; i++) {
            chosen[i] = actions[i];
            float income = table.earnings()[i] * table.output()[actions[i]];
            tax.enter(i, income, income - table.earnings()[i] * table.pain()[actions[i]], ledger);
        }
        total = tax.total(ledger);
        rate = design[0];
        time = time + 1 == steps ? 0 : time + 1;
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = table.skill()[player];
        out.numbers[1] = design[0];
        out.numbers[2] = ledger[player];
        out.numbers[3] = (float) tax.others(total, ledger[player]);
    }

    @Override
    public boolean due() {
        return time == 0;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        float least = ledger[0];
        float greatest = ledger[0];
        for (int i = 1; i < players; i++) {
            least = Math.min(least, ledger[i]);
            greatest = Math.max(greatest, ledger[i]);
        }
        out.numbers[0] = design[0];
        out.numbers[1] = (float) (total / players);
        out.numbers[2] = least;
        out.numbers[3] = greatest;
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < players; i++) {
            out[4 * i] = ledger[i];
            out[4 * i + 1] = table.reach()[i] * table.output()[chosen[i]] / steps;
            out[4 * i + 2] = rate * ledger[i];
            out[4 * i + 3] = (float) (rate * tax.others(total, ledger[i]));
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = (float) (rate * total);
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
