package org.sed4j.envs.harvest;

import java.util.Arrays;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.Subset;

/**
 * The apples: which sites are live, and which empty ones may grow back.
 *
 * <p>A part of a world. Time runs as in Melting Pot: an empty site's class, min(k, K) for k live neighbours, is noted at the
 * beginning of a step and drawn for in the step after it. So a site eaten in step t may grow back in step t + 2 at the
 * earliest, and chances follow counts one step late.
 */
final class Orchard {
    /* Sets of sites are bits of 64-bit words: the ripening sites of one class in a word are drawn for at once. */
    private final OrchardTable table;
    private final int words;
    private final int classes;

    private final short[] neighbours;
    private final long[] live;
    /** By class: empty sites, as things stand. */
    private final long[] waiting;
    /** By class: empty sites, as they stood when the step before this one began. */
    private final long[] ripening;

    private int apples;

    private final transient long[] grown;

    Orchard(OrchardTable table) {
        this.table = table;
        this.words = table.words();
        this.classes = table.last() + 1;
        this.neighbours = new short[table.sites()];
        this.live = new long[words];
        this.waiting = new long[words * classes];
        this.ripening = new long[words * classes];
        this.grown = new long[words];
    }

    /** All sites live. */
    void reset() {
        Arrays.fill(waiting, 0);
        Arrays.fill(ripening, 0);
        for (int s = 0; s < neighbours.length; s++) {
            live[s >> 6] |= 1L << s;
            neighbours[s] = (short) (table.from()[s + 1] - table.from()[s]);
        }
        apples = neighbours.length;
    }

    /** Live apples. */
    int apples() {
        return apples;
    }

    /** The site of a cell, or -1. */
    int siteAt(int cell) {
        return table.siteAt()[cell];
    }

    /** The cell of a site. */
    int cell(int site) {
        return table.cells()[site];
    }

    boolean isLive(int site) {
        return (live[site >> 6] >>> site & 1) != 0;
    }

    /** Live neighbours of a site. */
    int neighbours(int site) {
        return neighbours[site];
    }

    /** What the ground of a cell without a wall looks like. */
    byte code(int cell) {
        int site = table.siteAt()[cell];
        if (site < 0) {
            return HarvestCode.FLOOR_CODE;
        }
        if (isLive(site)) {
            return HarvestCode.APPLE_CODE;
        }
        return neighbours[site] == 0 ? HarvestCode.FLOOR_CODE : HarvestCode.GRASS_CODE;
    }

    /** At the beginning of a step: draws which ripening sites will grow in it, and notes the classes of all empty ones. */
    void draw(Rng rng) {
        for (int w = 0; w < words; w++) {
            long sites = 0;
            for (int k = 0; k < classes; k++) {
                long ripe = ripening[k * words + w];
                if (ripe != 0 && table.none()[k * Subset.STRIDE + 1] < 1) {
                    sites |= Subset.draw(ripe, table.none(), k * Subset.STRIDE, rng);
                }
            }
            grown[w] = sites;
        }
        System.arraycopy(waiting, 0, ripening, 0, waiting.length);
    }

    /** The sites drawn in this step, bit by bit: 64 sites from 64 · word on. */
    long grown(int word) {
        return grown[word];
    }

    int words() {
        return words;
    }

    /** A live apple is eaten. */
    void eat(int site) {
        long bit = 1L << site;
        live[site >> 6] &= ~bit;
        apples--;
        waiting[place(site)] |= bit;
        for (int e = table.from()[site]; e < table.from()[site + 1]; e++) {
            recount(table.near()[e], -1);
        }
    }

    /** An empty site grows an apple. */
    void grow(int site) {
        long bit = 1L << site;
        waiting[place(site)] &= ~bit;
        forget(site);
        live[site >> 6] |= bit;
        apples++;
        for (int e = table.from()[site]; e < table.from()[site + 1]; e++) {
            recount(table.near()[e], 1);
        }
    }

    /** An apple grew and was eaten in the same step: the site waits as if freshly eaten. */
    void growAndEat(int site) {
        forget(site);
    }

    private void recount(int site, int change) {
        long bit = 1L << site;
        int before = place(site);
        neighbours[site] = (short) (neighbours[site] + change);
        int after = place(site);
        if (before != after && (waiting[before] & bit) != 0) {
            waiting[before] &= ~bit;
            waiting[after] |= bit;
        }
    }

    private void forget(int site) {
        for (int k = 0; k < classes; k++) {
            ripening[k * words + (site >> 6)] &= ~(1L << site);
        }
    }

    private int place(int site) {
        return Math.min(neighbours[site], classes - 1) * words + (site >> 6);
    }

    /** Where the neighbours of a site begin in {@link #near}. */
    int from(int site) {
        return table.from()[site];
    }

    /** The e-th entry of the list of neighbours. */
    int near(int e) {
        return table.near()[e];
    }
}
