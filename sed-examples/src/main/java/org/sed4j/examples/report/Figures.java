package org.sed4j.examples.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The plots as PNG files, for papers and slides. */
final class Figures {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;
    private static final int TICK_SPACING = 100; // room for 1,000,000

    private Figures() {}

    /**
     * Whether this Java can draw at all: a Java without a desktop's fonts and libraries cannot, and says so in many ways.
     *
     * @return why not, or nothing
     */
    static Optional<String> obstacle() {
        try {
            Graphics2D pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            pen.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).stringWidth("0");
            pen.dispose();
            return Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Draws curves, which need not share their points, to {@code folder/id.png}; nothing if there is no finite point.
     *
     * @param across what the points are counted in
     * @param points of each curve
     */
    static void write(Path folder, Panels.Panel panel, String across, List<double[]> points, List<Curve> curves)
            throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(panel.title())
                .xAxisTitle(across)
                .yAxisTitle(panel.unit())
                .build();
        style(chart);
        List<Trace> traces = new ArrayList<>();
        for (int c = 0; c < curves.size(); c++) {
            traces.add(Trace.of(curves.get(c), points.get(c)));
        }
        traces.removeIf(Trace::isEmpty);
        for (int i = 0; i < traces.size(); i++) { // bands lie below all lines
            band(chart, traces.get(i), Pen.of(i));
        }
        for (int i = 0; i < traces.size(); i++) {
            line(chart, traces.get(i), Pen.of(i));
        }
        if (!traces.isEmpty()) {
            roundTicks(chart, traces.get(0).x(), traces.get(0).y());
            Files.createDirectories(folder);
            BitmapEncoder.saveBitmap(
                    chart, folder.resolve(panel.id() + ".png").toString(), BitmapEncoder.BitmapFormat.PNG);
        }
    }

    private static void style(XYChart chart) {
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendPosition(Styler.LegendPosition.OutsideE)
                .setLegendBorderColor(Color.WHITE);
        chart.getStyler().setLocale(java.util.Locale.ROOT);
        chart.getStyler().setXAxisDecimalPattern("#,##0.###");
        chart.getStyler().setPlotGridLinesColor(new Color(0xE0E0E0));
        chart.getStyler().setXAxisTickMarkSpacingHint(TICK_SPACING);
        chart.getStyler().setAntiAlias(true);
    }

    /** The area between the ends of the intervals, where there are any. */
    private static void band(XYChart chart, Trace trace, Pen pen) {
        if (trace.hasBand()) {
            XYSeries band = chart.addSeries(trace.label() + " ±", trace.around(), trace.outline());
            band.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
            band.setFillColor(pen.pale());
            band.setMarker(SeriesMarkers.NONE);
            band.setLineStyle(SeriesLines.NONE);
            band.setShowInLegend(false);
        }
    }

    private static void line(XYChart chart, Trace trace, Pen pen) {
        XYSeries line = chart.addSeries(trace.label(), trace.x(), trace.y());
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(pen.colour());
        line.setLineStyle(pen.stroke());
    }

    /**
     * Makes XChart count in ones, twos and fives: where all points lie evenly it would count in multiples of what is between
     * them. One more that does not, and is not drawn, is enough.
     */
    private static void roundTicks(XYChart chart, List<Double> x, List<Double> y) {
        if (x.size() > 1) {
            double uneven = x.get(0) + (x.get(1) - x.get(0)) / 3;
            chart.addSeries("(ticks)", List.of(x.get(0), uneven), List.of(y.get(0), y.get(0)))
                    .setEnabled(false)
                    .setShowInLegend(false);
        }
    }
}
