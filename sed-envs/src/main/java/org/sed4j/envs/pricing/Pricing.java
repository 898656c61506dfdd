package org.sed4j.envs.pricing;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.oracle.Logarithm;

/**
 * One world of the market with one price: each buyer takes a unit (action 1) or leaves it (0).
 *
 * <p>Who buys gets what the good is worth to it today less the price, in a round on average over its steps. With noise,
 * buyers with reason buy as a logit rule of precision λ has it: u + ε ≥ t with probability 1/(1 + e^(-λ(u-t))) for logistic
 * ε of scale 1/λ. Without, the logit rule is a follower's own.
 *
 * <p>Source: McKelvey and Palfrey (1995) for the logit rule; derivations in {@link PricingOracle}.
 */
public final class Pricing implements World, Settlement {
    /** Measure: units bought. */
    public static final String BOUGHT = "bought";
    /** Measure: what was paid for them, the seller's revenue. */
    public static final String PAID = "paid";
    /** Gauge: the share of buyers that bought in the last step. */
    public static final String SALES = "sales";

    private final PricingTable table;
    private final Spaces spaces;
    private final int players;

    private int time;
    private float price;
    /** What the good is worth to each in the coming step. */
    private final float[] worth;
    /** Units bought, then what they were worth. */
    private final float[] ledger;

    private Pricing(PricingTable table, Spaces spaces) {
        this.table = table;
        this.spaces = spaces;
        this.players = spaces.players();
        this.worth = new float[players];
        this.ledger = new float[2 * players];
    }

    /** One world under these rules. */
    public Pricing(PricingRules rules) {
        this(PricingTable.of(rules), spaces(rules));
    }

    /** A maker of worlds under these rules: what a batch is made from. */
    public static Supplier<Pricing> maker(PricingRules rules) {
        PricingTable table = PricingTable.of(rules);
        Spaces spaces = spaces(rules);
        return () -> new Pricing(table, spaces);
    }

    private static Spaces spaces(PricingRules rules) {
        return Spaces.players(rules.players())
                .actions(2)
                .numbers("worth", "price")
                .principalNumbers("price", "sales")
                .design(DesignSpace.box(0, rules.highest(), "price"))
                .ledger(2 * rules.players())
                .measures(BOUGHT, PAID)
                .gauges(SALES)
                .build();
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
        price = 0;
        Arrays.fill(ledger, 0);
        rise(rng);
    }

    /** A new day: draws what the good is worth. */
    private void rise(Rng rng) {
        for (int i = 0; i < players; i++) {
            worth[i] = table.worth()[i];
            if (table.noisy()) {
                double u = ((rng.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
                worth[i] += (float) (table.scale() * (Logarithm.of(u) - Logarithm.of(1 - u)));
            }
        }
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        for (int i = 0; i < players; i++) {
            ledger[i] = actions[i];
            ledger[players + i] = actions[i] * worth[i];
        }
        price = design[0];
        time = time + 1 == table.steps() ? 0 : time + 1;
        rise(rng);
    }

    private float sales() {
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum += ledger[i];
        }
        return (float) (sum / players);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = worth[player];
        out.numbers[1] = design[0];
    }

    @Override
    public boolean due() {
        return time == 0;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        out.numbers[0] = design[0];
        out.numbers[1] = sales();
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < players; i++) {
            out[2 * i] = ledger[i] * table.part();
            out[2 * i + 1] = price * ledger[i] * table.part();
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = sales();
    }

    @Override
    public float[] ledger() {
        return ledger;
    }

    @Override
    public void rewards(float[] ledger, float[] design, float[] out) {
        for (int i = 0; i < players; i++) {
            out[i] = (ledger[players + i] - design[0] * ledger[i]) * table.part();
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
