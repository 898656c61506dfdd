package org.sed4j.envs.oracle;

import org.sed4j.core.game.Design;

/**
 * What theory says of an economy that is governed by one number, its policy: how players respond to it, what each then gets,
 * and which policy is best for whom.
 *
 * <p>Defaults are numerical: they work with the n players there are, from {@link #utility} and {@link #slope}. Closed forms
 * override them, and tests hold the two against each other.
 */
public interface Oracle {

    /** n. */
    int players();

    /** The least policy. */
    double low();

    /** The greatest policy. */
    double high();

    /** What player i does when the policy is in force and all respond. */
    double response(int player, double policy);

    /** V_i: what player i gets in a round in which the policy is in force and all respond. */
    double utility(int player, double policy);

    /** dV_i / dpolicy, between {@link #kinks}. */
    double slope(int player, double policy);

    /** What the policy raises in a round, all responding; 0 if it raises nothing. */
    double revenue(double policy);

    /** d revenue / dpolicy, between {@link #kinks}. */
    double revenueSlope(double policy);

    /** Policies at which something bends or jumps, in any order. */
    default double[] kinks() {
        return new double[0];
    }

    /** The most that a player loses, others responding exactly, because its choices are levels. */
    double gridLoss(double policy);

    /** V, n numbers. */
    default double[] utilities(double policy) {
        double[] all = new double[players()];
        for (int i = 0; i < all.length; i++) {
            all[i] = utility(i, policy);
        }
        return all;
    }

    /** dV / dpolicy, n numbers. */
    default double[] slopes(double policy) {
        double[] all = new double[players()];
        for (int i = 0; i < all.length; i++) {
            all[i] = slope(i, policy);
        }
        return all;
    }

    /** What everybody does, n numbers. */
    default double[] responses(double policy) {
        double[] all = new double[players()];
        for (int i = 0; i < all.length; i++) {
            all[i] = response(i, policy);
        }
        return all;
    }

    /** The policy that voter i would have, the least of several. */
    default double ideal(int voter) {
        return Peaks.of(t -> utility(voter, t), t -> slope(voter, t), low(), high(), kinks());
    }

    /** The policies that voters would have, n numbers. */
    default double[] ideals() {
        double[] all = new double[players()];
        for (int i = 0; i < all.length; i++) {
            all[i] = ideal(i);
        }
        return all;
    }

    /** The policy that maximises Σ V_i. */
    default double utilitarian() {
        return Aim.utilitarian().search(this);
    }

    /** The policy that maximises min_i V_i. */
    default double egalitarian() {
        return Aim.egalitarian().search(this);
    }

    /** The policy that maximises (∏ V_i)^(1/n), which is 0 where somebody gets nothing. */
    default double nash() {
        return Aim.nash().search(this);
    }

    /** The policy that raises most. */
    default double highestRevenue() {
        return Aim.revenue().search(this);
    }

    /** The policy that maximises η Σ V_i + (1-η) min_i V_i. */
    default double mix(double eta) {
        return Aim.mix(eta).search(this);
    }

    /** The policy that maximises Σ g_i V_i. */
    default double weighted(double... weights) {
        return Aim.weighted(weights).search(this);
    }

    /** The design in which the policy is in force. */
    default Design design(double policy) {
        return Design.of(policy);
    }

    /** What follows from the best policy for an aim. */
    default Answer best(Aim aim) {
        return at(aim, aim.policy(this));
    }

    /** What follows from a policy, judged by an aim. */
    default Answer at(Aim aim, double policy) {
        return new Answer(
                aim.name(),
                policy,
                design(policy),
                aim.value(this, policy),
                responses(policy),
                utilities(policy),
                revenue(policy));
    }

    /** What follows from the best policy among some, the first of several. */
    default Answer best(Aim aim, Levels among) {
        double best = among.at(0);
        for (double policy : among.values()) {
            best = aim.value(this, policy) > aim.value(this, best) ? policy : best;
        }
        return at(aim, best);
    }

    /** What an aim loses because only some policies may be had: at least 0, up to rounding. */
    default double loss(Aim aim, Levels among) {
        return aim.value(this, aim.policy(this)) - best(aim, among).value();
    }
}
