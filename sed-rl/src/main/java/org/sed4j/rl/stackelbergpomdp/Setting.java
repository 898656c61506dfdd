package org.sed4j.rl.stackelbergpomdp;

import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.noregret.MultiplicativeWeights;
import org.sed4j.rl.noregret.Readout;
import org.sed4j.rl.noregret.RegretBound;
import org.sed4j.rl.ppo.PpoSettings;

/**
 * One experiment of paper 003: a game, its exact optimum, and the numbers that the paper and the published code run it with.
 *
 * @param name what it is called on the command line
 * @param about one line
 * @param game what is led
 * @param optimum the most that a leader gets, in the game's units, followers' ties in its favour
 * @param sampled whether followers have types, so that the paper runs them for longer
 * @param unit what the published code divides followers' payoffs by, in the game's units
 * @param queries the published code's equilibrium sub-episodes, each one query
 * @param rewards its reward sub-episodes
 * @param learningRate its learning rate
 * @param rollout steps of its rollouts, counted as it counts
 * @param tuned what was found to learn best
 */
public record Setting(
        String name,
        String about,
        LeaderGame game,
        double optimum,
        boolean sampled,
        double unit,
        int queries,
        int rewards,
        double learningRate,
        int rollout,
        Tuned tuned) {

    /** Where numbers come from. */
    public enum Preset {
        /**
         * The text: T_eq complete updates, 100 or 1000 with types, T_rw 10 or 100, the empirical history as the response, and the
         * ε that makes its regret bound least, since the text has none.
         */
        PAPER,
        /** The published code: T_eq queries, argmax of the weights, ε = 0.01 per largest payoff; SB3's PPO as it is. */
        CODE,
        /** The code's game and followers, and how the leader was found to learn best: see {@link Tuned}. */
        TUNED
    }

    /**
     * How a leader learns best, by trial.
     *
     * <p>An episode has one sampled leader, however long it is, so what counts is the number of episodes: followers with types
     * are run for fewer queries than in the code. λ = 1 credits the first steps of an episode with its end, which 0.95^200
     * forgets.
     *
     * @param queries equilibrium queries of an episode
     * @param rewards reward sub-episodes
     * @param episodes of an iteration
     * @param learningRate of Adam
     * @param traceDecay λ
     */
    public record Tuned(int queries, int rewards, int episodes, double learningRate, double traceDecay) {}

    private static final double CODE_EPSILON = 0.01;

    /** The POMDP under a preset, seen by a critic. */
    public PomdpRules rules(Preset preset, PomdpRules.CriticView critic) {
        if (preset == Preset.PAPER) {
            int updates = sampled ? 1000 : 100;
            double epsilon = Math.min(1, RegretBound.bestEpsilon(mostActions(), updates));
            FollowerKind kind = new FollowerKind.Multiplicative(epsilon);
            int plays = sampled ? 100 : 10;
            return new PomdpRules(game, kind, game.range(), updates, plays, Readout.EMPIRICAL, critic);
        }
        double epsilon = MultiplicativeWeights.rescaled(CODE_EPSILON, unit, game.range());
        FollowerKind kind = new FollowerKind.Multiplicative(epsilon);
        boolean own = preset == Preset.TUNED;
        int each = kind.followers(game.followers()).queriesPerUpdate();
        int updates = Math.max(1, (own ? tuned.queries() : queries) / each);
        int plays = own ? tuned.rewards() : rewards;
        return new PomdpRules(game, kind, game.range(), updates, plays, Readout.ARGMAX, critic);
    }

    private int mostActions() {
        int most = 1;
        for (int i = 0; i < game.followers().players(); i++) {
            most = Math.max(most, game.followers().profiles().size(i));
        }
        return most;
    }

    /** PPO's numbers under a preset: SB3's defaults with γ = 1 and no entropy bonus, as the published code. */
    public PpoSettings learner(Preset preset) {
        double rate = preset == Preset.TUNED ? tuned.learningRate() : learningRate;
        double traceDecay = preset == Preset.TUNED ? tuned.traceDecay() : 0.95;
        return new PpoSettings(
                rate, 1e-5, 1, traceDecay, 0.2, false, 0, 0.5, 0.5, 10, 64, true, Double.POSITIVE_INFINITY);
    }

    /** Where draws of its policy fall under a preset. */
    public LeaderHead.Scale scale(Preset preset) {
        return preset == Preset.TUNED ? LeaderHead.Scale.CENTRED : LeaderHead.Scale.RAW;
    }

    /** Episodes of an iteration under a preset: whole ones, as near to the code's rollouts as they come. */
    public int episodes(Preset preset) {
        if (preset != Preset.CODE) {
            return tuned.episodes();
        }
        return Math.max(1, Math.round((float) rollout / (2 * (queries + rewards) - 1)));
    }
}
