package org.sed4j.envs.gtb;

/** The causes of chance in a step or a reset, each with a random stream of its own. */
final class Streams {
    static final int BUILD_ORDER = 1;
    static final int WALK_ORDER = 2;
    static final int BONUS = 3;
    static final int WOOD = 4;
    static final int STONE = 5;
    static final int SKILLS = 6;
    static final int RANKS = 7;
    static final int PLACES = 8;
    static final int LAND = 9;

    private Streams() {}
}
