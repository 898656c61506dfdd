package org.sed4j.envs.harvest;

import org.sed4j.core.game.Require;

/**
 * The beam by which players remove each other for a time.
 *
 * @param allowed whether there is an action for it
 * @param length cells ahead that it reaches
 * @param radius cells to each side
 * @param cooldown steps after a shot in which none is possible; shots are cooldown + 1 steps apart
 * @param away whole steps that one who was struck spends off the map
 * @param cost taken from the shooter's reward for each shot
 * @param penalty taken from the reward of one who is struck, for each beam
 * @param prize added to the shooter's reward for each avatar struck
 */
public record Zap(
        boolean allowed, int length, int radius, int cooldown, int away, double cost, double penalty, double prize) {

    /** No zapping: the seven actions of paper 002's published code. */
    public static final Zap OFF = new Zap(false, 3, 1, 2, 4, 0, 0, 0);

    /** Melting Pot's commons_harvest__open. */
    public static final Zap OPEN = new Zap(true, 3, 1, 2, 4, 0, 0, 0);

    /** Melting Pot's commons_harvest__closed and __partnership. */
    public static final Zap CLOSED = new Zap(true, 4, 1, 1, 100, 0, 0, 0);

    public Zap {
        Require.atLeast(length, 1, "length of the beam");
        Require.within(radius, 0, length, "radius of the beam");
        Require.atLeast(cooldown, 0, "cooldown of the beam");
        Require.atLeast(away, 0, "steps away after being zapped");
        Require.finite(cost, "cost of zapping");
        Require.finite(penalty, "penalty for being zapped");
        Require.finite(prize, "prize for zapping");
    }
}
