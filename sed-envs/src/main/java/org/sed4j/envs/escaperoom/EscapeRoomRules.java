package org.sed4j.envs.escaperoom;

import org.sed4j.core.game.Require;
import org.sed4j.envs.incentive.DeedPay;

/**
 * The numbers of ER(n, m).
 *
 * @param players n, at least 2
 * @param lever m in [1, n): how many must choose the lever at the same step to open the door
 * @param horizon steps of an episode, at least 1
 * @param exitReward what leaving by the open door is worth
 * @param moveCost what any other move costs, at least 0
 * @param target to whom an entry of the design is paid
 * @param bound greatest incentive, above 0: Φ = [0, bound]^k
 * @paper 004, section 4.1
 */
public record EscapeRoomRules(
        int players, int lever, int horizon, double exitReward, double moveCost, IncentiveTarget target, double bound) {

    public EscapeRoomRules {
        Require.atLeast(players, 2, "players");
        Require.that(
                lever >= 1 && lever < players,
                "players needed at the lever (m)",
                lever,
                "must lie in [1, " + (players - 1) + "] for " + players + " players",
                "n and m were swapped: somebody must be left to walk through the door");
        Require.atLeast(horizon, 1, "horizon");
        Require.finite(exitReward, "exit reward");
        Require.within(moveCost, 0, Double.MAX_VALUE, "cost of a move");
        DeedPay.checkBound(bound);
    }

    /** ER(n, m) with the paper's numbers: five steps, 10 for leaving, 1 for moving, incentives of up to 2 for an action. */
    public static EscapeRoomRules of(int players, int lever) {
        return new EscapeRoomRules(players, lever, 5, 10, 1, IncentiveTarget.ACTION, 2);
    }

    /** These rules with incentives paid to somebody else. */
    public EscapeRoomRules withTarget(IncentiveTarget other) {
        return new EscapeRoomRules(players, lever, horizon, exitReward, moveCost, other, bound);
    }

    /** These rules with another greatest incentive. */
    public EscapeRoomRules withBound(double other) {
        return new EscapeRoomRules(players, lever, horizon, exitReward, moveCost, target, other);
    }

    /**
     * The designer's best return against players who best-respond, in the limit of small payments: m pull in the first step and
     * are paid their cost, n - m leave.
     */
    public double optimum() {
        return optimumUnpaid() - lever * moveCost;
    }

    /** The greatest sum of rewards, nobody paid: what players who pull of their own accord bring. */
    public double optimumUnpaid() {
        return exitReward * (players - lever) - lever * moveCost;
    }
}
