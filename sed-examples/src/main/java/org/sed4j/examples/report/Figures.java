package org.sed4j.examples.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.sed4j.core.report.Painter;
import org.sed4j.core.report.Trace;

/** The plots as PNG files, for papers and slides. */
public final class Figures implements Painter {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;
    private static final List<Marker> MARKERS =
            List.of(SeriesMarkers.CIRCLE, SeriesMarkers.DIAMOND, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP);
    private static final int TICK_SPACING = 100; // room for 1,000,000

    /** A painter. */
    public Figures() {
        ImageIO.setUseCache(
                false); // its cache on the disk asks for a shutdown hook, which a JVM that shuts down refuses
    }

    /** A Java without a desktop's fonts and libraries cannot draw, and says so in many ways. */
    @Override
    public String obstacle() {
        try {
            Graphics2D pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            pen.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).stringWidth("0");
            pen.dispose();
            return "";
        } catch (RuntimeException | LinkageError | InternalError e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public byte[] png(Plot plot) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(plot.title())
                .xAxisTitle(plot.across())
                .yAxisTitle(plot.unit())
                .build();
        style(chart);
        List<Trace> traces = plot.traces();
        for (int i = 0; i < traces.size(); i++) { // bands lie below all lines
            band(chart, traces.get(i), Pen.of(i));
        }
        for (int i = 0; i < traces.size(); i++) {
            line(chart, traces.get(i), Pen.of(i));
        }
        roundTicks(chart, traces.get(0).x(), traces.get(0).y());
        return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
    }

    /**
     * A picture of lines, and of points with their intervals beside them.
     *
     * @param lines how many of the first traces are lines; the others are points
     * @return the bytes of a PNG
     */
    public byte[] points(Plot plot, int lines) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(plot.title())
                .xAxisTitle(plot.across())
                .yAxisTitle(plot.unit())
                .build();
        style(chart);
        for (int i = 0; i < plot.traces().size(); i++) {
            Trace trace = plot.traces().get(i);
            Pen pen = Pen.of(i);
            if (i < lines) {
                line(chart, trace, pen);
            } else {
                XYSeries dots = chart.addSeries(trace.label(), trace.x(), trace.y(), trace.half());
                dots.setLineStyle(SeriesLines.NONE);
                dots.setMarker(MARKERS.get(i % MARKERS.size()));
                dots.setMarkerColor(pen.colour());
            }
        }
        return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
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
