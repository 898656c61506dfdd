package org.sed4j.envs.cleanup;

/** What a player can do in a step; which of these there are, and in which order, is said by the rules. */
public enum CleanupAction {
    /** Nothing. */
    STAY,
    /** One cell ahead; north if moves are absolute. */
    FORWARD,
    /** One cell to the right, without turning; east if moves are absolute. */
    STEP_RIGHT,
    /** One cell back, without turning; south if moves are absolute. */
    BACKWARD,
    /** One cell to the left, without turning; west if moves are absolute. */
    STEP_LEFT,
    /** A quarter turn to the left. */
    TURN_LEFT,
    /** A quarter turn to the right. */
    TURN_RIGHT,
    /** The beam that cleans. */
    CLEAN,
    /** The beam that removes players. */
    ZAP;

    static final int STEPS_FROM = 1;
    static final int STEPS_TO = 4;
    static final int TURN_LEFT_NUMBER = 5;
    static final int TURN_RIGHT_NUMBER = 6;
    static final int CLEAN_NUMBER = 7;
    static final int ZAP_NUMBER = 8;
}
