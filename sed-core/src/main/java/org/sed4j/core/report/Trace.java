package org.sed4j.core.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a figure shows of a curve: its finite points, and how far their intervals reach.
 *
 * @param label in the legend
 * @param x of each point
 * @param y of each point
 * @param half the interval's width; 0 where it is not known
 */
public record Trace(String label, List<Double> x, List<Double> y, List<Double> half) {
    static Trace of(Curve curve, double[] points) {
        Trace trace = new Trace(curve.label, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int p = 0; p < Math.min(points.length, curve.mean.length); p++) {
            if (Double.isFinite(curve.mean[p])) {
                trace.x.add(points[p]);
                trace.y.add(curve.mean[p]);
                trace.half.add(Double.isFinite(curve.half[p]) ? curve.half[p] : 0);
            }
        }
        return trace;
    }

    boolean isEmpty() {
        return x.isEmpty();
    }

    /** Whether any interval is known. */
    public boolean hasBand() {
        return half.stream().anyMatch(h -> h > 0);
    }

    /** The points there and back. */
    public List<Double> around() {
        List<Double> around = new ArrayList<>(x);
        Collections.reverse(around);
        around.addAll(0, x);
        return around;
    }

    /** Lower ends there, upper ends back. */
    public List<Double> outline() {
        List<Double> outline = new ArrayList<>();
        for (int p = 0; p < x.size(); p++) {
            outline.add(y.get(p) - half.get(p));
        }
        for (int p = x.size() - 1; p >= 0; p--) {
            outline.add(y.get(p) + half.get(p));
        }
        return outline;
    }
}
