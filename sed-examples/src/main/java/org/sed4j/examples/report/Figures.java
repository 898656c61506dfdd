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
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The plots as PNG files, for papers and slides. */
final class Figures {
    /** Okabe and Ito's palette, which people with colour-blindness can tell apart; black and then their seven others. */
    private static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000};

    private static final float[][] DASHES = {{}, {8, 4}, {2, 3}, {10, 3, 2, 3}};
    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;

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
        int drawn = 0;
        for (int c = 0; c < curves.size(); c++) {
            drawn += draw(chart, curves.get(c), points.get(c), drawn) ? 1 : 0;
        }
        if (drawn > 0) {
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

    private static boolean draw(XYChart chart, Curve curve, double[] points, int index) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        boolean band = false;
        for (int p = 0; p < Math.min(points.length, curve.mean.length); p++) {
            if (Double.isFinite(curve.mean[p])) {
                double half = Double.isFinite(curve.half[p]) ? curve.half[p] : 0;
                band |= half > 0;
                x.add(points[p]);
                y.add(curve.mean[p]);
                low.add(curve.mean[p] - half);
                high.add(curve.mean[p] + half);
            }
        }
        if (x.isEmpty()) {
            return false;
        }
        Color colour = new Color(COLOURS[index % COLOURS.length]);
        line(chart, curve.label, x, y, colour, 2f, DASHES[(index + index / COLOURS.length) % DASHES.length]);
        if (band) {
            Color pale = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 120);
            line(chart, curve.label + " -", x, low, pale, 0.8f, DASHES[2]).setShowInLegend(false);
            line(chart, curve.label + " +", x, high, pale, 0.8f, DASHES[2]).setShowInLegend(false);
        }
        return true;
    }

    private static XYSeries line(
            XYChart chart, String name, List<Double> x, List<Double> y, Color colour, float width, float[] dash) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(
                dash.length == 0
                        ? new BasicStroke(width)
                        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
        return series;
    }
}
