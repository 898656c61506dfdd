package org.sed4j.envs.publicgoods;

import org.sed4j.envs.oracle.Oracle;

/**
 * The public-goods game with fines in closed form. The policy is φ, the fine on a unit kept back.
 *
 * <p>A unit given brings its giver r/n and saves the fine: giving all is dominant from φ* = 1 - r/n on, giving nothing
 * below. At φ* itself players are indifferent and taken to give, as the leader would have it. All get r - κ φ from φ* on
 * and (1-φ) - κ φ below, so that the best policy is the least fine that works if r - κ φ* > 1, and none otherwise. Fines
 * raised grow up to φ* without reaching their bound there: the policy of highest revenue is just below.
 */
public final class SanctionsOracle implements Oracle {
    private final SanctionsRules rules;
    private final double kappa;

    /** What theory says under these rules. */
    public SanctionsOracle(SanctionsRules rules) {
        this.rules = rules;
        this.kappa = rules.enforcement();
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
        return 1;
    }

    /** The least fine at which giving is dominant. */
    public double leastFine() {
        return 1 - rules.factor() / rules.players();
    }

    @Override
    public double response(int player, double fine) {
        return fine >= leastFine() ? 1 : 0;
    }

    /** What a player gets in a round who gives that much while each of the others gives {@code theirs}. */
    public double utility(double own, double theirs, double fine) {
        double share = rules.factor() / rules.players();
        return (1 - fine) * (1 - own) + share * (own + (players() - 1) * theirs) - kappa * fine;
    }

    @Override
    public double utility(int player, double fine) {
        return fine >= leastFine() ? rules.factor() - kappa * fine : 1 - fine - kappa * fine;
    }

    @Override
    public double slope(int player, double fine) {
        return fine >= leastFine() ? -kappa : -1 - kappa;
    }

    @Override
    public double revenue(double fine) {
        return fine >= leastFine() ? 0 : players() * fine;
    }

    @Override
    public double revenueSlope(double fine) {
        return fine >= leastFine() ? 0 : players();
    }

    @Override
    public double[] kinks() {
        return new double[] {leastFine()};
    }

    @Override
    public double utilitarian() {
        return rules.factor() - kappa * leastFine() > 1 ? leastFine() : 0;
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

    /** What is lost where all or nothing may not be given. */
    @Override
    public double gridLoss(double fine) {
        double gain = fine - leastFine();
        return gain >= 0
                ? gain * (1 - rules.gift().high())
                : -gain * rules.gift().low();
    }
}
