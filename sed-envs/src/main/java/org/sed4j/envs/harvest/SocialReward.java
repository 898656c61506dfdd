package org.sed4j.envs.harvest;

/** What the apples of others are worth to a player with social preferences, before it is weighted by 1 - σ. */
public enum SocialReward {
    /** Σ_j a_j over the others in view: paper 002's formula, and the published code before it was switched off (d3f2e06). */
    SUM,
    /** The same divided by how many others are in view; 0 if nobody is. */
    MEAN,
    /** Nothing: the published code as it stands (d9ef0c3). */
    OFF
}
