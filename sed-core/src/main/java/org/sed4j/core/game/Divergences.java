package org.sed4j.core.game;

/** The usual divergences between designs; {@link Bregman} makes others. */
public enum Divergences implements ConvexDivergence {
    /** Σ_j |φ_j - ψ_j|. */
    L1 {
        @Override
        public double between(Design from, Design to) {
            double sum = 0;
            for (int j = 0; j < same(from, to); j++) {
                sum += Math.abs(from.get(j) - to.get(j));
            }
            return sum;
        }

        @Override
        public void slope(Design from, Design to, double[] slope) {
            for (int j = 0; j < same(from, to); j++) {
                slope[j] = Math.signum(to.get(j) - from.get(j));
            }
        }
    },
    /** (Σ_j (φ_j - ψ_j)²)^½. */
    L2 {
        @Override
        public double between(Design from, Design to) {
            double sum = 0;
            for (int j = 0; j < same(from, to); j++) {
                double gap = from.get(j) - to.get(j);
                sum += gap * gap;
            }
            return Math.sqrt(sum);
        }

        @Override
        public void slope(Design from, Design to, double[] slope) {
            double distance = between(from, to);
            for (int j = 0; j < slope.length; j++) {
                slope[j] = distance == 0 ? 0 : (to.get(j) - from.get(j)) / distance;
            }
        }
    },
    /** max_j |φ_j - ψ_j|. */
    LINF {
        @Override
        public double between(Design from, Design to) {
            double most = 0;
            for (int j = 0; j < same(from, to); j++) {
                most = Math.max(most, Math.abs(from.get(j) - to.get(j)));
            }
            return most;
        }

        @Override
        public void slope(Design from, Design to, double[] slope) {
            int farthest = 0;
            for (int j = 0; j < same(from, to); j++) {
                slope[j] = 0;
                if (Math.abs(to.get(j) - from.get(j)) > Math.abs(to.get(farthest) - from.get(farthest))) {
                    farthest = j;
                }
            }
            slope[farthest] = Math.signum(to.get(farthest) - from.get(farthest));
        }
    },
    /**
     * Kullback-Leibler, KL(to ‖ from) = Σ_j to_j ln(to_j / from_j), for designs on a simplex.
     *
     * <p>0 ln 0 = 0; +∞ where {@code to} has mass and {@code from} has none. It reads: the price, in nats, of moving away
     * from the reference {@code from}.
     */
    KL {
        @Override
        public double between(Design from, Design to) {
            double sum = 0;
            for (int j = 0; j < same(from, to); j++) {
                double p = to.get(j);
                double q = from.get(j);
                Require.that(
                        p >= 0 && q >= 0,
                        "entry " + j + " of a design under KL",
                        Math.min(p, q),
                        "must be at least 0",
                        "KL was chosen for designs that are not probabilities");
                if (p > 0) {
                    sum += q > 0 ? p * Math.log(p / q) : Double.POSITIVE_INFINITY;
                }
            }
            return Math.max(sum, 0);
        }

        @Override
        public void slope(Design from, Design to, double[] slope) {
            for (int j = 0; j < same(from, to); j++) {
                // Where both are 0 the design is held there, and the slope is never asked for.
                slope[j] = from.get(j) == 0 && to.get(j) == 0 ? 0 : Math.log(to.get(j) / from.get(j)) + 1;
            }
        }
    };

    static int same(Design from, Design to) {
        Require.that(
                from.size() == to.size(),
                "sizes of two designs",
                from.size() + " and " + to.size(),
                "must agree",
                "they come from different design spaces");
        return from.size();
    }
}
