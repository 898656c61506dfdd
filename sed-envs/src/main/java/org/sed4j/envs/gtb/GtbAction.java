package org.sed4j.envs.gtb;

import org.sed4j.envs.grid.Heading;

/**
 * The numbers of a player's actions: nothing, build, bid and ask for stone, bid and ask for wood at each price, and four moves.
 *
 * <p>With prices 0 to 10 there are 50: 0 nothing, 1 build, 2-12 bid for stone, 13-23 ask for stone, 24-34 bid for wood, 35-45
 * ask for wood, 46 left, 47 right, 48 up, 49 down.
 *
 * @param levels how many prices there are
 */
public record GtbAction(int levels) {
    /** Does nothing, except gather what lies under one's feet. */
    public static final int NOTHING = 0;
    /** Builds a house. */
    public static final int BUILD = 1;

    private static final int FIRST_ORDER = 2;

    /** How many actions there are. */
    public int count() {
        return firstMove() + 4;
    }

    /** A bid or ask, for stone (0) or wood (1), at a price. */
    public int order(int good, boolean ask, int price) {
        return FIRST_ORDER + (2 * good + (ask ? 1 : 0)) * levels + price;
    }

    /** The move to the left; right, up and down follow. */
    public int firstMove() {
        return FIRST_ORDER + 4 * levels;
    }

    /** Whether an action is a bid or an ask. */
    boolean isOrder(int action) {
        return action >= FIRST_ORDER && action < firstMove();
    }

    /** Of an order: 2 · good + 1 if it is an ask. */
    int book(int action) {
        return (action - FIRST_ORDER) / levels;
    }

    /** Of an order: its price. */
    int price(int action) {
        return (action - FIRST_ORDER) % levels;
    }

    /** Where the k-th move leads. */
    static int heading(int k) {
        return switch (k) {
            case 0 -> Heading.WEST;
            case 1 -> Heading.EAST;
            case 2 -> Heading.NORTH;
            default -> Heading.SOUTH;
        };
    }
}
