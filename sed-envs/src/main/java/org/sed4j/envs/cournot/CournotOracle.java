package org.sed4j.envs.cournot;

import org.sed4j.core.game.Require;
import org.sed4j.envs.oracle.Oracle;

/**
 * The market in closed form. The policy is τ, the tax on a unit; utilities are {@link Cournot#SURPLUS}, what voters have of
 * it.
 *
 * <p>Firm i's first-order condition a - bQ - c - τ - b q_i = 0 gives q = (a-c-τ) / ((n+1) b). All together have (a-c) Q - b
 * Q²/2, greatest at Q = (a-c)/b, which is the quantity at τ = -(a-c)/n. Revenue τ n q is greatest at τ = (a-c)/2. Untaxed,
 * 1/(n+1)² of the greatest surplus is lost. A leader whose n-1 followers answer with (a-c-b q_1)/(n b) each chooses
 * (a-c)/(2b).
 */
public final class CournotOracle implements Oracle {
    private final CournotRules rules;
    private final double n;
    private final double margin;
    private final double b;

    /** What theory says under these rules. */
    public CournotOracle(CournotRules rules) {
        this.rules = rules;
        this.n = rules.players();
        this.margin = rules.margin();
        this.b = rules.steepness();
    }

    @Override
    public int players() {
        return rules.players();
    }

    @Override
    public double low() {
        return -margin;
    }

    @Override
    public double high() {
        return margin;
    }

    /** What each firm produces. */
    @Override
    public double response(int player, double tax) {
        return (margin - tax) / ((n + 1) * b);
    }

    /** What a firm earns in a round. */
    public double profit(double tax) {
        double q = response(0, tax);
        return b * q * q;
    }

    @Override
    public double utility(int player, double tax) {
        double all = n * response(player, tax);
        return (margin * all - b * all * all / 2) / n;
    }

    @Override
    public double slope(int player, double tax) {
        return -(margin - b * n * response(player, tax)) / ((n + 1) * b);
    }

    @Override
    public double revenue(double tax) {
        return tax * n * response(0, tax);
    }

    @Override
    public double revenueSlope(double tax) {
        return n * (margin - 2 * tax) / ((n + 1) * b);
    }

    /** The subsidy, as a negative tax, under which rivals produce what competition would. */
    @Override
    public double utilitarian() {
        return -margin / n;
    }

    @Override
    public double ideal(int voter) {
        return utilitarian();
    }

    @Override
    public double egalitarian() {
        return utilitarian();
    }

    @Override
    public double nash() {
        return utilitarian();
    }

    @Override
    public double mix(double eta) {
        return utilitarian();
    }

    @Override
    public double weighted(double... weights) {
        return utilitarian();
    }

    @Override
    public double highestRevenue() {
        return margin / 2;
    }

    /** The share of the greatest surplus that is lost untaxed. */
    public double loss() {
        return 1 / ((n + 1) * (n + 1));
    }

    /** What a leader chooses before the others. */
    public double leader() {
        return margin / (2 * b);
    }

    /**
     * What each of the others answers a leader.
     *
     * @param quantity of the leader, at least 0
     */
    public double follower(double quantity) {
        Require.within(quantity, 0, Double.MAX_VALUE, "quantity of the leader");
        return Math.max(0, margin - b * quantity) / (n * b);
    }

    /** A round's profit lost on the nearest level: b times its distance squared. */
    @Override
    public double gridLoss(double tax) {
        double wanted = response(0, tax);
        double gap = wanted - rules.quantity().at(rules.quantity().nearest(wanted));
        return b * gap * gap;
    }
}
