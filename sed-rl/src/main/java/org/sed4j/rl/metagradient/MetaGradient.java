package org.sed4j.rl.metagradient;

import java.util.Arrays;
import java.util.List;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.policygradient.LearnerState;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.Samples;
import org.sed4j.rl.policygradient.Trajectory;

/**
 * The gradient of a designer's objective in the parameters η of its incentive function, through one update of the players:
 * J(η) = L(θ'(η)) - Ψ(η), L = Σ_t w_t Σ_i log π_θ'(â_t^i | ô_t^i) on the validation episode.
 *
 * <p>First-order passes only, for any update of {@code rl.policygradient}:
 *
 * <ol>
 *   <li>incentives and rewards of the recorded episode τ anew at the present η, and from them θ';
 *   <li>v = ∇_θ' L, one backward pass for each learner;
 *   <li>e = ∂θ'/∂r · v, the eligibility traces: tangent passes along v ({@link Population#pullback});
 *   <li>∂R/∂φ · e, ledger by ledger, through {@link Payments};
 *   <li>one backward pass through the incentive function.
 * </ol>
 *
 * <p>Samples of both episodes and the weights w are constants; so is what players see, also where it shows the design.
 *
 * @paper 004, equations 3 to 6
 */
public final class MetaGradient {
    private final IncentiveFunction incentives;
    private final Payments payments;
    private final Population population;
    private final MetaGradRule rule;
    private final Samples decisions;
    private final Reform reform;
    private Context context = Context.NONE;
    private final int n;
    private final int k;

    /** By slot and world: the decision in force, -1 before the first. */
    private final int[] decisionAt;

    /** [decisions, k], as they are enacted. */
    private final double[] designs;
    /** The same as they are asked for. */
    private final double[] asked;

    private final double[] designCotangents;
    private final double[] costCotangents;
    private final double[] rewards;
    private final double[] rewardAdjoints;
    private final float[] ledger;
    private final double[] one;
    private final double[] pay;
    private final double[] free;
    private final double[] lowest;
    private final double[] entry;
    private final double[] ones;

    /**
     * What came of it.
     *
     * @param score L
     * @param cost Ψ, whatever its weight
     * @param scoreGradient ∇_η L
     * @param costGradient ∇_η Ψ
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier: identity equality
    public record Result(double score, double cost, double[] scoreGradient, double[] costGradient) {}

    /** A gradient for players of that population, whatever is enacted. */
    public MetaGradient(IncentiveFunction incentives, Payments payments, Population population, MetaGradRule rule) {
        this(incentives, payments, population, rule, Reform.free());
    }

    /** The same where designs are pulled into what a game admits. */
    MetaGradient(
            IncentiveFunction incentives, Payments payments, Population population, MetaGradRule rule, Reform reform) {
        this.reform = reform;
        this.incentives = incentives;
        this.payments = payments;
        this.population = population;
        this.rule = rule;
        this.n = population.spaces().players();
        this.k = incentives.entries();
        int batch = population.batch();
        int rows = batch * population.slots();
        this.decisions =
                Samples.ofDecisions(population.spaces().principalNumbers().size(), batch, population.slots());
        this.decisionAt = new int[rows];
        this.designs = new double[rows * k];
        this.asked = new double[rows * k];
        this.designCotangents = new double[rows * k];
        this.costCotangents = new double[rows * k];
        this.rewards = new double[rows * n];
        this.rewardAdjoints = new double[rows * n];
        this.ledger = new float[population.spaces().ledger()];
        this.one = new double[k];
        this.pay = new double[n];
        this.free = new double[n];
        this.lowest = new double[k];
        for (int j = 0; j < k; j++) {
            lowest[j] = incentives.low(j);
        }
        this.entry = new double[k];
        this.ones = new double[n];
        Arrays.fill(ones, 1);
    }

    /** What the designer knew beside its view in the episodes τ to come. */
    void in(Context known) {
        context = known;
    }

    /**
     * The states after the players' update of τ with incentives as η gives them: the replica's.
     *
     * @param start the players' states when they learned from τ
     */
    public List<LearnerState> replica(double[] eta, List<LearnerState> start, Trajectory tau) {
        int seen = population.spaces().principalNumbers().size();
        Rows rows = context.after(decisions.take(tau), seen);
        decide(eta, rows, tau);
        repay(tau);
        return population.replica(start, tau, rewards, rule.quirks().sums());
    }

    /**
     * Objective and gradient.
     *
     * @param start the players' states when they learned from τ
     * @param tau the episode they learned from
     * @param validation the episode they played after it
     * @param weights [T · B], w by slot and world of the validation episode
     */
    public Result gradient(
            double[] eta, List<LearnerState> start, Trajectory tau, Trajectory validation, double[] weights) {
        return gradientAt(replica(eta, start, tau), eta, tau, validation, weights);
    }

