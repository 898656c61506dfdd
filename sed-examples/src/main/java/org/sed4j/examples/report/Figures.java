package org.sed4j.examples.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
    /** Okabe and Ito's palette, which people with colour-blindness can tell apart; black and then their seven others. */
    private static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000};

    private static final float[][] DASHES = {{}, {8, 4}, {2, 3}, {10, 3, 2, 3}};
    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;
    private static final float LINE = 2;
    private static final int BAND_ALPHA = 45;

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

    static void write(Path folder, Panels.Panel panel, double[] rounds, List<Curve> curves) throws IOException {
        write(folder, panel, "round", Collections.nCopies(curves.size(), rounds), curves);
    }

    /**
     * Draws curves that need not share their points.
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
            band(chart, traces.get(i), colour(i));
        }
        for (int i = 0; i < traces.size(); i++) {
            line(chart, traces.get(i), colour(i), DASHES[(i + i / COLOURS.length) % DASHES.length]);
        }
        if (!traces.isEmpty()) {
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
        chart.getStyler().setAntiAlias(true);
    }

    private static Color colour(int index) {
        return new Color(COLOURS[index % COLOURS.length]);
    }

    /** The area between the ends of the intervals, where there are any. */
    private static void band(XYChart chart, Trace trace, Color colour) {
        if (trace.hasBand()) {
            XYSeries band = chart.addSeries(trace.label() + " ±", trace.around(), trace.outline());
            band.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
            band.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA));
            band.setMarker(SeriesMarkers.NONE);
            band.setLineStyle(SeriesLines.NONE);
            band.setShowInLegend(false);
        }
    }

    private static void line(XYChart chart, Trace trace, Color colour, float[] dash) {
        XYSeries line = chart.addSeries(trace.label(), trace.x(), trace.y());
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(colour);
        line.setLineStyle(
                dash.length == 0
                        ? new BasicStroke(LINE)
                        : new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
    }
}
