package org.sed4j.core.game;

/** The usual divergences between designs. */
public enum Divergences implements Divergence {
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
    };

    private static int same(Design from, Design to) {
        Require.that(
                from.size() == to.size(),
                "sizes of two designs",
                from.size() + " and " + to.size(),
                "must agree",
                "they come from different design spaces");
        return from.size();
    }
}
