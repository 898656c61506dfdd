package org.sed4j.envs.escaperoom;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Ink;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.picture.Shape;
import org.sed4j.envs.render.PlayerInks;

/** How Escape Room becomes frames: the door above, the lever below, a column for each player, who shows its last digit. */
public final class EscapeRoomPictures {
    private static final char OPEN = 'o';
    private static final char SHUT = 'd';
    private static final char START = ' ';
    private static final char LEVER = 'l';

    private EscapeRoomPictures() {}

    /** What the frames of a world with that many players look like. */
    public static Palette palette(int players) {
        List<Ink> inks = new ArrayList<>();
        inks.add(new Ink(OPEN, "door, open", 0x9BD37A, Shape.GROUND, 0));
        inks.add(new Ink(SHUT, "door, shut", 0x8B8F98, Shape.GROUND, 0));
        inks.add(new Ink(START, "start", 0xEFE6D5, Shape.GROUND, 0));
        inks.add(new Ink(LEVER, "lever", 0xD9A86C, Shape.GROUND, 0));
        inks.addAll(PlayerInks.plain(players));
        return new Palette(inks);
    }

    /** The world as it is, for people. */
    public static Frame frame(EscapeRoom world, String caption) {
        int n = world.rules().players();
        int pulling = 0;
        for (int i = 0; i < n; i++) {
            pulling += world.place(i) == EscapeRoom.LEVER ? 1 : 0;
        }
        char door = pulling >= world.rules().lever() ? OPEN : SHUT;
        char[] ground = {door, START, LEVER};
        int[] places = {EscapeRoom.DOOR, EscapeRoom.START, EscapeRoom.LEVER};
        StringBuilder cells = new StringBuilder(places.length * n);
        for (int row = 0; row < places.length; row++) {
            for (int i = 0; i < n; i++) {
                cells.append(world.place(i) == places[row] ? PlayerInks.symbol(i) : ground[row]);
            }
        }
        return new Frame(places.length, n, cells.toString(), caption);
    }
}
