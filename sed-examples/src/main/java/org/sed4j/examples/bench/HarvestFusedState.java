package org.sed4j.examples.bench;

import java.util.Arrays;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** State and step of the hand-fused Harvest: all worlds in flat arrays. */
final class HarvestFusedState {
    private static final int FLOOR = 1;
    private static final int GRASS = 3;
    private static final int APPLE = 4;
    private static final int AVATAR = 7;
    private static final long WORD = 1L << 24;
    private static final long FRACTION = (1L << 56) - 1;

    final byte[] codes;
    final int[] row;
    final int[] column;
    final int[] heading;
    final int[] apples;
    final int[] eaten;
    final int[] phase;
    final float[] ledger;
    final float[] income;
    final float[] tax;
    final float[] share;
    final float[] design;
    final float[] rewards;

    private final HarvestFusedTables t;
    private final int n;
    private final short[] standing;
    private final byte[] neighbours;
    private final long[] live;
    private final long[] waiting;
    private final long[] ripening;
    private final float[] total;
    private final int[] step;
    private final long[] key;
    private final long[] tick;

    HarvestFusedState(HarvestFusedTables t, int batch, Seed seed) {
        this.t = t;
        this.n = t.n;
        this.codes = new byte[batch * 4 * t.area];
        this.row = new int[batch * n];
        this.column = new int[batch * n];
        this.heading = new int[batch * n];
        this.apples = new int[batch];
        this.eaten = new int[batch * n];
        this.phase = new int[batch];
        this.ledger = new float[batch * 5 * n];
        this.income = new float[batch * n];
        this.tax = new float[batch * n];
        this.share = new float[batch];
        this.design = new float[batch * 3];
        this.rewards = new float[batch * n];
        this.standing = new short[batch * t.area];
        this.neighbours = new byte[batch * t.cells.length];
        this.live = new long[batch];
        this.waiting = new long[batch * 4];
        this.ripening = new long[batch * 4];
        this.total = new float[batch * n];
        this.step = new int[batch];
        this.key = new long[batch];
        this.tick = new long[batch];
        for (int b = 0; b < batch; b++) {
            key[b] = seed.named("worlds").at(b).key();
        }
    }

    boolean due(int b) {
        return phase[b] == 0 && step[b] > 0;
    }

    boolean over(int b) {
        return step[b] >= t.latest;
    }

    void enact(int b, float[] rates) {
        System.arraycopy(rates, 0, design, b * 3, 3);
    }

    void reset(int b, Rng rng) {
        rng.seat(key[b], tick[b]++);
        step[b] = 0;
        phase[b] = 0;
        System.arraycopy(t.walls, 0, standing, b * t.area, t.area);
        System.arraycopy(t.codes, 0, codes, b * 4 * t.area, 4 * t.area);
        System.arraycopy(t.nearCount, 0, neighbours, b * t.cells.length, t.cells.length);
        Arrays.fill(waiting, b * 4, b * 4 + 4, 0);
        Arrays.fill(ripening, b * 4, b * 4 + 4, 0);
        live[b] = -1L >>> (Long.SIZE - t.cells.length);
        apples[b] = t.cells.length;
        Arrays.fill(eaten, b * n, b * n + n, 0);
        Arrays.fill(ledger, b * 5 * n, b * 5 * n + 3 * n, 0);
        System.arraycopy(t.sigma, 0, ledger, b * 5 * n + 3 * n, n);
        System.arraycopy(t.beta, 0, ledger, b * 5 * n + 4 * n, n);
        Arrays.fill(total, b * n, b * n + n, 0);
        Arrays.fill(income, b * n, b * n + n, 0);
        Arrays.fill(tax, b * n, b * n + n, 0);
        Arrays.fill(rewards, b * n, b * n + n, 0);
        share[b] = 0;
        for (int i = 0; i < n; i++) {
            int[] group = i < t.inside.length ? t.inside : t.outside;
            int cell = group[rng.below(group.length)];
            for (int tries = 1; standing[b * t.area + cell] != 0; tries++) {
                if (tries == 16) {
                    throw new IllegalStateException("The hand-fused loop found no free cell in 16 tries.");
                }
                cell = group[rng.below(group.length)];
            }
            int p = b * n + i;
            row[p] = cell / t.columns;
            column[p] = cell % t.columns;
            heading[p] = rng.below(4);
            standing[b * t.area + cell] = (short) (i + 1);
            arrive(b, p);
        }
    }

