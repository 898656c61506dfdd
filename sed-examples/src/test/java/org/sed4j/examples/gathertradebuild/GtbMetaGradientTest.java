package org.sed4j.examples.gathertradebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbMaps;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.gtb.Placing;
import org.sed4j.envs.gtb.Preferences;
import org.sed4j.envs.gtb.Seeing;
import org.sed4j.envs.tax.Brackets;
import org.sed4j.rl.metagradient.IncentiveFunction;
import org.sed4j.rl.metagradient.IncentiveGovernment;
import org.sed4j.rl.metagradient.MetaGradRule;
import org.sed4j.rl.metagradient.MetaGradient;
import org.sed4j.rl.metagradient.Payments;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.Episodes;
import org.sed4j.rl.policygradient.LearnerState;
import org.sed4j.rl.policygradient.LearningRule;
import org.sed4j.rl.policygradient.PlayerDesign;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.Trajectory;
import org.sed4j.rl.policygradient.ValueRule;

/**
 * The tax planner's meta-gradient on a small Gather-Trade-Build against central differences of its whole objective, J(η) =
 * L(θ'(η)): rates by tax period, players who share parameters and learn by PPO, both episodes frozen, doubles throughout.
 */
class GtbMetaGradientTest {
    /** What the issue asks for. */
    private static final double TOLERANCE = 1e-6;

    private static final double H = 1e-5;
    private static final Seed SEED = Seed.of(7);
    private static final int WORLDS = 2;
    private static final int PLAYERS = 3;
    private static final int STEPS = 30;
    private static final int PERIOD = 6;
    private static final List<Double> CUTS = List.of(0.0, 5.0, 10.0, Double.POSITIVE_INFINITY);
    private static final int RATES = CUTS.size() - 1;

    /** Where random walkers soon have what a house takes. */
    private static GtbRules rules() {
        return GtbRules.preset("15x15").toBuilder()
                .map(GtbMaps.parse("crowded", "WSWSW;.....;SWSWS;.....;WSWSW"))
                .players(PLAYERS)
                .placing(Placing.RANDOM)
                .episode(STEPS)
                .period(PERIOD)
                .brackets(Brackets.open(0, 5, 10))
                .seeing(new Seeing(1, false))
                .build();
    }

    private final Payments exact = new ExactBill();
    private final GtbRules rules = rules();
    private final Population population;
    private final IncentiveFunction incentives;
    private final Payments settled;
    private final Trajectory tau;
    private final Trajectory validation;
    private final List<LearnerState> start;
    private final double[] weights;

    GtbMetaGradientTest() {
        try (Pomg economy = Worlds.of(GatherTradeBuild.maker(rules))
                .batch(WORLDS)
                .seed(SEED)
                .build()) {
            economy.reset();
            Spaces spaces = economy.spaces();
            population = players(spaces);
            Inputs seen = Inputs.ofNumbers(spaces.principalNumbers().size());
            incentives = new IncentiveFunction(
                    spaces,
                    new Layers(Architectures.mlp(seen, List.of(4), Activation.TANH, RATES, 1)),
                    WORLDS * STEPS,
                    SEED.named("rates"));
            settled = Payments.of(economy);
            tau = population.trajectory();
            validation = population.trajectory();
            incentives.become(incentives.initial());
            Government<Pomg> government = new IncentiveGovernment(incentives, spaces);
            Episodes episodes = new Episodes(economy, population, SEED.named("acts"));
            for (int i = 0; i < 3; i++) {
                episodes.play(government, 0.1, tau);
                population.become(population.updated(population.states(), tau, Population.paid(tau)));
            }
            episodes.play(government, 0.1, tau);
            start = population.states();
            population.become(population.updated(start, tau, Population.paid(tau)));
            episodes.play(government, 0.1, validation);
        }
        weights = new double[WORLDS * STEPS];
        Rng rng = SEED.named("weights").rng();
        Arrays.setAll(weights, at -> rng.gaussian());
    }

    private static Population players(Spaces spaces) {
        Inputs inputs = new Inputs(spaces.codes(), spaces.numbers().size());
        LearningRule rule = LearningRule.actorCritic(
                        StepRule.adam(0.01), ValueRule.of(StepRule.adam(0.01), 0.1), 0.99, 0.98, 0.02)
                .clipped(2, 0.2)
                .normalised();
        PlayerDesign design = new PlayerDesign(
                new Layers(Architectures.mlp(inputs, List.of(5), Activation.TANH, spaces.choices(), 1)),
                Optional.of(new Layers(Architectures.mlp(inputs, List.of(5), Activation.TANH, 1, 1))),
                rule);
        return Population.shared(spaces, WORLDS, STEPS, design, SEED.named("players"));
    }

    private MetaGradient gradient(Payments payments) {
        return new MetaGradient(incentives, payments, population, MetaGradRule.of(StepRule.adam(1e-3), 0.99));
    }

