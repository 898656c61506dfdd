package org.sed4j.voting.continuous;

import org.sed4j.voting.ballot.ExactSum;
import org.sed4j.voting.ballot.TypeProfile;

/**
 * The point whose weighted Euclidean distances to the reports sum to the least.
 *
 * <p>Weiszfeld's iteration with the correction of Vardi and Zhang (2000, "The multivariate L1-median and associated data
 * depth", PNAS 97) for an iterate that hits a report; a fixed number of iterations, so that the result does not depend on
 * a tolerance. On one coordinate it is the (lower) median, exactly. O(iterations · n · k).
 *
 * @param iterations how many, at least 1
 */
record GeometricMedian(int iterations) implements ContinuousRule {
    @Override
    public String id() {
        return "geometric-median";
    }

    @Override
    public double[] choose(TypeProfile profile) {
        int k = profile.names().size();
        if (k == 1) {
            return new double[] {Medians.median(profile, 0, true)};
        }
        double[] point = new double[k];
        for (int j = 0; j < k; j++) {
            point[j] = Means.mean(profile, j);
        }
        for (int iteration = 0; iteration < iterations; iteration++) {
            point = next(profile, point);
        }
        return point;
    }

    private static double[] next(TypeProfile profile, double[] point) {
        int k = point.length;
        ExactSum[] pulled = new ExactSum[k];
        ExactSum[] pull = new ExactSum[k];
        for (int j = 0; j < k; j++) {
            pulled[j] = new ExactSum();
            pull[j] = new ExactSum();
        }
        ExactSum total = new ExactSum();
        double here = 0;
        for (int i = 0; i < profile.voters(); i++) {
            double distance = distance(profile, i, point);
            if (distance == 0) {
                here += profile.weight(i);
                continue;
            }
            double weight = profile.weight(i) / distance;
            total.add(weight);
            for (int j = 0; j < k; j++) {
                pulled[j].add(weight * profile.report(i, j));
                pull[j].add(weight * (profile.report(i, j) - point[j]));
            }
        }
        double sum = total.value();
        if (sum == 0) {
            return point;
        }
        double strength = 0;
        for (int j = 0; j < k; j++) {
            strength += pull[j].value() * pull[j].value();
        }
        double stay = here == 0 ? 0 : Math.min(1, here / Math.sqrt(strength));
        double[] moved = new double[k];
        for (int j = 0; j < k; j++) {
            moved[j] = (1 - stay) * (pulled[j].value() / sum) + stay * point[j];
        }
        return moved;
    }

    private static double distance(TypeProfile profile, int i, double[] point) {
        double square = 0;
        for (int j = 0; j < point.length; j++) {
            double d = profile.report(i, j) - point[j];
            square += d * d;
        }
        return Math.sqrt(square);
    }

    @Override
    public String toString() {
        return id();
    }
}
