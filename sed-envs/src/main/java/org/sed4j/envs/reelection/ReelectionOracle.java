package org.sed4j.envs.reelection;

import org.sed4j.envs.oracle.Oracle;

/**
 * The re-election game in its stationary form. The policy is R, the most that voters forgive: they keep who took at most R.
 *
 * <p>An office holder that takes R for ever has (R + V_o)/(1-δ), one that takes all at once r̄ + V_o. It holds back if R ≥
 * R* = max(0, (1-δ) r̄ - δ V_o), at R* being taken to; below, it takes r̄ and goes. Voters share r̄ - R a term in the first
 * case and nothing in the second: R* is their best. Utilities and revenue are a term's.
 *
 * <p>Sources: Barro (1973), Ferejohn (1986); the literature's variants differ in when office is enjoyed, here in every term
 * served.
 */
public final class ReelectionOracle implements Oracle {
    private final ReelectionRules rules;

    /** What theory says under these rules. */
    public ReelectionOracle(ReelectionRules rules) {
        this.rules = rules;
    }

    @Override
    public int players() {
        return rules.players();
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double high() {
        return rules.most();
    }

    /** R*, what voters must forgive at the least. */
    public double leastForgiven() {
        return Math.max(0, (1 - rules.discount()) * rules.most() - rules.discount() * rules.office());
    }

    /**
     * What the office holder has in all from taking that much a term while it is kept, kept for ever if {@code forgiven}.
     */
    public double career(double taking, boolean forgiven) {
        return (taking + rules.office()) / (forgiven ? 1 - rules.discount() : 1);
    }

    /** What the office holder takes a term where R is forgiven. */
    public double taking(double forgiven) {
        return forgiven >= leastForgiven() ? forgiven : rules.most();
    }

    /** The vote on who took what is forgiven, for keeping. */
    @Override
    public double response(int player, double forgiven) {
        return taking(forgiven) <= forgiven ? Reelection.KEEP : Reelection.OUST;
    }

    @Override
    public double utility(int player, double forgiven) {
        return (rules.most() - taking(forgiven)) / rules.players();
    }

    @Override
    public double slope(int player, double forgiven) {
        return forgiven >= leastForgiven() ? -1.0 / rules.players() : 0;
    }

    @Override
    public double revenue(double forgiven) {
        return taking(forgiven);
    }

    @Override
    public double revenueSlope(double forgiven) {
        return forgiven >= leastForgiven() ? 1 : 0;
    }

    @Override
    public double[] kinks() {
        return new double[] {leastForgiven()};
    }

    @Override
    public double utilitarian() {
        return leastForgiven();
    }

    @Override
    public double ideal(int voter) {
        return leastForgiven();
    }

    @Override
    public double egalitarian() {
        return leastForgiven();
    }

    @Override
    public double nash() {
        return leastForgiven();
    }

    @Override
    public double mix(double eta) {
        return leastForgiven();
    }

    @Override
    public double weighted(double... weights) {
        return leastForgiven();
    }

    /** Nothing: votes are two, and both are levels. */
    @Override
    public double gridLoss(double forgiven) {
        return 0;
    }
}
