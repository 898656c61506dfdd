package org.sed4j.core.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class DivergencesTest {
    /** Roundings of a handful of logarithms. */
    private static final double EXACT = 1e-12;

    /** Central differences with a step of 1e-6 err by about 1e-10 in smooth functions of order 1. */
    private static final double DIFFERENCES = 1e-6;

    private static final int PAIRS = 1000;

    private static List<ConvexDivergence> all() {
        List<ConvexDivergence> all = new ArrayList<>(List.of(Divergences.values()));
        all.add(Bregman.halfSquare());
        all.add(Bregman.negativeEntropy());
        return all;
    }

    static Design distribution(Rng rng, int k) {
        double[] p = new double[k];
        double sum = 0;
        for (int j = 0; j < k; j++) {
            p[j] = 0.05 + rng.uniform();
            sum += p[j];
        }
        for (int j = 0; j < k; j++) {
            p[j] /= sum;
        }
        return Design.of(p);
    }

    @Test
    void norms_onWorkedNumbers() {
        Design from = Design.of(1, 2, 3);
        Design to = Design.of(1, 5, -1);
        assertThat(Divergences.L1.between(from, to)).isEqualTo(7);
        assertThat(Divergences.L2.between(from, to)).isEqualTo(5);
        assertThat(Divergences.LINF.between(from, to)).isEqualTo(4);
        assertThat(Bregman.halfSquare().between(from, to)).isEqualTo(12.5);
    }

    @Test
    void kl_onWorkedNumbers() {
        Design half = Design.of(0.5, 0.5);
        Design skewed = Design.of(0.25, 0.75);
        // KL(to ‖ from): ¼ ln ½ + ¾ ln 1.5, and ½ ln 2 + ½ ln ⅔.
        assertThat(Divergences.KL.between(half, skewed)).isCloseTo(0.13081203594113694, within(EXACT));
        assertThat(Divergences.KL.between(skewed, half)).isCloseTo(0.14384103622589042, within(EXACT));
        assertThat(Divergences.KL.between(half, Design.of(1, 0))).isCloseTo(Math.log(2), within(EXACT));
        assertThat(Divergences.KL.between(Design.of(1, 0), half)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void kl_ofNegativeEntries_isRefusedByEntry() {
        assertThatThrownBy(() -> Divergences.KL.between(Design.of(0.5, 0.5), Design.of(1.5, -0.5)))
                .hasMessageContaining("entry 1 of a design under KL (-0.5)");
    }

    @Test
    void everyDivergence_ofTwoSizes_isRefused() {
        for (ConvexDivergence divergence : all()) {
            assertThatThrownBy(() -> divergence.between(Design.of(1), Design.of(1, 2)))
                    .as(divergence.toString())
                    .hasMessageContaining("sizes of two designs (1 and 2) must agree");
        }
    }

    @Test
    void everyDivergence_isNonnegativeAndZeroOnlyAtHome() {
        Seed seed = Seed.of(1).named("nonnegative");
        for (int g = 0; g < PAIRS; g++) {
            Rng rng = seed.at(g).rng();
            Design from = distribution(rng, 4);
            Design to = distribution(rng, 4);
            for (ConvexDivergence divergence : all()) {
                assertThat(divergence.between(from, from))
                        .as(divergence.toString())
                        .isZero();
                assertThat(divergence.between(from, to))
                        .as(divergence.toString())
                        .isPositive();
            }
        }
    }

    @Test
    void everyDivergence_isConvexInWhereItLeads() {
        Seed seed = Seed.of(2).named("convex");
        for (int g = 0; g < PAIRS; g++) {
            Rng rng = seed.at(g).rng();
            Design from = distribution(rng, 4);
            Design a = distribution(rng, 4);
            Design b = distribution(rng, 4);
            double w = rng.uniform();
            double[] between = new double[4];
            for (int j = 0; j < 4; j++) {
                between[j] = w * a.get(j) + (1 - w) * b.get(j);
            }
            for (ConvexDivergence d : all()) {
                assertThat(d.between(from, Design.of(between)))
                        .as(d.toString())
                        .isLessThanOrEqualTo(w * d.between(from, a) + (1 - w) * d.between(from, b) + EXACT);
            }
        }
    }

    @Test
    void everySlope_agreesWithCentralDifferences() {
        Seed seed = Seed.of(3).named("slope");
        double h = 1e-6;
        for (int g = 0; g < PAIRS; g++) {
            Rng rng = seed.at(g).rng();
            Design from = distribution(rng, 3);
            Design to = distribution(rng, 3);
            for (ConvexDivergence divergence : all()) {
                double[] slope = new double[3];
                divergence.slope(from, to, slope);
                for (int j = 0; j < 3; j++) {
                    double[] up = to.toArray();
                    double[] down = to.toArray();
                    up[j] += h;
                    down[j] -= h;
                    if (divergence instanceof Divergences && kinked(from, to, 10 * h)) {
                        continue;
                    }
                    double rise = unclamped(divergence, from, up) - unclamped(divergence, from, down);
                    assertThat(slope[j]).as(divergence.toString()).isCloseTo(rise / (2 * h), within(DIFFERENCES));
                }
            }
        }
    }

    private static double unclamped(ConvexDivergence divergence, Design from, double[] to) {
        return divergence.between(from, Design.of(to));
    }

    /** Whether a kink of L1, L∞ or the floor of KL at 0 lies within reach. */
    private static boolean kinked(Design from, Design to, double reach) {
        double[] gaps = new double[from.size()];
        for (int j = 0; j < gaps.length; j++) {
            gaps[j] = Math.abs(from.get(j) - to.get(j));
        }
        Arrays.sort(gaps);
        return gaps[0] < reach || gaps[2] - gaps[1] < reach || Divergences.KL.between(from, to) < reach;
    }

    @Test
    void bregman_ofNegativeEntropy_isKlOnTheSimplex() {
        Seed seed = Seed.of(4).named("entropy");
        for (int g = 0; g < PAIRS; g++) {
            Rng rng = seed.at(g).rng();
            Design from = distribution(rng, 5);
            Design to = distribution(rng, 5);
            assertThat(Bregman.negativeEntropy().between(from, to))
                    .isCloseTo(Divergences.KL.between(from, to), within(EXACT));
        }
        assertThat(Bregman.negativeEntropy().between(Design.of(1, 0), Design.of(0.5, 0.5)))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Bregman.negativeEntropy().between(Design.of(0.5, 0.5), Design.of(1, 0)))
                .isCloseTo(Math.log(2), within(EXACT));
    }

    @Test
    void bregman_keepsTheThreePointIdentity() {
        // D(a, c) = D(b, c) + D(a, b) + ⟨∇F(b) - ∇F(a), c - b⟩, which holds for a Bregman divergence and no other.
        Seed seed = Seed.of(5).named("three points");
        for (int g = 0; g < PAIRS; g++) {
            Rng rng = seed.at(g).rng();
            Design a = distribution(rng, 4);
            Design b = distribution(rng, 4);
            Design c = distribution(rng, 4);
            for (Bregman divergence : List.of(Bregman.halfSquare(), Bregman.negativeEntropy())) {
                double[] slope = new double[4];
                divergence.slope(a, b, slope); // ∇F(b) - ∇F(a)
                double bend = 0;
                for (int j = 0; j < 4; j++) {
                    bend += slope[j] * (c.get(j) - b.get(j));
                }
                assertThat(divergence.between(a, c))
                        .as(divergence.toString())
                        .isCloseTo(divergence.between(b, c) + divergence.between(a, b) + bend, within(EXACT));
            }
        }
    }
}
