package org.sed4j.envs.render;

import java.awt.Color;

/** The colours that pictures of every world share. */
final class Look {
    static final Color SAND = new Color(0xEFE6D5);
    static final Color GRASS = new Color(0xB9D48B);
    static final Color STALK = new Color(0x6B4A2F);
    static final Color LEAF = new Color(0x4E8F3A);
    static final Color PUPIL = new Color(0x26262B);

    private Look() {}

    /** Darker: each channel times a factor in [0, 1]. */
    static Color shade(Color color, double factor) {
        return new Color(
                (int) (color.getRed() * factor), (int) (color.getGreen() * factor), (int) (color.getBlue() * factor));
    }

    /** Lighter: a share in [0, 1] of the way to white. */
    static Color tint(Color color, double share) {
        return new Color(
                (int) (color.getRed() + (255 - color.getRed()) * share),
                (int) (color.getGreen() + (255 - color.getGreen()) * share),
                (int) (color.getBlue() + (255 - color.getBlue()) * share));
    }
}
