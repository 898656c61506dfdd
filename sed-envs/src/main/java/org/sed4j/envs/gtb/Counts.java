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
            "sales",
            "revenue",
            "purchases",
            "spending",
            "income",
            "tax",
            "transfer",
            "marginal rate",
            "equality x productivity");

    static final int COIN = 0;
    static final int LABOR = 1;
    static final int HOUSES = 2;
    static final int GATHERED = 3;
    static final int MOVES = 5;
    static final int SALES = 6;
    static final int REVENUE = 7;
    static final int PURCHASES = 8;
    static final int SPENDING = 9;
    static final int INCOME = 10;
    static final int TAX = 11;
    static final int TRANSFER = 12;
    static final int MARGINAL = 13;
    /** Each player's even share of it, so that players and steps sum to paper 004's welfare. */
    static final int WELFARE = 14;

    private final float[] counts;

    Counts(int players) {
        this.counts = new float[players * NAMES.size()];
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    void add(int player, int measure, double amount) {
        counts[player * NAMES.size() + measure] += (float) amount;
    }

    float get(int player, int measure) {
        return counts[player * NAMES.size() + measure];
    }

    void write(float[] out) {
        System.arraycopy(counts, 0, out, 0, counts.length);
    }
}
