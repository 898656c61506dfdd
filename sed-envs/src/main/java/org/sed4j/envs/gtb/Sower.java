package org.sed4j.envs.gtb;

import java.util.Arrays;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.GridMap;

/** Lays sources at the beginning of an episode: those of a drawn map, or scattered anew. A part of a world. */
final class Sower {
    private static final int SIDE = 7;
    private static final int HALF = SIDE / 2;
    private static final double LEAST = 1 / 1.4;
    private static final double MOST = 1.4;
    private static final double JOINS = 0.5;

    private final Land land;
    private final int rows;
    private final int columns;
    private final int[] woodCells;
    private final int[] stoneCells;
    private final transient byte[] taken;
    private final transient byte[] fresh;

    Sower(Land land) {
        GridMap map = land.map();
        this.land = land;
        this.rows = map.rows();
        this.columns = map.columns();
        this.woodCells = map.cells(GtbMaps.WOOD);
        this.stoneCells = map.cells(GtbMaps.STONE);
        this.taken = new byte[map.size()];
        this.fresh = new byte[map.size()];
    }

    void sow(Deposit wood, Deposit stone, Rng rng) {
        if (land instanceof Scattered scattered) {
            rng.stream(Streams.LAND);
            Arrays.fill(taken, (byte) 0);
            scatter(wood, scattered.woodCover(), scattered.woodClumps(), scattered.steepness(), true, rng);
            scatter(stone, scattered.stoneCover(), scattered.stoneClumps(), scattered.steepness(), false, rng);
        } else {
            lay(wood, woodCells);
            lay(stone, stoneCells);
        }
    }

    private static void lay(Deposit deposit, int[] cells) {
        for (int cell : cells) {
            deposit.lay(cell);
        }
    }

    private void scatter(Deposit deposit, double cover, double clumps, int steepness, boolean bottom, Rng rng) {
        int wished = Math.max(1, (int) Math.round(cover * fresh.length));
        int count = 0;
        while (count < LEAST * wished || count > MOST * wished) {
            Arrays.fill(fresh, (byte) 0);
            count = seeds(cover * (1 - clumps), steepness, bottom, rng);
            while (count > 0 && count < wished) {
                count += clump(rng, wished);
            }
        }
        for (int cell = 0; cell < fresh.length; cell++) {
            if (fresh[cell] != 0) {
                taken[cell] = 1;
                deposit.lay(cell);
            }
        }
    }

    private int seeds(double density, int steepness, boolean bottom, Rng rng) {
        double mean = 0;
        for (int r = 0; r < rows; r++) {
            mean += power(r, steepness) / rows;
        }
        int count = 0;
        for (int cell = 0; cell < fresh.length; cell++) {
            int row = cell / columns;
            double share = power(bottom ? row : rows - 1 - row, steepness) / mean;
            if (taken[cell] == 0 && rng.chance(density * share)) {
                fresh[cell] = 1;
                count++;
            }
        }
        return count;
    }

    private double power(int row, int exponent) {
        double ratio = row / (rows - 1.0);
        double power = 1;
        for (int e = 0; e < exponent; e++) {
            power *= ratio;
        }
        return power;
    }

    /** One pass: free cells that the pattern reaches from a source join by even chance, until there are enough. */
    private int clump(Rng rng, int wished) {
        long pattern = rng.nextLong();
        int before = 0;
        for (byte f : fresh) {
            before += f;
        }
        int joined = 0;
        for (int cell = 0; cell < fresh.length && before + joined < wished; cell++) {
            if (fresh[cell] == 0 && taken[cell] == 0 && reached(cell, pattern) && rng.chance(JOINS)) {
                fresh[cell] = 2;
                joined++;
            }
        }
        for (int cell = 0; cell < fresh.length; cell++) {
            fresh[cell] = (byte) Math.min(fresh[cell], 1);
        }
        return joined;
    }

    private boolean reached(int cell, long pattern) {
        int row = cell / columns;
        int column = cell % columns;
        for (int k = 0; k < SIDE * SIDE; k++) {
            int r = row + k / SIDE - HALF;
            int c = column + k % SIDE - HALF;
            boolean inside = r >= 0 && c >= 0 && r < rows && c < columns;
            if ((pattern >>> k & 1) != 0 && inside && fresh[r * columns + c] == 1) {
                return true;
            }
        }
        return false;
    }
}
