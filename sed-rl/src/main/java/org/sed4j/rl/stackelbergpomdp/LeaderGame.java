package org.sed4j.rl.stackelbergpomdp;

import java.util.List;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.rl.noregret.PayoffRange;

/**
 * A Stackelberg game whose leader commits to a policy: followers of some types choose actions, the leader then makes one or
 * several moves by what it sees, and everybody is paid.
 *
 * <p>A play is a function of types, actions and the leader's moves; chance is in the types alone. So the game that a policy
 * induces among the followers can be written down exactly ({@link Verdict}), and counterfactual plays may be asked for in any
 * order. Where a play stands is {@link #memory} numbers, held by whoever plays.
 *
 * <p>Axes: n followers; player 0 is the leader, players 1, ..., n the followers.
 *
 * @implSpec a record whose arrays are never written; methods that play do not allocate
 * @paper 003, sections 2 and 5
 */
public interface LeaderGame {

    /** The followers: types, prior and actions. Its payoffs mean nothing. */
    BayesianGame followers();

    /** What the leader may do at a move. */
    LeaderSpace space();

    /** What the leader sees at a move, named. */
    List<String> sees();

    /** Where followers' payoffs lie, whatever the leader does. */
    PayoffRange range();

    /** What the leader's payoff is divided by to reward learning; results are in the game's own units. */
    double leaderUnit();

    /** How many numbers say where a play stands. */
    int memory();

    /** Begins a play. */
    void begin(int types, int profile, double[] memory);

    /** Writes what the leader sees, from index 0. */
    void observe(double[] memory, float[] out);

    /**
     * Makes the leader's move.
     *
     * @param action a design of {@link #space}
     * @return whether the play is over
     */
    boolean move(float[] action, double[] memory);

    /** What a player got, once the play is over; the leader is player 0. */
    double payoff(int player, double[] memory);
}
