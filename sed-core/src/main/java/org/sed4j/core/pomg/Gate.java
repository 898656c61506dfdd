package org.sed4j.core.pomg;

import java.util.List;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.FeasibleSet;

/**
 * The check that every design passes before it is enacted: is it in Φ̂?
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

    Gate(FeasibleSet feasible) {
        this.feasible = feasible;
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

    /**
     * Requires that the design at {@code from} in {@code values} may be enacted.
     *
     * @throws IllegalArgumentException naming the world, what is violated and by how much
     */
    void require(float[] values, int from, int world) {
        if (inSpace(values, from) && near(values, from)) {
            return;
        }
        float[] row = new float[low.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = values[from + j];
            if (!Float.isFinite(row[j])) {
                throw refused(world, name(j) + " (" + row[j] + ") must be a finite number");
            }
            boolean box = !simplex && (row[j] < low[j] || row[j] > high[j]);
            if (box) {
                throw refused(world, name(j) + " (" + row[j] + ") must lie in [" + low[j] + ", " + high[j] + "]");
            }
        }
        Design design = Design.of(row, 0, row.length);
        String objection = simplex || feasible.space().contains(design) ? feasible.objection(design) : far(design);
        if (!objection.isEmpty()) {
            throw refused(world, objection);
        }
    }

    /** Requires that a principal's design, in doubles, may be enacted. */
    Design require(Design design) {
        return feasible.require(design);
    }

    private IllegalArgumentException refused(int world, String objection) {
        return new IllegalArgumentException("The design for world " + world + " may not be enacted: " + objection
                + ".\nMaybe the principal's output should pass through a Reparameterization.");
    }

    private String name(int j) {
        List<String> names = feasible.space().names();
        return names.get(j);
    }

    /** What δ says of a design that is in Φ but for the rounding of a bound. */
    private String far(Design design) {
        double distance = feasible.divergence().between(feasible.reference(), design);
        return distance <= feasible.delta()
                ? ""
                : feasible.divergence() + " from the reference is " + distance + ", δ allows " + feasible.delta();
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

    private boolean near(float[] values, int from) {
        if (feasible.isUnconstrained()) {
            return true;
        }
        double sum = 0;
        double most = 0;
        double squares = 0;
        for (int j = 0; j < reference.length; j++) {
            double gap = Math.abs(values[from + j] - reference[j]);
            sum += gap;
            squares += gap * gap;
            most = Math.max(most, gap);
        }
        return (feasible.divergence() == Divergences.L1 && sum <= feasible.delta())
                || (feasible.divergence() == Divergences.L2 && Math.sqrt(squares) <= feasible.delta())
                || (feasible.divergence() == Divergences.LINF && most <= feasible.delta());
    }
}
