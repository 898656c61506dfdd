package org.sed4j.core.stackelberg;

/** Which of several equilibria followers are taken to play. */
public enum Selection {
    /** The one best for the leader: the strong Stackelberg equilibrium. */
    OPTIMISTIC,
    /** The one worst for the leader: the weak Stackelberg equilibrium, whose value may only be approached. */
    PESSIMISTIC
}
