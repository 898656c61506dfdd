package org.sed4j.voting.sampling;

import org.sed4j.core.run.Rng;

/** The model of Mallows: a ranking at distance d from the centre has a probability in proportion to φ^d. */
final class Mallows {
    private static final int HALVINGS = 60;

    private Mallows() {}

    /** Candidate j goes to place j - s with a probability in proportion to φ^s, s = 0, ..., j. */
    static int[] insertion(int m, double phi, Rng rng) {
        int[] order = new int[m];
        for (int j = 0; j < m; j++) {
            double total = 0;
            double weight = 1;
            for (int s = 0; s <= j; s++) {
                total += weight;
                weight *= phi;
            }
            double point = rng.uniform() * total;
            int shift = 0;
            weight = 1;
            while (shift < j && point >= weight) {
                point -= weight;
                weight *= phi;
                shift++;
            }
            System.arraycopy(order, j - shift, order, j - shift + 1, shift);
            order[j - shift] = j;
        }
        return order;
    }

    /** E[d] under Mallows: the sum over insertions of the mean shift. */
    static double expectedDistance(int m, double phi) {
        double distance = 0;
        for (int j = 1; j < m; j++) {
            double total = 0;
            double sum = 0;
            double weight = 1;
            for (int s = 0; s <= j; s++) {
                total += weight;
                sum += s * weight;
                weight *= phi;
            }
            distance += sum / total;
        }
        return distance;
    }

    /** The φ at which the expected distance is that share of what it is at φ = 1, by bisection. */
    static double dispersion(int m, double relative) {
        if (relative == 1) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (expectedDistance(m, middle) < relative * m * (m - 1) / 4.0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
