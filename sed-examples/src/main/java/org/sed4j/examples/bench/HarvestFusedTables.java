package org.sed4j.examples.bench;

import java.util.Arrays;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.harvest.HarvestCode;
import org.sed4j.envs.harvest.HarvestRules;
import org.sed4j.envs.harvest.HarvestTypes;

/** What the hand-fused Harvest loop looks up: the map, who is near whom, chances, types. Never written after it is made. */
final class HarvestFusedTables {
    static final int STRIDE = 65;

    final int n;
    final int rows;
    final int columns;
    final int area;
    final int[] cells;
    final int[] siteAt;
    final int[] from;
    final int[] near;
    final byte[] nearCount;
    /** By class · 65 + m: the probability that none of m sites regrows. */
    final double[] none;

    final int[] inside;
    final int[] outside;
    final short[] walls;
    /** The map with all apples and nobody on it, turned four ways. */
    final byte[] codes;

    final float[] sigma;
    final float[] beta;
    final float[] cuts;
    final int period;
    final int latest;
    final float unit;

    HarvestFusedTables(HarvestRules rules, TypeMatrix types) {
        GridMap map = rules.map();
        this.n = rules.players();
        this.rows = map.rows();
        this.columns = map.columns();
        this.area = rows * columns;
        this.cells = map.cells('A');
        this.siteAt = new int[area];
        Arrays.fill(siteAt, -1);
        for (int s = 0; s < cells.length; s++) {
            siteAt[cells[s]] = s;
        }
        this.from = new int[cells.length + 1];
        this.near = near();
        this.nearCount = new byte[cells.length];
        for (int s = 0; s < cells.length; s++) {
            nearCount[s] = (byte) (from[s + 1] - from[s]);
        }
        this.none = none(rules);
        this.inside = map.cells('Q');
        this.outside = map.cells('P');
        this.walls = new short[area];
        for (int q : map.cells('W')) {
            walls[q] = -1;
        }
        this.codes = codes();
        this.sigma = floats(types.players(HarvestTypes.SIGMA));
        this.beta = floats(types.players(HarvestTypes.BETA));
        this.cuts = floats(
                rules.taxation().brackets().cuts().stream().mapToDouble(c -> c).toArray());
        this.period = rules.taxation().period();
        this.latest = rules.ending().latest();
        this.unit = (float) rules.totalsUnit();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private int[] near() {
        int[] list = new int[cells.length * 12];
        int count = 0;
        for (int s = 0; s < cells.length; s++) {
            for (int q = 0; q < area; q++) {
                int dr = q / columns - cells[s] / columns;
                int dc = q % columns - cells[s] % columns;
                if (siteAt[q] >= 0 && siteAt[q] != s && dr * dr + dc * dc <= 4) {
                    list[count++] = siteAt[q];
                }
            }
            from[s + 1] = count;
        }
        return Arrays.copyOf(list, count);
    }

    private static double[] none(HarvestRules rules) {
        double[] none = new double[4 * STRIDE];
        for (int k = 0; k < 4; k++) {
            none[k * STRIDE] = 1;
            for (int m = 1; m < STRIDE; m++) {
                none[k * STRIDE + m] = none[k * STRIDE + m - 1]
                        * (1 - rules.regrowth().probabilities().get(k));
            }
        }
        return none;
    }

    private byte[] codes() {
        byte[] all = new byte[4 * area];
        for (int q = 0; q < area; q++) {
            HarvestCode code =
                    walls[q] != 0 ? HarvestCode.WALL : siteAt[q] >= 0 ? HarvestCode.APPLE : HarvestCode.FLOOR;
            int east = (columns - 1 - q % columns) * rows + q / columns;
            all[q] = code.code();
            all[area + east] = code.code();
            all[3 * area - 1 - q] = code.code();
            all[4 * area - 1 - east] = code.code();
        }
        return all;
    }
}
