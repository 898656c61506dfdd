package org.sed4j.envs.harvest;

/** Who gets a cell that several want, and who may follow whom. */
public enum Collisions {
    /** Players move one after the other in a random order; a cell is taken or free when it is one's turn: Melting Pot. */
    IN_TURN,
    /** All moves are made at once, and a contested cell goes to one drawn at random: SocialJax. */
    AT_ONCE
}
