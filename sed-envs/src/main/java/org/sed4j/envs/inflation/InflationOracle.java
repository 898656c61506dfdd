package org.sed4j.envs.inflation;

import org.sed4j.core.game.Design;
import org.sed4j.core.game.Require;
import org.sed4j.envs.oracle.Oracle;

/**
 * The inflation game in closed form. The policy is λ', the weight on output of the principal that society elects, who then
 * acts with discretion; utilities are {@link Inflation#WELFARE}, judged by society's own λ.
 *
 * <p>Given expectations, π = λ' b (k + b πᵉ) / (1 + λ' b²); expectations that come true give π = λ' b k and y = 0, so V =
 * -½ [(λ' b k)² + λ k²]. Voters best elect λ' = 0, which is commitment's π = 0. Discretion with society's own weight loses
 * 1 + λ b² times what commitment does.
 *
 * <p>Sources: Kydland and Prescott (1977), Barro and Gordon (1983), Rogoff (1985) without shocks.
 */
public final class InflationOracle implements Oracle {
    private final InflationRules rules;
    private final double b;
    private final double k;

    /** What theory says under these rules. */
    public InflationOracle(InflationRules rules) {
        this.rules = rules;
        this.b = rules.response();
        this.k = rules.target();
    }

    @Override
    public int players() {
        return rules.players();
    }

    @Override
    public double low() {
        return 0;
    }

    /** The weight whose discretion leads to the highest inflation in Φ. */
    @Override
    public double high() {
        return rules.expectation().high() / (b * k);
    }

    /** Inflation under a principal with that weight, which is also what players expect: λ' b k. */
    @Override
    public double response(int player, double weight) {
        return weight * b * k;
    }

    @Override
    public Design design(double weight) {
        return Design.of(Math.min(weight * b * k, rules.expectation().high()));
    }

    /** The inflation of a principal with that weight once people expect some: its best response. */
    public double reaction(double weight, double expected) {
        Require.within(weight, 0, Double.MAX_VALUE, "weight on output");
        return weight * b * (k + b * expected) / (1 + weight * b * b);
    }

    /** Inflation under discretion with society's own weight: λ b k. */
    public double discretion() {
        return response(0, rules.weight());
    }

    /** What a player has in a round when inflation comes though another was expected. */
    public double welfare(double inflation, double expected) {
        double gap = b * (inflation - expected) - k;
        return -0.5 * (inflation * inflation + rules.weight() * gap * gap);
    }

    /** How many times commitment's loss discretion's is: 1 + λ b². */
    public double ratio() {
        return 1 + rules.weight() * b * b;
    }

    @Override
    public double utility(int player, double weight) {
        double inflation = response(player, weight);
        return welfare(inflation, inflation);
    }

    @Override
    public double slope(int player, double weight) {
        return -weight * b * k * b * k;
    }

    @Override
    public double revenue(double weight) {
        return 0;
    }

    @Override
    public double revenueSlope(double weight) {
        return 0;
    }

    @Override
    public double utilitarian() {
        return 0;
    }

    @Override
    public double ideal(int voter) {
        return 0;
    }

    @Override
    public double egalitarian() {
        return 0;
    }

    @Override
    public double mix(double eta) {
        return 0;
    }

    @Override
    public double weighted(double... weights) {
        return 0;
    }

    /** Half the squared distance of what comes to the nearest level. */
    @Override
    public double gridLoss(double weight) {
        double wanted = response(0, weight);
        double gap = wanted - rules.expectation().at(rules.expectation().nearest(wanted));
        return 0.5 * gap * gap;
    }
}
