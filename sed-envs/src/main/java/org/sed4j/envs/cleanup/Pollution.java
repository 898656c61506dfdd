package org.sed4j.envs.cleanup;

import org.sed4j.core.game.Require;

/**
 * How the river gets dirty: at most one clean site a step, all of them alike.
 *
 * @param rate a probability in [0, 1]: of one site a step, or of each site
 * @param each whether sites are tried one after the other in random order, each with that probability, until one succeeds (the
 *     sequential social dilemma code); else one is tried (Melting Pot)
 * @param delay steps of an episode before the first
 * @param stopsAtDepletion whether a river in which no apple grows gets no dirtier
 * @param countsStream whether water that never gets dirty counts in the share of pollution (SocialJax)
 */
public record Pollution(double rate, boolean each, int delay, boolean stopsAtDepletion, boolean countsStream) {
    public Pollution {
        Require.within(rate, 0, 1, "pollution rate");
        Require.atLeast(delay, 0, "steps before pollution begins");
    }
}
