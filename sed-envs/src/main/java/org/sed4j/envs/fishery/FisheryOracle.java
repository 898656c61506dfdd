package org.sed4j.envs.fishery;

import org.sed4j.core.game.Require;
import org.sed4j.envs.oracle.Oracle;

/**
 * The fishery in closed form. The policy is τ, the tax on a unit landed, returned from the others.
 *
 * <p>At effort E = (r/q) x the stock settles at X = K (1-x), where all together earn p K r x (1-x-z) a unit of time.
 * Players who take the stock as given enter until (p-τ) q X = c: x = 1 - z p / (p-τ). Of n rivals who know their mark on
 * the stock each sets (p-τ)(1 - x - x/n) - z p - τ x/n = 0, the last term because what others hand back shrinks as they
 * land less: x = (p(1-z) - τ) / (p(1+1/n) - τ). The sole owner's x = (1-z)/2 follows from τ = p (1-z)/(1+z) and from (1 -
 * 1/n) times that. With no tax x is 1-z, and (1-z) n/(n+1).
 *
 * <p>Sources: Gordon (1954), Schaefer (1957), Clark and Munro (1975).
 */
public final class FisheryOracle implements Oracle {
    private final FisheryRules rules;
    private final double p;
    private final double z;
    private final double n;
    private final boolean atOnce;

    /** What theory says under these rules. */
    public FisheryOracle(FisheryRules rules) {
        this.rules = rules;
        this.p = rules.price();
        this.z = rules.z();
        this.n = rules.players();
        this.atOnce = rules.adjustment() == Adjustment.AT_ONCE;
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
        return p;
    }

    /** x(τ), total effort in units of r/q. */
    private double use(double tax) {
        if (tax >= p * (1 - z)) {
            return 0;
        }
        return atOnce ? (p * (1 - z) - tax) / (p * (1 + 1 / n) - tax) : 1 - z * p / (p - tax);
    }

    private double useSlope(double tax) {
        if (tax >= p * (1 - z)) {
            return 0;
        }
        double d = p * (1 + 1 / n) - tax;
        return atOnce ? -p * (z + 1 / n) / (d * d) : -z * p / ((p - tax) * (p - tax));
    }

    /** The stock at which a tax lets the sea settle. */
    public double stock(double tax) {
        return rules.capacity() * (1 - use(tax));
    }

    /** E_i. */
    @Override
    public double response(int player, double tax) {
        return rules.growth() / rules.catchability() * use(tax) / n;
    }

    /** What all together earn at x in a round, for each. */
    private double rent(double x) {
        return rules.round() * p * rules.capacity() * rules.growth() * x * (1 - x - z) / n;
    }

    @Override
    public double utility(int player, double tax) {
        return rent(use(tax));
    }

    @Override
    public double slope(int player, double tax) {
        double x = use(tax);
        return rules.round() * p * rules.capacity() * rules.growth() * (1 - 2 * x - z) / n * useSlope(tax);
    }

    @Override
    public double revenue(double tax) {
        double x = use(tax);
        return rules.round() * tax * rules.growth() * rules.capacity() * x * (1 - x);
    }

    @Override
    public double revenueSlope(double tax) {
        double x = use(tax);
        return rules.round() * rules.growth() * rules.capacity() * (x * (1 - x) + tax * (1 - 2 * x) * useSlope(tax));
    }

    @Override
    public double[] kinks() {
        return new double[] {p * (1 - z)};
    }

    @Override
    public double ideal(int voter) {
        return tax(optimalStock());
    }

    @Override
    public double utilitarian() {
        return tax(optimalStock());
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

    /** X* = K (1+z)/2, where the sole owner who does not discount keeps the stock. */
    public double optimalStock() {
        return rules.capacity() * (1 + z) / 2;
    }

    /** All effort together under open access, untaxed: (r/q)(1-z). */
    public double openAccessEffort() {
        return rules.growth() / rules.catchability() * (1 - z);
    }

    /**
     * The stock that an owner with a discount rate keeps:
     * (K/4) [ζ + √(ζ² + 8 z δ/r)], ζ = z + 1 - δ/r. It falls from X* at δ = 0 to zK, open access, at δ = ∞.
     *
     * @param discount δ ≥ 0 a unit of time
     */
    public double stockOfPatience(double discount) {
        Require.within(discount, 0, Double.MAX_VALUE, "discount rate");
        double d = discount / rules.growth();
        double zeta = z + 1 - d;
        double root = Math.sqrt(zeta * zeta + 8 * z * d);
        double sum = zeta >= 0 ? zeta + root : 8 * z * d / (root - zeta); // without cancellation
        return rules.capacity() * sum / 4;
    }

    /**
     * The tax under which the sea settles at a stock; negative if a subsidy is needed.
     *
     * @param stock in (0, K]
     */
    public double tax(double stock) {
        Require.that(
                stock > 0 && stock <= rules.capacity(),
                "stock to be kept",
                stock,
                "must lie in (0, " + rules.capacity() + "]",
                "it was given as a share");
        double left = stock / rules.capacity();
        return atOnce ? p * (1 - z - (1 - left) * (1 + 1 / n)) / left : p - z * p / left;
    }

    /**
     * Among rivals who know their mark, a round's profit lost on the nearest level, which is quadratic in one's own effort;
     * under open access all efforts earn the same.
     */
    @Override
    public double gridLoss(double tax) {
        if (!atOnce) {
            return 0;
        }
        double wanted = response(0, tax);
        double gap = wanted - rules.effort().at(rules.effort().nearest(wanted));
        double curve = (p - tax) * rules.catchability() * rules.catchability() * rules.capacity() / rules.growth();
        return rules.round() * curve * gap * gap;
    }
}
