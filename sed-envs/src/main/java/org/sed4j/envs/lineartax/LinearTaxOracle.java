package org.sed4j.envs.lineartax;

import java.util.Arrays;
import org.sed4j.core.game.Require;
import org.sed4j.envs.oracle.Oracle;

/**
 * The linear income tax in closed form, for the n players there are.
 *
 * <p>With s_i = w_i^(1+e), labour l_i = ((1-t) w_i)^e maximises (1-t) w_i l - l^(1+1/e)/(1+1/e) whatever others do, so
 * <pre>
 *   y_i = s_i (1-t)^e,   V_i = (1-t)^(1+e) s_i / (1+e) + t (1-t)^e m_i,   m_i = mean_{j≠i} s_j
 * </pre>
 * Σ g_i V_i is single-peaked in t at (M-A)/(M-A+eM), A = Σ g_i s_i, M = Σ g_i m_i, or at 0 if A ≥ M: every voter's ideal,
 * the lobby's and the utilitarian choice are this with their weights. V_i is s_i (1-t)^e ((1-t)/(1+e) - t/(n-1)) plus
 * something common, so the least skilled are worst off up to t_0 = (n-1)/(n+e) and the most skilled beyond; there all are
 * equal.
 *
 * <p>Sources: Romer (1975), Roberts (1977), Meltzer and Richard (1981); Grossman and Helpman (1994) for the lobby.
 */
public final class LinearTaxOracle implements Oracle {
    private final LinearTaxRules rules;
    private final double e;
    private final double[] skills;
    private final double[] s;
    private final double sum;
    private final double least;
    private final double greatest;

    /** What theory says under these rules. */
    public LinearTaxOracle(LinearTaxRules rules) {
        this.rules = rules;
        this.e = rules.elasticity();
        this.skills = rules.skills();
        this.s = rules.earnings();
        this.sum = Arrays.stream(s).sum();
        this.least = Arrays.stream(s).min().orElseThrow();
        this.greatest = Arrays.stream(s).max().orElseThrow();
    }

    @Override
    public int players() {
        return s.length;
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double high() {
        return 1;
    }

    private double others(double own) {
        return (sum - own) / (s.length - 1);
    }

    /** Labour l_i. */
    @Override
    public double response(int player, double t) {
        return Math.pow((1 - t) * skills[player], e);
    }

    @Override
    public double utility(int player, double t) {
        return utilities(t, s[player])[0];
    }

    @Override
    public double[] utilities(double t) {
        return utilities(t, s);
    }

    private double[] utilities(double t, double... owners) {
        double kept = Math.pow(1 - t, e);
        double[] all = new double[owners.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = kept * ((1 - t) * owners[i] / (1 + e) + t * others(owners[i]));
        }
        return all;
    }

    @Override
    public double slope(int player, double t) {
        return slopes(t, s[player])[0];
    }

    @Override
    public double[] slopes(double t) {
        return slopes(t, s);
    }

    private double[] slopes(double t, double... owners) {
        double kept = Math.pow(1 - t, e - 1);
        double[] all = new double[owners.length];
        for (int i = 0; i < all.length; i++) {
            double m = others(owners[i]);
            all[i] = kept * ((1 - t) * (m - owners[i]) - e * t * m);
        }
        return all;
    }

    @Override
    public double revenue(double t) {
        return t * Math.pow(1 - t, e) * sum;
    }

    @Override
    public double revenueSlope(double t) {
        return Math.pow(1 - t, e - 1) * (1 - t - e * t) * sum;
    }

    /** The rate at which all are equally well off, (n-1)/(n+e). */
    public double equalising() {
        return (s.length - 1) / (s.length + e);
    }

    @Override
    public double[] kinks() {
        return new double[] {equalising()};
    }

    /** The peak of a weighted sum of utilities from Σ g_i s_i and Σ g_i m_i. */
    private double peak(double own, double rebates) {
        double gain = rebates - own;
        return gain > 0 ? gain / (gain + e * rebates) : 0;
    }

    @Override
    public double ideal(int voter) {
        return peak(s[voter], others(s[voter]));
    }

    /** The ideal of the voter in the middle; for an even number that of the lower of the two in the middle. */
    public double median() {
        double[] ideals = ideals();
        Arrays.sort(ideals);
        return ideals[(ideals.length - 1) / 2];
    }

    @Override
    public double utilitarian() {
        return 0;
    }

    @Override
    public double egalitarian() {
        double poor = peak(least, others(least));
        double rich = peak(greatest, others(greatest));
        return Math.max(rich, Math.min(poor, equalising()));
    }

    @Override
    public double highestRevenue() {
        return 1 / (1 + e);
    }

    @Override
    public double mix(double eta) {
        double meet = equalising();
        double below = Math.min(meet, mixed(eta, least));
        double above = Math.max(meet, mixed(eta, greatest));
        return mixValue(eta, above) > mixValue(eta, below) ? above : below;
    }

    private double mixed(double eta, double worst) {
        return peak(eta * sum + (1 - eta) * worst, eta * sum + (1 - eta) * others(worst));
    }

    private double mixValue(double eta, double t) {
        double[] ends = utilities(t, least, greatest);
        double total = Math.pow(1 - t, e) * sum * ((1 - t) / (1 + e) + t);
        return eta * total + (1 - eta) * Math.min(ends[0], ends[1]);
    }

    @Override
    public double weighted(double... g) {
        Require.that(
                g.length == s.length,
                "weights",
                g.length,
                "must be one for each of " + s.length + " players",
                "the principal was given one as well");
        double own = 0;
        double rebates = 0;
        for (int i = 0; i < g.length; i++) {
            own += g[i] * s[i];
            rebates += g[i] * others(s[i]);
        }
        return peak(own, rebates);
    }

    /**
     * The rate of a principal that maximises contributions of a lobby plus {@code welfare} times Σ V, members contributing
     * truthfully: they weigh 1 + welfare and others welfare.
     *
     * @param member who belongs to the lobby
     * @param welfare a ≥ 0
     */
    public double lobby(boolean[] member, double welfare) {
        Require.within(welfare, 0, Double.MAX_VALUE, "weight on welfare");
        double[] g = new double[member.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = welfare + (member[i] ? 1 : 0);
        }
        return weighted(g);
    }

    /** The level of effort that players on a grid choose, the same for all: the lowest of the best. */
    public int effort(double t) {
        int best = 0;
        for (int k = 1; k < rules.effort().count(); k++) {
            best = gain(t, rules.effort().at(k)) > gain(t, rules.effort().at(best)) ? k : best;
        }
        return best;
    }

    /** What effort x brings net of tax and pain, for s = 1. */
    private double gain(double t, double x) {
        return (1 - t) * Math.pow(x, e) - Math.pow(x, 1 + e) * e / (1 + e);
    }

    /** What players get who best-respond on their grid, n numbers. */
    public double[] utilitiesOnGrid(double t) {
        double x = rules.effort().at(effort(t));
        double output = Math.pow(x, e);
        double[] all = new double[s.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = s[i] * gain(t, x) + t * output * others(s[i]);
        }
        return all;
    }

    @Override
    public double gridLoss(double t) {
        return greatest * (gain(t, 1 - t) - gain(t, rules.effort().at(effort(t))));
    }
}
