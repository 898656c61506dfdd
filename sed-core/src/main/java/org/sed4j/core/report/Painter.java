package org.sed4j.core.report;

import java.io.IOException;
import java.util.List;

/** Draws the plots of a report as pictures, beside the page that draws them itself; joined by whoever has a library for it. */
public interface Painter {

    /**
     * A picture of a plot.
     *
     * @return the bytes of a PNG
     * @throws IOException if it cannot be drawn
     */
    byte[] png(Plot plot) throws IOException;

    /** Why this machine cannot draw; empty if it can. */
    default String obstacle() {
        return "";
    }

    /**
     * What is to be drawn.
     *
     * @param across what the points are counted in
     * @param unit of the numbers; empty if they have none
     * @param traces at least one, each with a finite point
     */
    record Plot(String title, String across, String unit, List<Trace> traces) {
        public Plot {
            traces = List.copyOf(traces);
        }

        /** Whether there is anything to see. */
        boolean isEmpty() {
            return traces.isEmpty();
        }

        static Plot of(Legend.Panel panel, String across, List<double[]> points, List<Curve> curves) {
            List<Trace> traces = new java.util.ArrayList<>();
            for (int c = 0; c < curves.size(); c++) {
                traces.add(Trace.of(curves.get(c), points.get(c)));
            }
            traces.removeIf(Trace::isEmpty);
            return new Plot(panel.title(), across, panel.unit(), traces);
        }
    }
}
