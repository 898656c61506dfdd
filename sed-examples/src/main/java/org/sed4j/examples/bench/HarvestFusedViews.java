package org.sed4j.examples.bench;

import java.util.Arrays;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Rng;

/** What the hand-fused Harvest shows, a few worlds at a time, and one thread's scratch. */
final class HarvestFusedViews {
    /** Worlds that are shown together. */
    static final int WORLDS = 16;

    private static final int SIDE = 11;
    private static final int FORWARD = 9;
    private static final int SELF = FORWARD * SIDE + 5;
    private static final int WINDOW = SIDE * SIDE;
    private static final byte ME = 6;
    private static final int MEASURES = 5;

    @SuppressWarnings("unused") // keeps two threads' scratch off one cache line
    private final long[] padding = new long[32];

    final Rng rng = new Rng();
    final int[] order;

    private final HarvestFusedTables t;
    private final HarvestFusedState s;
    private final Tensors now;
    private final int n;
    private final byte[] codes;
    private final float[] numbers;
    private final float[] measures;
    private final float[] gauges = new float[WORLDS];
    private final byte[] over = new byte[WORLDS];
    private final byte[] due = new byte[WORLDS];
    private final float[] principal;

    HarvestFusedViews(HarvestFusedTables t, HarvestFusedState s, Tensors now) {
        this.t = t;
        this.s = s;
        this.now = now;
        this.n = t.n;
        this.order = new int[n];
        this.codes = new byte[WORLDS * n * WINDOW];
        this.numbers = new float[WORLDS * n * n];
        this.measures = new float[WORLDS * n * MEASURES];
        this.principal = new float[n + 4];
        for (int i = 0; i < WORLDS * n; i++) {
            numbers[i * n + i % n] = 1; // players see who they are, and nothing else as numbers
        }
    }

    /** Puts what world b shows at place w. */
    void look(int b, int w) {
        int o = b * n;
        for (int i = 0; i < n; i++) {
            window(b, o + i, (w * n + i) * WINDOW);
            int m = (w * n + i) * MEASURES;
            measures[m] = s.eaten[o + i];
            measures[m + 1] = s.ledger[5 * o + i] - s.tax[o + i] + s.share[b];
            measures[m + 2] = s.tax[o + i];
            measures[m + 3] = s.share[b];
        }
        gauges[w] = s.apples[b];
        over[w] = (byte) (s.over(b) ? 1 : 0);
        due[w] = (byte) (s.due(b) ? 1 : 0);
    }

    private void window(int b, int p, int target) {
        int heading = s.heading[p];
        boolean across = (heading & 1) != 0;
        int deep = across ? t.columns : t.rows;
        int broad = across ? t.rows : t.columns;
        int down = across ? t.columns - 1 - s.column[p] : s.row[p];
        int over = across ? s.row[p] : s.column[p];
        if (heading >= 2) {
            down = deep - 1 - down;
            over = broad - 1 - over;
        }
        int top = down - FORWARD;
        int side = over - SIDE / 2;
        int first = Math.max(0, top);
        int last = Math.min(deep, top + SIDE);
        int from = Math.max(0, side);
        int length = Math.min(broad, side + SIDE) - from;
        if (last - first < SIDE || length < SIDE) {
            Arrays.fill(codes, target, target + WINDOW, (byte) 0);
        }
        int source = b * 4 * t.area + heading * t.area + first * broad + from;
        int at = target + (first - top) * SIDE + from - side;
        for (int r = first; r < last; r++) {
            System.arraycopy(s.codes, source, codes, at, length);
            source += broad;
            at += SIDE;
        }
        codes[target + SELF] = ME;
    }

    /** Copies the first places to the tensors. */
    void publish(int first, int count) {
        now.codes().view().put(first * n * WINDOW, codes, 0, count * n * WINDOW);
        now.numbers().view().put(first * n * n, numbers, 0, count * n * n);
        now.measures().view().put(first * n * MEASURES, measures, 0, count * n * MEASURES);
        now.rewards().view().put(first * n, s.rewards, first * n, count * n);
        now.ledger().view().put(first * 5 * n, s.ledger, first * 5 * n, count * 5 * n);
        now.design().view().put(first * 3, s.design, first * 3, count * 3);
        now.gauges().view().put(first, gauges, 0, count);
        now.truncated().view().put(first, over, 0, count);
        now.ended().view().put(first, over, 0, count);
        now.due().view().put(first, due, 0, count);
    }

    /** Publishes what the principal sees of world b. */
    void consult(int b) {
        for (int i = 0; i < n; i++) {
            principal[i] = s.income[b * n + i] / t.unit;
        }
        principal[n] = s.phase[b] / (float) t.period;
        System.arraycopy(s.design, b * 3, principal, n + 1, 3);
        now.principalCodes().view().put(b * t.area, s.codes, b * 4 * t.area, t.area);
        now.principalNumbers().view().put(b * principal.length, principal);
    }
}
