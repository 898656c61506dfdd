package org.sed4j.envs.gtb;

/** What stood before a step. */
final class Ledger {
    private final Census census;
    final double[] labor;
    final int[] goods = new int[2];
    double productivity;

    Ledger(Census census) {
        this.census = census;
        this.labor = new double[census.players()];
    }

    void read() {
        productivity = census.productivity();
        for (int i = 0; i < labor.length; i++) {
            labor[i] = census.labor(i);
        }
        goods[0] = total(0);
        goods[1] = total(1);
    }

    int total(int good) {
        int sum = 0;
        for (int i = 0; i < census.players(); i++) {
            sum += census.good(i, good) + census.goodEscrow(i, good);
        }
        return sum;
    }
}
