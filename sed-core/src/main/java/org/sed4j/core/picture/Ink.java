package org.sed4j.core.picture;

import java.util.List;
import java.util.Locale;
import org.sed4j.core.game.Require;

/**
 * What one character of a frame stands for.
 *
 * @param symbol the character
 * @param label what it is, in a word or two: "apple", "player 3"; several symbols may share one
 * @param rgb its colour, 0xRRGGBB
 * @param shape how it is drawn
 * @param heading where it looks, 0 to 3 clockwise from up; 0 where that means nothing
 */
public record Ink(char symbol, String label, int rgb, Shape shape, int heading) {
    private static final List<String> FACINGS = List.of("up", "right", "down", "left");

    public Ink {
        Require.within(rgb, 0, 0xFFFFFF, "colour of " + label);
        Require.within(heading, 0, 3, "heading of " + label);
    }

    /** Where it looks, as a word: "up", "right", "down", "left"; empty unless it is an avatar. */
    public String facing() {
        return shape == Shape.AVATAR ? FACINGS.get(heading) : "";
    }

    /** The colour as "#rrggbb". */
    public String color() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