    void step(int b, int[] joint, Rng rng, int[] order) {
        int o = b * n;
        rng.seat(key[b], tick[b]++);
        if (phase[b] == 0) {
            Arrays.fill(income, o, o + n, 0);
            Arrays.fill(ledger, 5 * o + 2 * n, 5 * o + 3 * n, 0);
            Arrays.fill(tax, o, o + n, 0);
            share[b] = 0;
        }
        Arrays.fill(ledger, 5 * o + n, 5 * o + 2 * n, 0);
        Arrays.fill(eaten, o, o + n, 0);
        rng.stream(1);
        long grown = drawGrowth(b, rng);
        rng.stream(2);
        drawOrder(rng, order);
        for (int k = 0; k < n; k++) {
            move(b, o + order[k], joint[o + order[k]]);
        }
        sprout(b, grown);
        earn(b);
        step[b]++;
        phase[b] = phase[b] + 1 == t.period ? 0 : phase[b] + 1;
        pay(b);
    }

    private long drawGrowth(int b, Rng rng) {
        long sites = 0;
        for (int k = 0; k < 4; k++) {
            long left = ripening[b * 4 + k];
            int at = k * HarvestFusedTables.STRIDE;
            if (left == 0 || t.none[at + 1] >= 1) {
                continue;
            }
            while (left != 0) {
                double u = rng.uniform();
                if (u < t.none[at + Long.bitCount(left)]) {
                    break;
                }
                for (int j = 1; u < t.none[at + j]; j++) {
                    left &= left - 1;
                }
                sites |= left & -left;
                left &= left - 1;
            }
        }
        System.arraycopy(waiting, b * 4, ripening, b * 4, 4);
        return sites;
    }

    private void drawOrder(Rng rng, int[] order) {
        order[0] = 0;
        long word = 0;
        long used = WORD;
        for (int i = 1; i < n; i++) {
            used *= i + 1L;
            if (used > WORD) {
                word = rng.nextLong() >>> 8;
                used = i + 1L;
            }
            long product = word * (i + 1L);
            int j = (int) (product >>> 56);
            word = product & FRACTION;
            order[i] = order[j];
            order[j] = i;
        }
    }

    private void move(int b, int p, int action) {
        if (action == 0) {
            return;
        }
        if (action > 4) {
            heading[p] = (heading[p] + (action == 5 ? 3 : 1)) & 3;
            paintAvatar(b, p);
            return;
        }
        int direction = (heading[p] + (0x1320 >>> ((action - 1) << 2))) & 3;
        int r = row[p] + (1 - (direction & 1)) * ((direction & 2) - 1);
        int c = column[p] + (direction & 1) * (1 - (direction & 2));
        int ground = b * t.area;
        if (r < 0 || c < 0 || r >= t.rows || c >= t.columns || standing[ground + r * t.columns + c] != 0) {
            return;
        }
        int left = row[p] * t.columns + column[p];
        standing[ground + r * t.columns + c] = standing[ground + left];
        standing[ground + left] = 0;
        row[p] = r;
        column[p] = c;
        paintGround(b, left);
        arrive(b, p);
    }

    private void arrive(int b, int p) {
        paintAvatar(b, p);
        int site = t.siteAt[row[p] * t.columns + column[p]];
        if (site >= 0 && (live[b] >>> site & 1) != 0) {
            eaten[p]++;
            long bit = 1L << site;
            live[b] &= ~bit;
            apples[b]--;
            waiting[b * 4 + Math.min(neighbours[b * t.cells.length + site], 3)] |= bit;
            recount(b, site, -1);
            repaint(b, site, 0);
        }
    }

    private void recount(int b, int site, int change) {
        int of = b * t.cells.length;
        for (int e = t.from[site]; e < t.from[site + 1]; e++) {
            int near = t.near[e];
            int before = b * 4 + Math.min(neighbours[of + near], 3);
            neighbours[of + near] = (byte) (neighbours[of + near] + change);
            int after = b * 4 + Math.min(neighbours[of + near], 3);
            long bit = 1L << near;
            if (before != after && (waiting[before] & bit) != 0) {
                waiting[before] &= ~bit;
                waiting[after] |= bit;
            }
        }
    }

