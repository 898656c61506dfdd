package org.sed4j.envs.commons;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.oracle.Logarithm;

/**
 * One world of the dynamic commons: each player takes a share of the stock, what is left grows, x' = (x - Σ c_i)^α.
 *
 * <p>A tax τ on takings comes back from the others: who takes the share s_i eats c_i = x ((1-τ) s_i + τ · mean_{j≠i} s_j)
 * and gets ln c_i in this step. The state holds ln x, in which the law of motion is linear. The measure {@link #UTILITY}
 * weighs steps by β^t since the reset: it sums to the utility of theory; a learner discounts rewards by β itself.
 *
 * <p>Source: Levhari and Mirman (1980).
 */
public final class SharedStock implements World {
    /** Measure: β^t ln c_i. */
    public static final String UTILITY = "utility";
    /** Measure: the share of the stock taken. */
    public static final String SHARE = "share";
    /** Gauge: ln x. */
    public static final String LOG_STOCK = "log_stock";

    private final Spaces spaces;
    private final int players;
    private final int steps;
    private final double growth;
    private final double patience;
    private final double start;
    private final ShareTable table;

    private int time;
    private double logStock;
    /** β^t. */
    private double weight;
    /** What all took together. */
    private double total;
    /** The share of each in the last step. */
    private final float[] taken;
    /** ln c_i of the last step, weighed. */
    private final float[] felt;

    /**
     * Shares by level, common to a batch. A carrier, never written.
     *
     * @param share of the stock
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record ShareTable(float[] share) {}

    private SharedStock(SharedStockRules rules, ShareTable table, Spaces spaces) {
        this.spaces = spaces;
        this.players = rules.players();
        this.steps = rules.steps();
        this.growth = rules.growth();
        this.patience = rules.patience();
        this.start = Logarithm.of(rules.start());
        this.table = table;
        this.taken = new float[players];
        this.felt = new float[players];
    }

    /** One world under these rules. */
    public SharedStock(SharedStockRules rules) {
        this(rules, new ShareTable(rules.share().floats()), spaces(rules));
    }

    /** A maker of worlds under these rules: what a batch is made from. */
    public static Supplier<SharedStock> maker(SharedStockRules rules) {
        ShareTable table = new ShareTable(rules.share().floats());
        Spaces spaces = spaces(rules);
        return () -> new SharedStock(rules, table, spaces);
    }

    private static Spaces spaces(SharedStockRules rules) {
        return Spaces.players(rules.players())
                .actions(rules.share().count())
                .numbers("log_stock", "tax", "share", "others_share")
                .principalNumbers("log_stock", "tax", "total_share")
                .design(DesignSpace.box(0, 1, "tax_on_takings"))
                .measures(UTILITY, SHARE)
                .gauges(LOG_STOCK)
                .build();
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
        logStock = start;
        weight = 1;
        total = 0;
        Arrays.fill(taken, 0);
        Arrays.fill(felt, 0);
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        total = 0;
        for (int i = 0; i < players; i++) {
            taken[i] = table.share()[actions[i]];
            total += taken[i];
        }
        double tax = design[0];
        for (int i = 0; i < players; i++) {
            double kept = (1 - tax) * taken[i] + tax * others(i);
            double gained = logStock + Logarithm.of(kept);
            rewards[i] = (float) gained;
            felt[i] = (float) (weight * gained);
        }
        logStock = growth * (logStock + Logarithm.of(1 - total));
        weight *= patience;
        time = time + 1 == steps ? 0 : time + 1;
    }

    private double others(int player) {
        return (total - taken[player]) / (players - 1);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = (float) logStock;
        out.numbers[1] = design[0];
        out.numbers[2] = taken[player];
        out.numbers[3] = (float) others(player);
    }

    @Override
    public boolean due() {
        return time == 0;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        out.numbers[0] = (float) logStock;
        out.numbers[1] = design[0];
        out.numbers[2] = (float) total;
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < players; i++) {
            out[2 * i] = felt[i];
            out[2 * i + 1] = taken[i];
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = (float) logStock;
    }
}
