package org.sed4j.envs.harvest;

/** What a player can do in a step, in the order of the numbers; Melting Pot's eight. */
public enum HarvestAction {
    /** Nothing. */
    NOOP,
    /** One cell ahead; north if moves are absolute. */
    FORWARD,
    /** One cell back, without turning; south if moves are absolute. */
    BACKWARD,
    /** One cell to the left, without turning; west if moves are absolute. */
    STEP_LEFT,
    /** One cell to the right, without turning; east if moves are absolute. */
    STEP_RIGHT,
    /** A quarter turn to the left. */
    TURN_LEFT,
    /** A quarter turn to the right. */
    TURN_RIGHT,
    /** A beam; absent where zapping is off. */
    ZAP;

    static final int NOOP_NUMBER = 0;
    static final int LAST_STEP_NUMBER = 4;
    static final int TURN_LEFT_NUMBER = 5;
    static final int TURN_RIGHT_NUMBER = 6;
    static final int ZAP_NUMBER = 7;

    /** The number in a joint action. */
    @SuppressWarnings("EnumOrdinal") // the order is the number
    public int number() {
        return ordinal();
    }
}
