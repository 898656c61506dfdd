package org.sed4j.examples.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * What a line of a figure is drawn with: no two of 28 have both colour and dashes in common.
 *
 * @param rgb the colour, 0xRRGGBB
 * @param dashes lengths on and off; none for a solid line
 */
record Pen(int rgb, List<Float> dashes) {
    /** Okabe and Ito's palette, which people with colour-blindness can tell apart: seven of it, black last. */
    private static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000};

    private static final List<List<Float>> DASHES =
            List.of(List.of(), List.of(8f, 4f), List.of(2f, 3f), List.of(10f, 3f, 2f, 3f));
    private static final float WIDTH = 2;
    private static final float MITRE = 10;
    private static final int BAND_ALPHA = 45;

    /** The pen of the line of that number: neighbours differ in both, and each turn of the colours shifts the dashes. */
    static Pen of(int line) {
        int colour = line % COLOURS.length;
        return new Pen(COLOURS[colour], DASHES.get((colour + line / COLOURS.length) % DASHES.size()));
    }

    Color colour() {
        return new Color(rgb);
    }

    /** The colour of an area that others show through. */
    Color pale() {
        Color colour = colour();
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA);
    }

    BasicStroke stroke() {
        if (dashes.isEmpty()) {
            return new BasicStroke(WIDTH);
        }
        float[] lengths = new float[dashes.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dashes.get(i);
        }
        return new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, MITRE, lengths, 0);
    }
}
