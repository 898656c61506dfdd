package org.sed4j.envs.gtb;

import java.util.Arrays;
import java.util.List;

/** What happened to each player in the last step: the world's measures. A part of a world. */
final class Counts {
    /** Names of the measures, in their order. */
    static final List<String> NAMES = List.of(
            "coin",
            "labor",
            "houses",
            "stone gathered",
            "wood gathered",
            "moves",
            "stone sales",
            "wood sales",
            "stone revenue",
            "wood revenue",
            "stone purchases",
            "wood purchases",
            "stone spending",
            "wood spending",
            "income",
            "tax",
            "transfer",
            "marginal rate",
            "equality x productivity");

    /** A stock, written by {@link #write}: what a player has, in its purse and in escrow. */
    static final int COIN = 0;

    static final int LABOR = 1;
    static final int HOUSES = 2;
    /** Of stone; of wood comes next, as in all that is counted by good. */
    static final int GATHERED = 3;

    static final int MOVES = 5;
    static final int SALES = 6;
    static final int REVENUE = 8;
    static final int PURCHASES = 10;
    static final int SPENDING = 12;
    static final int INCOME = 14;
    static final int TAX = 15;
    static final int TRANSFER = 16;
    static final int MARGINAL = 17;
    /** Each player's even share of it, so that players and steps sum to paper 004's welfare. */
    static final int WELFARE = 18;

    /** How many there are. */
    private static final int MEASURES = 19;

    private final float[] counts;

    Counts(int players) {
        this.counts = new float[players * MEASURES];
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    void add(int player, int measure, double amount) {
        counts[player * MEASURES + measure] += (float) amount;
    }

    float get(int player, int measure) {
        return counts[player * MEASURES + measure];
    }

    void write(Holdings holdings, float[] out) {
        System.arraycopy(counts, 0, out, 0, counts.length);
        for (int at = COIN, i = 0; at < counts.length; at += MEASURES, i++) {
            out[at] = (float) holdings.wealth(i);
        }
    }
}
