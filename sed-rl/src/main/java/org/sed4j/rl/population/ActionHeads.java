package org.sed4j.rl.population;

import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Spaces;

/**
 * Where choices are made: every head of every player is a seat, since the choices of heads together would be too many. Seat s
 * is head s % H of player s / H; all heads of a player are paid alike.
 */
final class ActionHeads {
    private final Spaces spaces;
    private final int heads;
    private final int[] first;

    ActionHeads(Spaces spaces) {
        this.spaces = spaces;
        this.heads = spaces.heads();
        this.first = new int[heads];
        for (int h = 1; h < heads; h++) {
            first[h] = first[h - 1] + spaces.actions().get(h - 1);
        }
    }

    /** n · H. */
    int seats() {
        return players() * heads;
    }

    /** H. */
    int heads() {
        return heads;
    }

    /** n. */
    int players() {
        return spaces.players();
    }

    /** K, choices of a player over all heads. */
    int choices() {
        return spaces.choices();
    }

    /** Choices of a head. */
    int size(int head) {
        return spaces.actions().get(head);
    }

    /** Where a head's choices begin among a player's. */
    int first(int head) {
        return first[head];
    }

    /** The head that a choice, counted over all heads, belongs to. */
    int headOf(int choice) {
        int head = heads - 1;
        while (choice < first[head]) {
            head--;
        }
        return head;
    }

    /** Requires that an economy has these players and choices. */
    void require(Spaces other) {
        Require.that(
                other.players() == players() && other.actions().equals(spaces.actions()),
                "players and choices",
                other.players() + ", " + other.actions(),
                "must be " + players() + ", " + spaces.actions() + " as these followers were made for",
                "they were made for another economy");
    }
}