    /** The same, where the {@link #replica} was asked for last and came to these states. */
    Result gradientAt(List<LearnerState> after, double[] eta, Trajectory tau, Trajectory validation, double[] weights) {
        List<double[]> v = population.parameterArrays();
        double score =
                population.score(after, validation, weights, !rule.quirks().unmixed(), v);
        population.pullback(v, rule.quirks().squaresStandStill(), rewardAdjoints);
        double cost = pullBackToDesigns(tau);
        for (int row = 0; row < decisions.count(); row++) {
            reform.pullback(asked, row * k, tau, decisions.lane(row), designCotangents);
            reform.pullback(asked, row * k, tau, decisions.lane(row), costCotangents);
        }
        double[] scoreGradient = new double[eta.length];
        incentives.pullback(designCotangents, decisions.count(), scoreGradient);
        double[] costGradient = new double[eta.length];
        if (rule.cost() != IncentiveCost.NONE) {
            incentives.pullback(costCotangents, decisions.count(), costGradient);
        }
        return new Result(score, cost, scoreGradient, costGradient);
    }

    /** Designs at η for every decision, and which is in force in which step. */
    private void decide(double[] eta, Rows rows, Trajectory tau) {
        incentives.designs(eta, rows, decisions.count(), asked);
        System.arraycopy(asked, 0, designs, 0, decisions.count() * k);
        for (int row = 0; row < decisions.count(); row++) {
            reform.pull(designs, row * k, tau, decisions.lane(row));
        }
        Arrays.fill(decisionAt, -1);
        for (int row = 0; row < decisions.count(); row++) {
            for (int l = 0; l < decisions.span(row); l++) {
                decisionAt[(decisions.slot(row) + l) * tau.batch() + decisions.lane(row)] = row;
            }
        }
        for (int at = tau.batch(); at < tau.longest() * tau.batch(); at++) {
            if (decisionAt[at] < 0) { // the world began anew: what was in force is
                decisionAt[at] = decisionAt[at - tau.batch()];
            }
        }
    }

    /** Rewards of every step under those designs. */
    private void repay(Trajectory tau) {
        double scale = rule.quirks().replicaScale();
        for (int slot = 0; slot < tau.longest(); slot++) {
            for (int world = 0; world < tau.batch(); world++) {
                if (slot < tau.length(world)) {
                    take(tau, slot, world);
                    payments.rewards(ledger, one, pay);
                    if (scale != 1) {
                        payments.rewards(ledger, lowest, free);
                    }
                    int at = slot * tau.lanes() + world * n;
                    for (int i = 0; i < n; i++) {
                        rewards[at + i] = scale == 1 ? pay[i] : free[i] + scale * (pay[i] - free[i]);
                    }
                }
            }
        }
    }

    /** The ledger of a step and the design for it; before a world's first decision the one that was in force. */
    private int take(Trajectory tau, int slot, int world) {
        tau.ledger(slot, world, ledger);
        int row = decisionAt[slot * tau.batch() + world];
        if (row >= 0) {
            System.arraycopy(designs, row * k, one, 0, k);
        } else {
            for (int j = 0; j < k; j++) {
                one[j] = tau.design(slot, world, j);
            }
        }
        return row;
    }

    /** From adjoints of rewards to cotangents of designs, for score and cost; returns the cost. */
    private double pullBackToDesigns(Trajectory tau) {
        Arrays.fill(designCotangents, 0);
        Arrays.fill(costCotangents, 0);
        double cost = 0;
        for (int slot = 0; slot < tau.longest(); slot++) {
            for (int world = 0; world < tau.batch(); world++) {
                if (slot < tau.length(world)) {
                    int row = take(tau, slot, world);
                    int at = slot * tau.lanes() + world * n;
                    for (int i = 0; i < n; i++) {
                        pay[i] = rule.quirks().replicaScale() * rewardAdjoints[at + i];
                    }
                    if (row >= 0) {
                        pull(pay, 1, row, designCotangents);
                    }
                    cost += Math.pow(rule.discount(), slot) * charge(row, slot);
                }
            }
        }
        return cost;
    }

    private void pull(double[] cotangent, double weight, int row, double[] into) {
        Arrays.fill(entry, 0);
        payments.pullback(ledger, one, cotangent, entry);
        for (int j = 0; j < k; j++) {
            into[row * k + j] += weight * entry[j];
        }
    }

    /** What the step at hand costs, undiscounted; adds its cotangents, discounted, to the decision's. */
    private double charge(int row, int slot) {
        double weight = Math.pow(rule.discount(), slot);
        double cost = 0;
        switch (rule.cost()) {
            case NONE -> {}
            case PAID -> {
                payments.rewards(ledger, one, pay);
                payments.rewards(ledger, lowest, free);
                for (int i = 0; i < n; i++) {
                    cost += pay[i] - free[i];
                }
                if (row >= 0) {
                    pull(ones, weight, row, costCotangents);
                }
            }
            case OUTPUTS -> {
                for (int j = 0; j < k; j++) {
                    cost += (one[j] - lowest[j]) / incentives.width(j);
                    if (row >= 0) {
                        costCotangents[row * k + j] += weight / incentives.width(j);
                    }
                }
            }
        }
        return cost;
    }
}
