package org.sed4j.rl.stackelbergpomdp;

import org.sed4j.core.game.Require;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.noregret.PayoffRange;
import org.sed4j.rl.noregret.Readout;

/**
 * A Stackelberg POMDP: which game, how the followers adapt and for how long, and what the leader is rewarded for.
 *
 * @param game what is led
 * @param kind how followers adapt
 * @param range where followers' payoffs lie; the game's own unless a narrower one is known
 * @param updates T_eq, complete updates of the followers in an episode, at least 1
 * @param rewards T_rw, sub-episodes after them that pay the leader, at least 1
 * @param readout what followers play in those
 * @param critic what a central critic is told besides what the leader sees
 */
public record PomdpRules(
        LeaderGame game,
        FollowerKind kind,
        PayoffRange range,
        int updates,
        int rewards,
        Readout readout,
        CriticView critic) {

    /**
     * Which parts of the state a central critic sees. The published code shows the first two and calls it full.
     *
     * @param phase whether the episode is in its equilibrium phase or in its reward phase, one-hot
     * @param weights what every follower believes, each row over its largest
     * @param types the types of the play under way, one-hot for each follower
     * @param progress the share of updates and of reward sub-episodes that is over
     */
    public record CriticView(boolean phase, boolean weights, boolean types, boolean progress) {
        /** Phase and weights: the published code. */
        public static final CriticView CODE = new CriticView(true, true, false, false);

        /** All of it. */
        public static final CriticView FULL = new CriticView(true, true, true, true);

        /** Nothing but what the leader sees: plain PPO. */
        public static final CriticView NONE = new CriticView(false, false, false, false);
    }

    public PomdpRules {
        Require.atLeast(updates, 1, "complete updates T_eq of the followers");
        Require.atLeast(rewards, 1, "reward sub-episodes T_rw");
    }

    /** These rules with another critic. */
    public PomdpRules seenBy(CriticView view) {
        return new PomdpRules(game, kind, range, updates, rewards, readout, view);
    }

    /** These rules for other lengths. */
    public PomdpRules lasting(int equilibriumUpdates, int rewardEpisodes) {
        return new PomdpRules(game, kind, range, equilibriumUpdates, rewardEpisodes, readout, critic);
    }
}