    private void repaint(int b, int site, int turned) {
        for (int e = t.from[site]; e < t.from[site + 1]; e++) {
            int near = t.near[e];
            if (neighbours[b * t.cells.length + near] == turned && standing[b * t.area + t.cells[near]] == 0) {
                paintGround(b, t.cells[near]);
            }
        }
    }

    private void sprout(int b, long grown) {
        for (long left = grown; left != 0; left &= left - 1) {
            int site = Long.numberOfTrailingZeros(left);
            int who = standing[b * t.area + t.cells[site]];
            long bit = 1L << site;
            for (int k = 0; k < 4; k++) {
                ripening[b * 4 + k] &= ~bit;
            }
            if (who != 0) {
                eaten[b * n + who - 1]++;
                continue;
            }
            waiting[b * 4 + Math.min(neighbours[b * t.cells.length + site], 3)] &= ~bit;
            live[b] |= bit;
            apples[b]++;
            recount(b, site, 1);
            paintGround(b, t.cells[site]);
            repaint(b, site, 1);
        }
    }

    private void earn(int b) {
        int o = b * n;
        for (int i = 0; i < n; i++) {
            ledger[5 * o + i] = eaten[o + i];
            total[o + i] += eaten[o + i];
        }
        for (int j = 0; j < n; j++) {
            for (int i = 0; eaten[o + j] > 0 && i < n; i++) {
                if (i != j && sees(o + i, o + j)) {
                    ledger[5 * o + n + i] += eaten[o + j];
                }
            }
        }
        if (phase[b] == t.period - 1) {
            float revenue = 0;
            for (int i = 0; i < n; i++) {
                ledger[5 * o + 2 * n + i] = total[o + i];
                tax[o + i] = owed(total[o + i], b);
                revenue += tax[o + i];
                total[o + i] = 0;
            }
            share[b] = revenue / n;
        }
        for (int i = 0; i < n; i++) {
            income[o + i] += ledger[5 * o + i] - tax[o + i] + share[b];
        }
    }

    private boolean sees(int i, int j) {
        int dr = row[j] - row[i];
        int dc = column[j] - column[i];
        int rows = (1 - (heading[i] & 1)) * ((heading[i] & 2) - 1);
        int columns = (heading[i] & 1) * (1 - (heading[i] & 2));
        int ahead = dr * rows + dc * columns;
        int aside = dr * columns - dc * rows;
        return ahead <= 9 && ahead >= -1 && aside <= 5 && aside >= -5;
    }

    private float owed(float w, int b) {
        float sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += design[b * 3 + k] * Math.max(0, Math.min(w, t.cuts[k + 1]) - t.cuts[k]);
        }
        return sum;
    }

    private void pay(int b) {
        int o = b * n;
        int l = 5 * o;
        float revenue = 0;
        for (int i = 0; i < n; i++) {
            float due = ledger[l + 2 * n + i] > 0 ? owed(ledger[l + 2 * n + i], b) : 0;
            rewards[o + i] = due;
            revenue += due;
        }
        float each = revenue / n;
        for (int i = 0; i < n; i++) {
            float extrinsic = ledger[l + i] - rewards[o + i] + each;
            float intrinsic = t.sigma[i] * ledger[l + i] + (1 - t.sigma[i]) * ledger[l + n + i];
            rewards[o + i] = t.beta[i] * extrinsic + (1 - t.beta[i]) * intrinsic;
        }
    }

    private void paintAvatar(int b, int p) {
        int h = heading[p];
        paint(
                b,
                row[p] * t.columns + column[p],
                AVATAR + h,
                AVATAR + ((h + 3) & 3),
                AVATAR + ((h + 2) & 3),
                AVATAR + ((h + 1) & 3));
    }

    private void paintGround(int b, int cell) {
        int site = t.siteAt[cell];
        int code = FLOOR;
        if (site >= 0) {
            boolean apple = (live[b] >>> site & 1) != 0;
            code = apple ? APPLE : neighbours[b * t.cells.length + site] == 0 ? FLOOR : GRASS;
        }
        paint(b, cell, code, code, code, code);
    }

    private void paint(int b, int cell, int north, int east, int south, int west) {
        int at = b * 4 * t.area;
        int turned = (t.columns - 1 - cell % t.columns) * t.rows + cell / t.columns;
        codes[at + cell] = (byte) north;
        codes[at + t.area + turned] = (byte) east;
        codes[at + 3 * t.area - 1 - cell] = (byte) south;
        codes[at + 4 * t.area - 1 - turned] = (byte) west;
    }
}
