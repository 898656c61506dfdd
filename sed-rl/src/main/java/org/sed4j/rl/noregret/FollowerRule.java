package org.sed4j.rl.noregret;

import org.sed4j.core.run.Checkpointed;

/**
 * How one player adapts: a table of one row for each of its types, from which it mixes over its actions.
 *
 * <p>A player has types 0, ..., |T_i|-1 and actions 0, ..., |A_i|-1. Only the row of the type that was drawn learns. Payoffs
 * are gains in [0, 1]: whoever asks rescales them ({@link PayoffRange}).
 *
 * @implSpec state is primitive fields and final arrays of primitives, so that a rule can be a part of a world; no method
 *     allocates
 * @paper 003, section 3.1 (one no-regret algorithm for each type)
 */
public interface FollowerRule extends Checkpointed {

    /** |T_i|. */
    int types();

    /** |A_i|. */
    int actions();

    /** Whether it learns from the payoff of every action it might have played, or of the one it played only. */
    boolean counterfactual();

    /** Forgets everything. */
    void reset();

    /**
     * Goes on as though all gains so far had been {@code factor} times theirs: for a range of payoffs that turns out wider.
     * What counts is by how much actions differ, so this is exact for rules that learn from counterfactuals.
     *
     * @param factor above 0
     */
    void rescale(double factor);

    /**
     * Writes the mixture that it plays now as that type.
     *
     * @param mixture |A_i| probabilities, to be written
     */
    void strategy(int type, double[] mixture);

    /**
     * The action that it holds best as that type, the lowest of several: what followers play in the published code's reward
     * phase.
     */
    int best(int type);

    /**
     * Learns from one update.
     *
     * @param gains what each action gained, in [0, 1]; for a rule that is not {@link #counterfactual} only {@code
     *     gains[played]} is read
     * @param played the action that was drawn
     */
    void learn(int type, double[] gains, int played);

    /**
     * What the rule believes as that type, as numbers in [0, 1] for a critic to read: for weights, each over the row's
     * largest.
     *
     * @param out where |A_i| numbers go
     */
    void show(int type, float[] out, int at);
}
