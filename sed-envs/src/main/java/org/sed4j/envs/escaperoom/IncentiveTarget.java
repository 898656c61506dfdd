package org.sed4j.envs.escaperoom;

/** To whom an entry of the design is paid. */
public enum IncentiveTarget {
    /** Entry k to everyone whose action is k: as many entries as actions, however many players. */
    ACTION,
    /** Entry i to player i: as many entries as players. */
    PLAYER
}
