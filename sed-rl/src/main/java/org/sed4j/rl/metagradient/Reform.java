package org.sed4j.rl.metagradient;

import org.sed4j.core.game.ConvexDivergence;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.rl.policygradient.Trajectory;

/**
 * What the economy makes of a design that a designer asks for: it is pulled into Φ̂, world by world, and so must be the designs
 * that a meta-gradient evaluates anew.
 *
 * <p>Outside the ball the pulled design is p = c + w (φ - c) with D(c, p) = δ. Differentiated implicitly with g = ∂D/∂p: a cotangent
 * u of p is w (u - g ⟨u, φ - c⟩ / ⟨g, φ - c⟩) of φ. Inside it nothing is changed. The centre c is φ_0, or the law that was in force
 * in that world when the round began.
 */
interface Reform {

    /** Everything in Φ may be enacted. */
    static Reform free() {
        return new Reform() {
            @Override
            public void pull(double[] designs, int at, Trajectory episode, int world) {}

            @Override
            public void pullback(double[] asked, int at, Trajectory episode, int world, double[] cotangents) {}
        };
    }

    /** The reforms that a game admits. */
    static Reform of(DesignGame<?> game) {
        return game.feasible(game.initial()).isUnconstrained() ? free() : new Ball(game);
    }

    /** Pulls the design at a place, in place. */
    void pull(double[] designs, int at, Trajectory episode, int world);

    /**
     * From cotangents of the pulled design to those of the one that was asked for, in place.
     *
     * @param asked designs as they were before they were pulled
     */
    void pullback(double[] asked, int at, Trajectory episode, int world, double[] cotangents);

    /** Reforms of a game with a finite δ. */
    record Ball(DesignGame<?> game) implements Reform {
        /** Half the distance of a difference quotient, for divergences whose slope nobody says. */
        private static final double H = 1e-6;

        @Override
        public void pull(double[] designs, int at, Trajectory episode, int world) {
            double[] pulled = feasible(episode, world).pull(design(designs, at)).toArray();
            System.arraycopy(pulled, 0, designs, at, pulled.length);
        }

        private FeasibleSet feasible(Trajectory episode, int world) {
            double[] law = new double[game.space().dimension()];
            for (int j = 0; j < law.length; j++) {
                law[j] = episode.law(world, j);
            }
            return game.feasible(Design.of(law));
        }

        private Design design(double[] designs, int at) {
            double[] one = new double[game.space().dimension()];
            System.arraycopy(designs, at, one, 0, one.length);
            return Design.of(one);
        }

        @Override
        public void pullback(double[] asked, int at, Trajectory episode, int world, double[] cotangents) {
            FeasibleSet feasible = feasible(episode, world);
            Design wish = design(asked, at);
            Design pulled = feasible.pull(wish);
            if (pulled.equals(wish)) {
                return;
            }
            Design centre = feasible.reference();
            double[] slope = slope(centre, pulled);
            double outward = 0;
            double along = 0;
            double size = 0;
            double kept = 0;
            for (int j = 0; j < slope.length; j++) {
                double step = wish.get(j) - centre.get(j);
                outward += slope[j] * step;
                along += cotangents[at + j] * step;
                size += step * step;
                kept += (pulled.get(j) - centre.get(j)) * step;
            }
            double w = kept / size;
            for (int j = 0; j < slope.length; j++) {
                double across = outward == 0 ? 0 : along * slope[j] / outward;
                cotangents[at + j] = w * (cotangents[at + j] - across);
            }
        }

        private double[] slope(Design from, Design to) {
            double[] slope = new double[to.size()];
            if (game.divergence() instanceof ConvexDivergence convex) {
                convex.slope(from, to, slope);
                return slope;
            }
            for (int j = 0; j < slope.length; j++) {
                slope[j] = (game.divergence().between(from, moved(to, j, H))
                                - game.divergence().between(from, moved(to, j, -H)))
                        / (2 * H);
            }
            return slope;
        }

        private static Design moved(Design design, int j, double by) {
            double[] values = design.toArray();
            values[j] += by;
            return Design.of(values);
        }
    }
}
