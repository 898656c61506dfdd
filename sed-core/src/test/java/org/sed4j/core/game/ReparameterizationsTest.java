package org.sed4j.core.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class ReparameterizationsTest {
    /** Central differences of step 1e-6 on functions of order 1. */
    private static final double DIFFERENCES = 1e-5;

    /** There and back through logarithms, at points no nearer the boundary than a thousandth. */
    private static final double ROUND_TRIP = 1e-8;

    private static final int CASES = 2000;
    private static final double STEP = 1e-6;

    static List<FeasibleSet> sets() {
        DesignSpace mixed = new DesignSpace.Box(
                List.of("both", "above", "below", "free"),
                List.of(-1.0, 2.0, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY),
                List.of(3.0, Double.POSITIVE_INFINITY, 1.0, Double.POSITIVE_INFINITY));
        DesignSpace rates = DesignSpace.rates(3, "rate");
        DesignSpace simplex = new DesignSpace.Simplex(List.of("a", "b", "c", "d"));
        Design low = Design.of(0.1, 0.5, 0.9);
        Design chances = Design.of(0.1, 0.2, 0.3, 0.4);
        Design sparse = Design.of(0.5, 0, 0.5, 0);
        List<FeasibleSet> sets = new ArrayList<>(List.of(
                FeasibleSet.unconstrained(rates, low),
                FeasibleSet.unconstrained(mixed, Design.of(0, 3, 0, 0)),
                FeasibleSet.unconstrained(simplex, chances),
                new FeasibleSet(mixed, Design.of(0, 2.5, 1, 0), Divergences.L2, 0.7),
                new FeasibleSet(rates, low, Bregman.halfSquare(), 0.05),
                new FeasibleSet(simplex, chances, Bregman.negativeEntropy(), 0.1),
                new FeasibleSet(simplex, sparse, Divergences.KL, 0.1)));
        for (Divergences divergence : Divergences.values()) {
            sets.add(new FeasibleSet(simplex, chances, divergence, 0.1));
            if (divergence != Divergences.KL) {
                sets.add(new FeasibleSet(rates, low, divergence, 0.3));
                sets.add(new FeasibleSet(rates, low, divergence, 5));
            }
        }
        return sets;
    }

    private static double[] xi(Rng rng, int dimension, double scale) {
        double[] xi = new double[dimension];
        for (int j = 0; j < dimension; j++) {
            xi[j] = scale * rng.gaussian();
        }
        return xi;
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyXi_isFeasible(FeasibleSet feasible) {
        Reparameterization onto = Reparameterizations.of(feasible);
        Seed seed = Seed.of(1).named("feasible");
        for (int g = 0; g < CASES; g++) {
            Rng rng = seed.at(g).rng();
            double scale = Math.pow(10, -2 + 5 * rng.uniform());
            Design phi = onto.apply(xi(rng, onto.dimension(), scale));
            assertThat(feasible.objection(phi)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void pullback_agreesWithCentralDifferences(FeasibleSet feasible) {
        Reparameterization onto = Reparameterizations.of(feasible);
        Seed seed = Seed.of(2).named("pullback");
        int compared = 0;
        for (int g = 0; g < CASES; g++) {
            Rng rng = seed.at(g).rng();
            double[] xi = xi(rng, onto.dimension(), 1.5);
            double[] cotangent = xi(rng, feasible.reference().size(), 1);
            double[] gradient = new double[xi.length];
            onto.pullback(xi, cotangent, gradient);
            for (int l = 0; l < xi.length; l++) {
                double left = (value(onto, xi, 0, l, cotangent) - value(onto, xi, -STEP, l, cotangent)) / STEP;
                double right = (value(onto, xi, STEP, l, cotangent) - value(onto, xi, 0, l, cotangent)) / STEP;
                if (Math.abs(left - right) < DIFFERENCES) { // no kink within a step
                    compared++;
                    assertThat(gradient[l]).isCloseTo((left + right) / 2, within(DIFFERENCES));
                }
            }
        }
        assertThat(compared).isGreaterThan((int) (0.98 * CASES * onto.dimension()));
    }

    private static double value(Reparameterization onto, double[] xi, double step, int l, double[] cotangent) {
        double[] moved = xi.clone();
        moved[l] += step;
        Design phi = onto.apply(moved);
        double value = 0;
        for (int j = 0; j < cotangent.length; j++) {
            value += cotangent[j] * phi.get(j);
        }
        return value;
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyInteriorDesign_isReached(FeasibleSet feasible) {
        Reparameterization onto = Reparameterizations.of(feasible);
        Seed seed = Seed.of(3).named("interior");
        for (int g = 0; g < CASES; g++) {
            Design phi = interior(feasible, onto, seed.at(g).rng());
            Design back = onto.apply(onto.inverse(phi));
            for (int j = 0; j < phi.size(); j++) {
                assertThat(back.get(j)).isCloseTo(phi.get(j), within(ROUND_TRIP));
            }
        }
    }

    /** A design found without R: a step from the reference towards a random point of Φ, short enough to be feasible. */
    private static Design interior(FeasibleSet feasible, Reparameterization onto, Rng rng) {
        Design reference = feasible.reference();
        int k = reference.size();
        boolean simplex = feasible.space() instanceof DesignSpace.Simplex;
        double[] target = simplex ? DivergencesTest.distribution(rng, k).toArray() : xi(rng, k, 1);
        for (double w = rng.uniform(); w > 1e-6; w *= 0.9) {
            double[] phi = new double[k];
            double sum = 0;
            for (int j = 0; j < k; j++) {
                boolean held = simplex && reference.get(j) == 0;
                phi[j] = held
                        ? 0
                        : simplex ? (1 - w) * reference.get(j) + w * target[j] : reference.get(j) + w * target[j];
                sum += phi[j];
            }
            for (int j = 0; j < k && simplex; j++) {
                phi[j] /= sum;
            }
            if (feasible.objection(Design.of(phi)).isEmpty()) {
                return Design.of(phi);
            }
        }
        return onto.apply(new double[onto.dimension()]);
    }

    @Test
    void box_isAScaledSigmoid() {
        Reparameterization onto =
                Reparameterizations.of(FeasibleSet.unconstrained(DesignSpace.box(-2, 6, "tax"), Design.of(0)));
        assertThat(onto.apply(new double[] {0}).get(0)).isEqualTo(2);
        assertThat(onto.apply(new double[] {Math.log(3)}).get(0)).isCloseTo(4, within(ROUND_TRIP));
        assertThat(onto.apply(new double[] {1e6}).get(0)).isEqualTo(6);
    }

    @Test
    void ball_isARadialTanh() {
        Reparameterization onto = Reparameterizations.of(
                new FeasibleSet(DesignSpace.unbounded("x", "y"), Design.of(1, 1), Divergences.L2, 10));
        assertThat(onto.apply(new double[] {0, 0})).isEqualTo(Design.of(1, 1));
        Design phi = onto.apply(new double[] {0.6, 0.8}); // radius 1
        assertThat(phi.get(0)).isCloseTo(1 + 10 * Math.tanh(1) * 0.6, within(ROUND_TRIP));
        assertThat(phi.get(1)).isCloseTo(1 + 10 * Math.tanh(1) * 0.8, within(ROUND_TRIP));
    }

    @Test
    void klBall_reachesItsBoundary() {
        FeasibleSet feasible =
                new FeasibleSet(new DesignSpace.Simplex(List.of("a", "b")), Design.of(0.5, 0.5), Divergences.KL, 0.1);
        Design far = Reparameterizations.of(feasible).apply(new double[] {20, -20});
        assertThat(Divergences.KL.between(feasible.reference(), far)).isCloseTo(0.1, within(1e-9));
        assertThat(far.get(0)).isGreaterThan(0.5);
    }

    @Test
    void klBall_givesNothingToWhatTheReferenceRulesOut() {
        FeasibleSet feasible = new FeasibleSet(
                new DesignSpace.Simplex(List.of("a", "b", "c")), Design.of(0.5, 0, 0.5), Divergences.KL, 0.1);
        Design phi = Reparameterizations.of(feasible).apply(new double[] {0, 100, 0.2});
        assertThat(phi.get(1)).isZero();
        assertThat(phi.get(0)).isLessThan(phi.get(2));
    }

    @Test
    void noDesignAtAll_hasNoParameters() {
        Reparameterization onto =
                Reparameterizations.of(FeasibleSet.unconstrained(DesignSpace.none(), Design.zeros(0)));
        assertThat(onto.dimension()).isZero();
        assertThat(onto.apply(new double[0])).isEqualTo(Design.zeros(0));
    }

    @Test
    void aDivergenceOfUnknownShape_isRefused() {
        Divergence odd = (from, to) -> from.equals(to) ? 0 : 1;
        FeasibleSet feasible = new FeasibleSet(DesignSpace.rates(1, "rate"), Design.of(0.5), odd, 0.5);
        assertThatThrownBy(() -> Reparameterizations.of(feasible)).hasMessageContaining("must be a ConvexDivergence");
    }

    @Test
    void aXiThatIsNoNumber_isNamed() {
        for (FeasibleSet feasible : sets()) {
            Reparameterization onto = Reparameterizations.of(feasible);
            double[] xi = new double[onto.dimension()];
            xi[1] = Double.NaN;
            assertThatThrownBy(() -> onto.apply(xi)).hasMessageContaining("NaN");
        }
    }
}