    @Test
    void gradient_isThatOfTheWholeObjective() {
        MetaGradient gradient = gradient(exact);
        double[] eta = incentives.initial();
        double[] found = gradient.gradient(eta, start, tau, validation, weights).scoreGradient();
        double[] differences = new double[eta.length];
        for (int i = 0; i < eta.length; i++) {
            double[] moved = eta.clone();
            moved[i] += H;
            double ahead = score(gradient, moved);
            moved[i] -= 2 * H;
            differences[i] = (ahead - score(gradient, moved)) / (2 * H);
        }
        assertThat(length(found)).as("somebody was taxed").isGreaterThan(1e-6);
        assertThat(distance(differences, found) / length(differences)).isLessThan(TOLERANCE);
    }

    private double score(MetaGradient gradient, double[] eta) {
        List<LearnerState> after = gradient.replica(eta, start, tau);
        return population.score(after, validation, weights, true, population.parameterArrays());
    }

    /** Settled in floats, as the economy pays, the gradient is the same to the precision of floats. */
    @Test
    void settlementInFloats_hasTheSameGradient() {
        double[] eta = incentives.initial();
        double[] inDoubles =
                gradient(exact).gradient(eta, start, tau, validation, weights).scoreGradient();
        double[] inFloats =
                gradient(settled).gradient(eta, start, tau, validation, weights).scoreGradient();
        assertThat(distance(inDoubles, inFloats) / length(inDoubles)).isLessThan(1e-3);
    }

    /** At the η in force the replica is the update that players really made, bit for bit. */
    @Test
    void replica_isThePlayersUpdate() {
        List<LearnerState> replica = gradient(settled).replica(incentives.initial(), start, tau);
        assertThat(replica.get(0).policy()).isEqualTo(population.states().get(0).policy());
    }

    /** The formula of the bill, written a second time, pays what the economy paid. */
    @Test
    void exactBill_isTheEconomys() {
        float[] ledger = new float[tau.spaces().ledger()];
        double[] rates = new double[RATES];
        double[] pay = new double[PLAYERS];
        int taxed = 0;
        for (int slot = 0; slot < STEPS; slot++) {
            for (int b = 0; b < WORLDS; b++) {
                tau.ledger(slot, b, ledger);
                for (int j = 0; j < RATES; j++) {
                    rates[j] = tau.design(slot, b, j);
                }
                exact.rewards(ledger, rates, pay);
                for (int i = 0; i < PLAYERS; i++) {
                    assertThat(pay[i]).isCloseTo(tau.reward(slot, b * PLAYERS + i), within(2e-5)); // floats of 50 coin
                    taxed += ledger[i] > 0 ? 1 : 0;
                }
            }
        }
        assertThat(taxed).as("incomes that were taxed").isGreaterThan(5);
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.sqrt(sum);
    }

    private static double length(double[] x) {
        return distance(x, new double[x.length]);
    }

    /** r_i = U(C_i - t_i + Σ t / n) - U(C'_i) - c_i with t_i = min(T(z_i), p_i) (fact sheet on MetaGrad, section 4). */
    private static final class ExactBill implements Payments {
        private static final double ETA = Preferences.PAPER.eta();

        private static double utility(double coin) {
            return (Math.pow(coin, 1 - ETA) - 1) / (1 - ETA);
        }

        private static double slice(double income, int b) {
            return Math.max(0, Math.min(income, CUTS.get(b + 1)) - CUTS.get(b));
        }

        private static double due(float[] ledger, double[] rates, int i) {
            double tax = 0;
            for (int b = 0; b < RATES; b++) {
                tax += rates[b] * slice(ledger[i], b);
            }
            return tax;
        }

        private static double[] coin(float[] ledger, double[] rates) {
            double[] coin = new double[PLAYERS];
            double share = 0;
            for (int i = 0; i < PLAYERS; i++) {
                double paid = Math.max(0, Math.min(due(ledger, rates, i), ledger[PLAYERS + i]));
                coin[i] = ledger[2 * PLAYERS + i] - paid;
                share += paid / PLAYERS;
            }
            for (int i = 0; i < PLAYERS; i++) {
                coin[i] += share;
            }
            return coin;
        }

        @Override
        public void rewards(float[] ledger, double[] rates, double[] out) {
            double[] coin = coin(ledger, rates);
            for (int i = 0; i < PLAYERS; i++) {
                out[i] = utility(coin[i]) - utility(ledger[3 * PLAYERS + i]) - ledger[4 * PLAYERS + i];
            }
        }

        @Override
        public void pullback(float[] ledger, double[] rates, double[] cotangent, double[] gradient) {
            double[] coin = coin(ledger, rates);
            double[] worth = new double[PLAYERS];
            double mean = 0;
            for (int i = 0; i < PLAYERS; i++) {
                worth[i] = cotangent[i] * Math.pow(Math.max(coin[i], 0.01), -ETA); // who has nothing pays nothing
                mean += worth[i] / PLAYERS;
            }
            for (int i = 0; i < PLAYERS; i++) {
                if (due(ledger, rates, i) <= ledger[PLAYERS + i]) {
                    for (int b = 0; b < RATES; b++) {
                        gradient[b] += (mean - worth[i]) * slice(ledger[i], b);
                    }
                }
            }
        }
    }
}
