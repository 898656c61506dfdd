package org.sed4j.core.game;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * The Bregman divergence of a convex function F: D(from, to) = F(to) - F(from) - ⟨∇F(from), to - from⟩, what F gains over
 * its tangent at {@code from}.
 *
 * <p>It is at least 0, 0 only at {@code from} if F is strictly convex, convex in {@code to}, seldom symmetric. Source:
 * Bregman (1967), "The relaxation method of finding the common point of convex sets", USSR Computational Mathematics and
 * Mathematical Physics 7(3), 200-217.
 */
public final class Bregman implements ConvexDivergence {
    private final String name;
    private final ToDoubleFunction<Design> function;
    private final Gradient gradient;

    /** ∇F. */
    @FunctionalInterface
    public interface Gradient {
        /** Writes ∂F/∂φ_j at φ into {@code out}, k entries. */
        void at(Design phi, double[] out);
    }

    private Bregman(String name, ToDoubleFunction<Design> function, Gradient gradient) {
        this.name = name;
        this.function = function;
        this.gradient = gradient;
    }

    /**
     * The divergence of F.
     *
     * @param name what messages call it
     * @param function F; that it is convex is not checked
     * @param gradient ∇F
     */
    public static Bregman of(String name, ToDoubleFunction<Design> function, Gradient gradient) {
        return new Bregman(name, function, gradient);
    }

    /** F(φ) = ½ Σ φ_j²: half the squared Euclidean distance. */
    public static Bregman halfSquare() {
        return of("half squared L2", phi -> sum(phi, x -> 0.5 * x * x), (phi, out) -> each(phi, out, x -> x));
    }

    /**
     * F(φ) = Σ (φ_j ln φ_j - φ_j), φ_j ≥ 0: Σ to_j ln(to_j / from_j) - to_j + from_j, which on the simplex is KL(to ‖ from).
     * +∞ where {@code from} has a zero that {@code to} has not.
     */
    public static Bregman negativeEntropy() {
        return of(
                "generalised KL",
                phi -> sum(phi, x -> x == 0 ? 0 : x * Math.log(x) - x),
                (phi, out) -> each(phi, out, Math::log));
    }

    @Override
    public double between(Design from, Design to) {
        Divergences.same(from, to);
        double[] tangent = new double[from.size()];
        gradient.at(from, tangent);
        double rise = function.applyAsDouble(to) - function.applyAsDouble(from);
        for (int j = 0; j < tangent.length; j++) {
            double step = to.get(j) - from.get(j);
            rise -= step == 0 ? 0 : tangent[j] * step;
        }
        return Math.max(rise, 0);
    }

    @Override
    public void slope(Design from, Design to, double[] slope) {
        double[] tangent = new double[from.size()];
        gradient.at(from, tangent);
        gradient.at(to, slope);
        for (int j = 0; j < slope.length; j++) {
            slope[j] = to.get(j) == from.get(j) ? 0 : slope[j] - tangent[j];
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static double sum(Design phi, DoubleUnaryOperator term) {
        double sum = 0;
        for (int j = 0; j < phi.size(); j++) {
            sum += term.applyAsDouble(phi.get(j));
        }
        return sum;
    }

    private static void each(Design phi, double[] out, DoubleUnaryOperator entry) {
        for (int j = 0; j < out.length; j++) {
            out[j] = entry.applyAsDouble(phi.get(j));
        }
    }
}
