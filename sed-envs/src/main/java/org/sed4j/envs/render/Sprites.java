package org.sed4j.envs.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.sed4j.core.game.Require;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Ink;
import org.sed4j.core.picture.Palette;

/**
 * Draws frames as images: ground, walls, grass, fruit, beams and avatars that look where they head.
 *
 * <p>The same frame, palette and size give the same pixels on one Java version. Needs no display.
 */
public final class Sprites {
    private static final int LEAST = 4;

    private final Palette palette;
    private final int size;

    private Sprites(Palette palette, int size) {
        this.palette = palette;
        this.size = size;
    }

    /**
     * Sprites of that size.
     *
     * @param size pixels a cell, at least 4; 8 to 24 look best
     */
    public static Sprites of(Palette palette, int size) {
        return new Sprites(palette, Require.atLeast(size, LEAST, "pixels a cell"));
    }

    /** The frame, without its caption. */
    public BufferedImage draw(Frame frame) {
        BufferedImage image =
                new BufferedImage(frame.columns() * size, frame.rows() * size, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (int r = 0; r < frame.rows(); r++) {
            for (int c = 0; c < frame.columns(); c++) {
                pen.translate(c * size, r * size);
                pen.scale(size, size);
                cell(pen, palette.of(frame.at(r, c)), r, c);
                pen.scale(1.0 / size, 1.0 / size);
                pen.translate(-c * size, -r * size);
            }
        }
        pen.dispose();
        return image;
    }

    /**
     * Writes the frame as a PNG.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Frame frame, Path file) throws IOException {
        ImageIO.write(draw(frame), "png", file.toFile());
    }

    /** A cell in the unit square. */
    private static void cell(Graphics2D pen, Ink ink, int row, int column) {
        switch (ink.shape()) {
            case GROUND -> ground(pen, new Color(ink.rgb()), row, column);
            case BLOCK -> block(pen, new Color(ink.rgb()), row);
            case GRASS -> grass(pen, new Color(ink.rgb()), row, column);
            case FRUIT -> {
                grass(pen, Look.GRASS, row, column);
                fruit(pen, new Color(ink.rgb()));
            }
            case BEAM -> beam(pen, new Color(ink.rgb()), row, column);
            case AVATAR -> {
                ground(pen, Look.SAND, row, column);
                avatar(pen, new Color(ink.rgb()), ink.heading());
            }
        }
    }

    /** A flat tile, every second one a shade darker. */
    private static void ground(Graphics2D pen, Color color, int row, int column) {
        pen.setColor((row + column) % 2 == 0 ? color : Look.shade(color, 0.975));
        pen.fill(new Rectangle2D.Double(0, 0, 1, 1));
    }

    /** Two courses of bricks. */
    private static void block(Graphics2D pen, Color color, int row) {
        pen.setColor(Look.shade(color, 0.72));
        pen.fill(new Rectangle2D.Double(0, 0, 1, 1));
        pen.setColor(color);
        double joint = row % 2 == 0 ? 0.5 : 0.25;
        pen.fill(new Rectangle2D.Double(0, 0.04, joint - 0.04, 0.42));
        pen.fill(new Rectangle2D.Double(joint + 0.04, 0.04, 0.96 - joint, 0.42));
        pen.fill(new Rectangle2D.Double(0, 0.54, 0.96 - joint, 0.42));
        pen.fill(new Rectangle2D.Double(1.04 - joint, 0.54, joint - 0.04, 0.42));
    }

    private static void grass(Graphics2D pen, Color color, int row, int column) {
        ground(pen, color, row, column);
        pen.setColor(Look.shade(color, 0.82));
        pen.setStroke(new BasicStroke(0.06f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (double[] tuft : new double[][] {{0.22, 0.34}, {0.70, 0.26}, {0.44, 0.74}, {0.82, 0.80}}) {
            pen.draw(new QuadCurve2D.Double(tuft[0], tuft[1], tuft[0], tuft[1] - 0.1, tuft[0] - 0.07, tuft[1] - 0.14));
            pen.draw(new QuadCurve2D.Double(tuft[0], tuft[1], tuft[0], tuft[1] - 0.1, tuft[0] + 0.07, tuft[1] - 0.14));
        }
    }

    private static void fruit(Graphics2D pen, Color color) {
        pen.setColor(Look.shade(color, 0.7));
        pen.fill(new Ellipse2D.Double(0.20, 0.27, 0.60, 0.62));
        pen.setColor(color);
        pen.fill(new Ellipse2D.Double(0.23, 0.28, 0.54, 0.56));
        pen.setColor(Look.tint(color, 0.55));
        pen.fill(new Ellipse2D.Double(0.32, 0.37, 0.16, 0.14));
        pen.setColor(Look.STALK);
        pen.setStroke(new BasicStroke(0.07f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new QuadCurve2D.Double(0.50, 0.32, 0.50, 0.20, 0.56, 0.14));
        pen.setColor(Look.LEAF);
        pen.fill(new Ellipse2D.Double(0.56, 0.12, 0.24, 0.13));
    }

    private static void beam(Graphics2D pen, Color color, int row, int column) {
        ground(pen, Look.SAND, row, column);
        pen.setColor(color);
        pen.fill(new RoundRectangle2D.Double(0.06, 0.06, 0.88, 0.88, 0.3, 0.3));
        pen.setColor(Look.tint(color, 0.6));
        pen.fill(new RoundRectangle2D.Double(0.28, 0.28, 0.44, 0.44, 0.3, 0.3));
    }

    /** Seen from above: a body, a nose ahead and two eyes. */
    private static void avatar(Graphics2D pen, Color color, int heading) {
        pen.rotate(heading * Math.PI / 2, 0.5, 0.5);
        Path2D nose = new Path2D.Double();
        nose.moveTo(0.5, 0.0);
        nose.lineTo(0.74, 0.26);
        nose.lineTo(0.26, 0.26);
        nose.closePath();
        pen.setColor(Look.shade(color, 0.6));
        pen.fill(nose);
        pen.fill(new RoundRectangle2D.Double(0.10, 0.15, 0.80, 0.80, 0.5, 0.5));
        pen.setColor(color);
        pen.fill(new RoundRectangle2D.Double(0.16, 0.20, 0.68, 0.69, 0.42, 0.42));
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Double(0.24, 0.26, 0.22, 0.24));
        pen.fill(new Ellipse2D.Double(0.54, 0.26, 0.22, 0.24));
        pen.setColor(Look.PUPIL);
        pen.fill(new Ellipse2D.Double(0.30, 0.27, 0.11, 0.13));
        pen.fill(new Ellipse2D.Double(0.59, 0.27, 0.11, 0.13));
        pen.rotate(-heading * Math.PI / 2, 0.5, 0.5);
    }
}
