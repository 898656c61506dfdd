package org.sed4j.examples.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.sed4j.core.report.Summary;
import org.sed4j.core.report.Trace;

/** Traces of figures. */
final class Points {
    private static final int STEPS = 200;

    private Points() {}

    /** A function as a line. */
    static Trace line(String label, DoubleUnaryOperator value, double low, double high) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> half = new ArrayList<>();
        for (int k = 0; k <= STEPS; k++) {
            double at = low + (high - low) * k / STEPS;
            x.add(at);
            y.add(value.applyAsDouble(at));
            half.add(0.0);
        }
        return new Trace(label, x, y, half);
    }

    /** What rings came to: a point a claim, the policy reached across, the value lived up, with its interval. */
    static Trace of(String label, List<Judged> judged) {
        return of(label, judged, j -> j.policy().mean(), Judged::value);
    }

    /** A point a claim. */
    static Trace of(String label, List<Judged> judged, ToDoubleFunction<Judged> across, Reading up) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> half = new ArrayList<>();
        for (Judged one : judged) {
            Summary value = up.of(one);
            x.add(across.applyAsDouble(one));
            y.add(value.mean());
            half.add(Double.isNaN(value.halfWidth()) ? 0 : value.halfWidth());
        }
        return new Trace(label, x, y, half);
    }

    /** A figure over seeds. */
    @FunctionalInterface
    interface Reading {
        Summary of(Judged judged);
    }
}
