package org.sed4j.core.pomg.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.FeasibleSet;

/**
 * What every design passes before it is enacted: it must be in Φ, and is pulled into Φ̂.
 *
 * <p>Designs are held as floats, so the bounds of a box are rounded to floats too: 0.1 is allowed where 0.1 is the bound.
 * Nothing is allocated for a design that L1, L2 or L∞ within δ, or a box or simplex without δ, lets through.
 */
final class Gate {
    private final FeasibleSet feasible;
    private final boolean simplex;
    private final float[] low;
    private final float[] high;
    private final double[] reference;
    /** [B,k]: where each world is measured from; null if all are measured from the reference. */
    private final float @Nullable [] centres;

    Gate(FeasibleSet feasible) {
        this(feasible, null);
    }

    /**
     * A gate that measures each world from a design of its own.
     *
     * @param centres [B,k], in Φ
     */
    Gate(FeasibleSet feasible, float @Nullable [] centres) {
        this.feasible = feasible;
        this.centres = centres;
        int k = feasible.space().dimension();
        this.low = new float[k];
        this.high = new float[k];
        this.reference = feasible.reference().toArray();
        this.simplex = feasible.space() instanceof DesignSpace.Simplex;
        for (int j = 0; j < k; j++) {
            boolean box = feasible.space() instanceof DesignSpace.Box;
            low[j] = box ? ((DesignSpace.Box) feasible.space()).low().get(j).floatValue() : 0;
            high[j] = box ? ((DesignSpace.Box) feasible.space()).high().get(j).floatValue() : 1;
        }
    }

    FeasibleSet feasible() {
        return feasible;
    }

    /** This gate with world {@code to} of {@code batch} measured from where world {@code from} of another gate is. */
    Gate centred(Gate other, int from, int to, int batch) {
        if (other.centres == null) {
            return this;
        }
        int k = low.length;
        float[] mine = centres == null ? new float[batch * k] : centres;
        System.arraycopy(other.centres, from * k, mine, to * k, k);
        return centres == null ? new Gate(feasible, mine) : this;
    }

    /**
     * Pulls the design at {@code from} in {@code values} to where it may be enacted, on the line from where that world is
     * measured from.
     *
     * @throws IllegalArgumentException naming the world, what is violated and by how much, if it is not in Φ
     */
    void pull(float[] values, int from, int world) {
        if (!inSpace(values, from)) {
            requireInSpace(values, from, world);
        }
        if (feasible.isUnconstrained() || near(values, from, world)) {
            return;
        }
        double[] wish = new double[low.length];
        double[] centre = new double[low.length];
        for (int j = 0; j < wish.length; j++) {
            wish[j] = values[from + j];
            centre[j] = centre(world, j);
        }
        Design pulled = feasible.around(Design.of(unrounded(centre))).pull(Design.of(unrounded(wish)));
        for (int j = 0; j < wish.length; j++) {
            values[from + j] = (float) pulled.get(j);
        }
    }

    private double centre(int world, int j) {
        return centres == null ? reference[j] : centres[world * low.length + j];
    }

    /** A design held in floats as one in Φ: what a bound was rounded to is the bound again, and shares sum to 1. */
    double[] unrounded(double[] values) {
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            if (feasible.space() instanceof DesignSpace.Box box) {
                values[j] = Math.min(
                        Math.max(values[j], box.low().get(j)), box.high().get(j));
            }
            sum += values[j];
        }
        for (int j = 0; simplex && j < values.length; j++) {
            values[j] /= sum;
        }
        return values;
    }

    private void requireInSpace(float[] values, int from, int world) {
        float[] row = new float[low.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = values[from + j];
            if (!Float.isFinite(row[j])) {
                throw refused(world, name(j) + " (" + row[j] + ") must be a finite number");
            }
            if (!simplex && (row[j] < low[j] || row[j] > high[j])) {
                throw refused(world, name(j) + " (" + row[j] + ") must lie in [" + low[j] + ", " + high[j] + "]");
            }
        }
        String objection = simplex
                ? feasible.space().objection(Design.of(row, 0, row.length).toArray())
                : "";
        if (!objection.isEmpty()) {
            throw refused(world, objection);
        }
    }

    private IllegalArgumentException refused(int world, String objection) {
        return new IllegalArgumentException("The design for world " + world + " may not be enacted: " + objection
                + ".\nMaybe the principal's output should pass through a Reparameterization.");
    }

    private String name(int j) {
        List<String> names = feasible.space().names();
        return names.get(j);
    }

    private boolean inSpace(float[] values, int from) {
        double sum = 0;
        for (int j = 0; j < low.length; j++) {
            float value = values[from + j];
            if (!(value >= low[j] && value <= high[j]) || Float.isInfinite(value)) {
                return false;
            }
            sum += value;
        }
        return !simplex || Math.abs(sum - 1) <= 1e-7;
    }

    private boolean near(float[] values, int from, int world) {
        double sum = 0;
        double most = 0;
        double squares = 0;
        for (int j = 0; j < low.length; j++) {
            double gap = Math.abs(values[from + j] - centre(world, j));
            sum += gap;
            squares += gap * gap;
            most = Math.max(most, gap);
        }
        return (feasible.divergence() == Divergences.L1 && sum <= feasible.delta())
                || (feasible.divergence() == Divergences.L2 && Math.sqrt(squares) <= feasible.delta())
                || (feasible.divergence() == Divergences.LINF && most <= feasible.delta());
    }
}
