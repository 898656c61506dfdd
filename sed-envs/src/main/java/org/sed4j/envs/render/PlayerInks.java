package org.sed4j.envs.render;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.picture.Ink;
import org.sed4j.core.picture.Shape;

/**
 * How players look in frames: each shows the last digit of its number, in that digit's colour.
 *
 * <p>Where headings matter a digit is plain heading north, in a circle east, in brackets south, with a full stop west.
 */
public final class PlayerInks {
    private static final int DIGITS = 10;
    private static final int HEADINGS = 4;
    /** Told apart with and without red and green; none close to an apple or to grass. */
    private static final int[] COLOURS = {
        0x2F6FDE, 0xF2A541, 0x8A4FBF, 0x17A2A2, 0xE26DB0, 0x5B6470, 0x7FC4F0, 0xA8743C, 0xF2D64B, 0x3B3B98
    };

    private PlayerInks() {}

    /** The inks of that many players in a world without headings, one for each digit they have. */
    public static List<Ink> plain(int players) {
        return inks(players, 1);
    }

    /** The inks of that many players with headings, four for each digit they have. */
    public static List<Ink> heading(int players) {
        return inks(players, HEADINGS);
    }

    private static List<Ink> inks(int players, int headings) {
        List<Ink> inks = new ArrayList<>();
        for (int i = 0; i < Math.min(players, DIGITS); i++) {
            String label = players > DIGITS ? "players with last digit " + i : "player " + i;
            for (int heading = 0; heading < headings; heading++) {
                inks.add(new Ink(symbol(i, heading), label, COLOURS[i], Shape.AVATAR, heading));
            }
        }
        return inks;
    }

    /** The digit that stands for a player. */
    public static int digit(int player) {
        return player % DIGITS;
    }

    /** The character of a player that heads nowhere. */
    public static char symbol(int player) {
        return symbol(player, 0);
    }

    /** The character of a player with that heading, 0 to 3 clockwise from north. */
    public static char symbol(int player, int heading) {
        int circled = 0x2460 + (digit(player) + 9) % 10; // Unicode's enclosed numbers begin at 1, so 0 stands for 10
        return heading == 0 ? (char) ('0' + digit(player)) : (char) (circled + 20 * (heading - 1));
    }
}
