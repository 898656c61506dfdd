package org.sed4j.core.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Require;

/**
 * What the characters of a world's frames look like. Immutable.
 *
 * @param inks one for each character, in the order of a legend
 */
public record Palette(List<Ink> inks) {
    public Palette {
        inks = List.copyOf(inks);
        Map<Character, Ink> met = new HashMap<>();
        for (Ink ink : inks) {
            Ink other = met.put(ink.symbol(), ink);
            if (other != null) {
                Require.that(
                        false,
                        "symbol of " + ink.label(),
                        "'" + ink.symbol() + "'",
                        "must differ from that of " + other.label(),
                        "two things were given one character");
            }
        }
    }

    /**
     * The ink of a character.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Ink of(char symbol) {
        for (Ink ink : inks) {
            if (ink.symbol() == symbol) {
                return ink;
            }
        }
        throw new IllegalArgumentException(
                "symbol ('" + symbol + "') must be one of the palette's.\nMaybe the frame is of another world.");
    }
}
