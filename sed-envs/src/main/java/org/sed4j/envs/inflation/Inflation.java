package org.sed4j.envs.inflation;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/**
 * One world of the inflation game: each player expects some inflation π_iᵉ, the design is the inflation π that comes.
 *
 * <p>A round's rewards sum to -½ [π² + λ (y_i - k)²] - ½ (π - π_iᵉ)², with y_i = b (π - mean_{j≠i} π_jᵉ): the last term
 * makes players expect what comes, and only others' expectations enter the rest, so that none gains by expecting anything
 * else. The measure {@link #WELFARE} is without the last term: what voters have. Under {@link Regime#DISCRETION} the
 * principal is asked at each step and sees the expectations about to be held.
 *
 * <p>Sources: Kydland and Prescott (1977), Barro and Gordon (1983).
 */
public final class Inflation implements World, Settlement {
    /** Measure: -½ [π² + λ (y - k)²]. */
    public static final String WELFARE = "welfare";
    /** Measure: output, y_i. */
    public static final String OUTPUT = "output";
    /** Measure: expected inflation. */
    public static final String EXPECTED = "expected";
    /** Gauge: inflation in the last step. */
    public static final String INFLATION = "inflation";

    private final InflationTable table;
    private final Spaces spaces;
    private final int players;

    private int time;
    private float inflation;
    private double total;
    /** Expectations. */
    private final float[] ledger;

    private Inflation(InflationTable table, Spaces spaces) {
        this.table = table;
        this.spaces = spaces;
        this.players = spaces.players();
        this.ledger = new float[players];
    }

    /** One world under these rules. */
    public Inflation(InflationRules rules) {
        this(InflationTable.of(rules), spaces(rules));
    }

    /** A maker of worlds under these rules: what a batch is made from. */
    public static Supplier<Inflation> maker(InflationRules rules) {
        InflationTable table = InflationTable.of(rules);
        Spaces spaces = spaces(rules);
        return () -> new Inflation(table, spaces);
    }

    private static Spaces spaces(InflationRules rules) {
        return Spaces.players(rules.players())
                .actions(rules.expectation().count())
                .numbers("announced", "inflation", "expected", "others_expected")
                .principalNumbers("expected", "inflation")
                .design(DesignSpace.box(
                        rules.expectation().low(), rules.expectation().high(), "inflation"))
                .ledger(rules.players())
                .measures(WELFARE, OUTPUT, EXPECTED)
                .gauges(INFLATION)
                .build();
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
        inflation = 0;
        total = 0;
        Arrays.fill(ledger, 0);
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        for (int i = 0; i < players; i++) {
            ledger[i] = table.expectation()[actions[i]];
        }
        total = sum(ledger);
        inflation = design[0];
        time = time + 1 == table.steps() ? 0 : time + 1;
    }

    private double sum(float[] expectations) {
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum += expectations[i];
        }
        return sum;
    }

    private double others(double all, float own) {
        return (all - own) / (players - 1);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        out.numbers[0] = design[0];
        out.numbers[1] = inflation;
        out.numbers[2] = ledger[player];
        out.numbers[3] = (float) others(total, ledger[player]);
    }

    @Override
    public boolean due() {
        return table.every() || time == 0;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum += table.expectation()[actions[i]];
        }
        out.numbers[0] = (float) (sum / players);
        out.numbers[1] = inflation;
    }

    /** y - k. */
    private double gap(double expected, double came) {
        return table.response() * (came - expected) - table.target();
    }

    private double welfare(double gap, double came) {
        return -0.5 * (came * came + table.weight() * gap * gap);
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < players; i++) {
            double gap = gap(others(total, ledger[i]), inflation);
            out[3 * i] = (float) welfare(gap, inflation) * table.part();
            out[3 * i + 1] = (float) (gap + table.target()) * table.part();
            out[3 * i + 2] = ledger[i] * table.part();
        }
    }

    @Override
    public void gauge(float[] out) {
        out[0] = inflation;
    }

    @Override
    public float[] ledger() {
        return ledger;
    }

    @Override
    public void rewards(float[] ledger, float[] design, float[] out) {
        double all = sum(ledger);
        double came = design[0];
        for (int i = 0; i < players; i++) {
            double missed = came - ledger[i];
            double gap = gap(others(all, ledger[i]), came);
            out[i] = (float) (welfare(gap, came) - 0.5 * missed * missed) * table.part();
        }
    }

    @Override
    public void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient) {
        double all = sum(ledger);
        double came = design[0];
        double sum = 0;
        for (int i = 0; i < players; i++) {
            double gap = gap(others(all, ledger[i]), came);
            sum -= cotangent[i] * (came + table.weight() * table.response() * gap + came - ledger[i]);
        }
        gradient[0] += (float) sum * table.part();
    }
}
