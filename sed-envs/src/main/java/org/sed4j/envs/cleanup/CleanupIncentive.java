package org.sed4j.envs.cleanup;

/** To whom an entry of the design is paid. */
public enum CleanupIncentive {
    /** Entry 0 to whoever fired the cleaning beam, 1 to whoever else got an apple, 2 to all others. */
    DEED,
    /** Entry i to player i. */
    PLAYER
}
