package org.sed4j.rl.metagradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.pomg.conformance.Conformance;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
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
 * The meta-gradient against central differences of the whole bilevel objective, J(η) = L(θ'(η)) - Ψ(η), with both episodes and
 * the weights frozen, in double precision, on DL4J-configured networks: one case for each kind of update that players can make.
 */
class MetaGradientTest {
    private static final Seed SEED = Seed.of(4);
    /** What issue and derivation ask for; central differences with h = 1e-5 leave 1e-9 or less. */
    private static final double TOLERANCE = 1e-6;

    private static final double H = 1e-5;
    private static final double GAMMA = 0.97;

    /** A kind of update. */
    private record Mode(String name, LearningRule rule, boolean shared, boolean convolution) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mode> modes() {
        StepRule plain = StepRule.plain(0.05);
        StepRule adam = StepRule.adam(0.02);
        ValueRule late = ValueRule.of(StepRule.adam(0.01), 0.1);
        ValueRule early = new ValueRule(StepRule.plain(0.1), 0.3, true);
        ValueRule earlyAdam = new ValueRule(StepRule.adam(0.02), 1, true);
        LearningRule toGo = LearningRule.reinforce(plain, GAMMA, 0);
        LearningRule gae = LearningRule.actorCritic(plain, late, GAMMA, 0.95, 0.03);
        LearningRule gaeAdam = LearningRule.actorCritic(adam, late, GAMMA, 0.95, 0.03);
        return Stream.of(
                mode("reward to go, plain", toGo),
                mode("TD(0), entropy", LearningRule.actorCritic(plain, late, GAMMA, 0, 0.03)),
                mode("GAE, entropy", gae),
                mode("GAE, normalised", gae.normalised()),
                mode("reward to go, normalised", toGo.normalised()),
                mode("Adam", gaeAdam),
                mode("greatest norm", gae.bounded(0.05)),
                mode("PPO, 3 epochs, clip 0.02", gae.clipped(3, 0.02)),
                mode(
                        "PPO, 4 epochs, clip 0.2, Adam, normalised",
                        gaeAdam.clipped(4, 0.2).normalised()),
                mode(
                        "PPO, 3 epochs, Adam, greatest norm",
                        gaeAdam.clipped(3, 0.2).bounded(0.1)),
                mode("value steps first", LearningRule.actorCritic(plain, early, GAMMA, 0.95, 0.03)),
                mode("value steps first, Adam both", LearningRule.actorCritic(adam, earlyAdam, GAMMA, 0.9, 0.03)),
                mode(
                        "all at once",
                        LearningRule.actorCritic(adam, earlyAdam, GAMMA, 0.9, 0.03)
                                .normalised()
                                .clipped(3, 0.1)
                                .bounded(0.2)),
                new Mode("shared, reward to go", toGo, true, false),
                new Mode("shared, GAE, normalised, PPO", gae.normalised().clipped(3, 0.05), true, false),
                new Mode("shared, convolution, Adam, PPO", gaeAdam.clipped(2, 0.1), true, true));
    }

    private static Mode mode(String name, LearningRule rule) {
        return new Mode(name, rule, false, false);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void gradient_isThatOfTheBilevelObjective(Mode mode) {
        Bench bench = new Bench(mode, MetaGradRule.of(StepRule.adam(1e-3), GAMMA));
        MetaGradient.Result result = bench.at(bench.eta);
        assertThat(bench.relativeError(result.scoreGradient(), bench::score)).isLessThan(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void replica_isThePlayersUpdate(Mode mode) {
        Bench bench = new Bench(mode, MetaGradRule.of(StepRule.adam(1e-3), GAMMA));
        List<LearnerState> real = bench.population.updated(bench.start, bench.tau, Population.paid(bench.tau));
        List<LearnerState> replica = bench.exactReplica();
        for (int j = 0; j < real.size(); j++) {
            assertThat(replica.get(j).policy()).isEqualTo(real.get(j).policy());
        }
    }

    @ParameterizedTest
    @MethodSource("costs")
    void cost_hasItsGradient(IncentiveCost cost) {
        Mode mode = mode("plain", LearningRule.reinforce(StepRule.plain(0.05), GAMMA, 0));
        Bench bench =
                new Bench(mode, MetaGradRule.of(StepRule.adam(1e-3), GAMMA).charging(cost, 1));
        MetaGradient.Result result = bench.at(bench.eta);
        assertThat(bench.relativeError(
                        result.costGradient(), eta -> bench.at(eta).cost()))
                .isLessThan(TOLERANCE);
    }

    static Stream<IncentiveCost> costs() {
        return Stream.of(IncentiveCost.PAID, IncentiveCost.OUTPUTS);
    }

    /** The published derivative through Adam, against differences of an Adam whose v' stands still at the present η. */
    @Test
    void squaresThatStandStill_areTheirOwnSemantics() {
        double rate = 0.02;
        LearningRule rule = LearningRule.reinforce(StepRule.adam(rate), GAMMA, 0.03);
        MetaGradRule quirky = MetaGradRule.of(StepRule.adam(1e-3), GAMMA).with(new Quirks(true, false, false, 1));
        Bench bench = new Bench(mode("Adam, v' constant", rule), quirky);
        MetaGradient.Result result = bench.at(bench.eta);

        LearningRule bare = LearningRule.reinforce(StepRule.plain(1), GAMMA, 0.03);
        Bench direction = new Bench(mode("direction", bare), quirky, bench);
        List<double[]> still = direction.ascents(bench.eta);
        double error = bench.relativeError(result.scoreGradient(), eta -> {
            List<double[]> now = direction.ascents(eta);
            List<LearnerState> after = new ArrayList<>();
            for (int j = 0; j < now.size(); j++) {
                LearnerState before = bench.start.get(j);
                after.add(new LearnerState(
                        frozenAdam(before, now.get(j), still.get(j), rate),
                        before.policyMoments(),
                        before.value(),
                        before.valueMoments(),
                        before.target()));
            }
            return bench.population.score(
                    after, bench.validation, bench.weights, true, bench.population.parameterArrays());
        });
        assertThat(error).isLessThan(TOLERANCE);
        MetaGradient.Result full =
                new Bench(mode("Adam", rule), MetaGradRule.of(StepRule.adam(1e-3), GAMMA)).at(bench.eta);
        assertThat(distance(full.scoreGradient(), result.scoreGradient())).isGreaterThan(0.01);
    }

    private static double[] frozenAdam(LearnerState before, double[] ascent, double[] still, double rate) {
        double[] theta = before.policy().clone();
        long t = before.policyMoments().steps() + 1;
        double a = rate * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
        for (int i = 0; i < theta.length; i++) {
            double m = 0.9 * before.policyMoments().mean()[i] - 0.1 * ascent[i];
            double v = 0.999 * before.policyMoments().square()[i] + 0.001 * still[i] * still[i];
            theta[i] -= a * m / (Math.sqrt(v) + 1e-8);
        }
        return theta;
    }

    /** Each of the published departures against differences of its own objective. */
    @Test
    void quirks_haveTheirOwnGradients() {
        LearningRule gae =
                LearningRule.actorCritic(StepRule.plain(0.05), ValueRule.of(StepRule.adam(0.01), 0.1), GAMMA, 0, 0.03);
        for (Quirks quirks : List.of(
                new Quirks(false, true, false, 1),
                new Quirks(false, false, true, 1),
                new Quirks(false, false, false, 2),
                Quirks.ofPublishedCleanup())) {
            Bench bench = new Bench(
                    new Mode("quirks", gae, true, false),
                    MetaGradRule.of(StepRule.adam(1e-3), GAMMA).with(quirks));
            MetaGradient.Result result = bench.at(bench.eta);
            assertThat(bench.relativeError(result.scoreGradient(), bench::score))
                    .as(quirks.toString())
                    .isLessThan(TOLERANCE);
        }
    }

    /** Clipped samples must occur where clipping is checked. */
    @Test
    void clipping_matters() {
        LearningRule gae = LearningRule.actorCritic(
                StepRule.plain(0.5), ValueRule.of(StepRule.adam(0.01), 0.1), GAMMA, 0.95, 0.03);
        MetaGradRule rule = MetaGradRule.of(StepRule.adam(1e-3), GAMMA);
        Bench tight = new Bench(mode("tight", gae.clipped(3, 0.02)), rule);
        Bench loose = new Bench(mode("loose", gae.clipped(3, 10)), rule);
        assertThat(distance(
                        tight.at(tight.eta).scoreGradient(), loose.at(loose.eta).scoreGradient()))
                .isGreaterThan(0.05);
    }

    @Test
    void workshop_keepsItsContract() {
        assertThat(Conformance.check(Workshop::new).passed()).hasSizeGreaterThan(12);
    }

    private static double distance(double[] x, double[] y) {
        double gap = 0;
        double size = 0;
        for (int i = 0; i < x.length; i++) {
            gap += (x[i] - y[i]) * (x[i] - y[i]);
            size += x[i] * x[i];
        }
        return Math.sqrt(gap / size);
    }

    /** J as a function of η. */
    private interface Objective {
        double at(double[] eta);
    }

    /** Two recorded episodes of two worlds, players with a past, an incentive function. */
    private static final class Bench {
        private static final double EXPLORATION = 0.1;

        private final Population population;
        private final MetaGradient gradient;
        private final IncentiveFunction incentives;
        private final MetaGradRule rule;
        final List<LearnerState> start;
        final Trajectory tau;
        final Trajectory validation;
        final double[] weights;
        final double[] eta;

        Bench(Mode mode, MetaGradRule rule) {
            this.rule = rule;
            try (Pomg economy = Worlds.of(Workshop::new).batch(2).seed(SEED).build()) {
                economy.reset();
                population = population(mode, economy);
                incentives = incentives(economy);
                gradient = new MetaGradient(incentives, Workshop.EXACT, population, rule);
                eta = incentives.initial();
                incentives.become(eta);
                Government<Pomg> government = new IncentiveGovernment(incentives, economy.spaces());
                Episodes episodes = new Episodes(economy, population, SEED.named("actions"));
                tau = population.trajectory();
                validation = population.trajectory();
                for (int i = 0; i < 3; i++) {
                    episodes.play(government, EXPLORATION, tau);
                    population.become(population.updated(population.states(), tau, Population.paid(tau)));
                }
                episodes.play(government, EXPLORATION, tau);
                start = population.states();
                population.become(population.updated(start, tau, Population.paid(tau)));
                episodes.play(government, EXPLORATION, validation);
            }
            weights = new double[validation.slots() * 2];
            Rng rng = SEED.named("weights").rng();
            for (int i = 0; i < weights.length; i++) {
                weights[i] = rng.gaussian();
            }
        }

        /** The same episodes and starting parameters for players who learn otherwise. */
        Bench(Mode mode, MetaGradRule rule, Bench other) {
            this.rule = rule;
            try (Pomg economy = Worlds.of(Workshop::new).batch(2).build()) {
                population = population(mode, economy);
                incentives = incentives(economy);
            }
            gradient = new MetaGradient(incentives, Workshop.EXACT, population, rule);
            eta = other.eta;
            tau = other.tau;
            validation = other.validation;
            weights = other.weights;
            start = other.start;
        }

        private static Population population(Mode mode, Pomg economy) {
            Inputs inputs = new Inputs(economy.spaces().codes(), 2);
            PlayerDesign design = new PlayerDesign(
                    layers(mode, inputs, 3), mode.rule().value().map(value -> layers(mode, inputs, 1)), mode.rule());
            Seed seed = SEED.named("players");
            return mode.shared()
                    ? Population.shared(economy.spaces(), 2, Workshop.HORIZON, design, seed)
                    : Population.independent(economy.spaces(), 2, Workshop.HORIZON, design, seed);
        }

        private static Layers layers(Mode mode, Inputs inputs, int outputs) {
            return new Layers(
                    mode.convolution()
                            ? Architectures.convolutional(inputs, 3, 3, 1, List.of(5), Activation.TANH, outputs, 1)
                            : Architectures.mlp(inputs, List.of(6, 5), Activation.TANH, outputs, 1));
        }

        private static IncentiveFunction incentives(Pomg economy) {
            return new IncentiveFunction(
                    economy.spaces(),
                    new Layers(Architectures.mlp(Inputs.ofNumbers(7), List.of(6), Activation.TANH, 3, 1)),
                    2 * Workshop.HORIZON,
                    SEED.named("incentives"));
        }

        MetaGradient.Result at(double[] where) {
            return gradient.gradient(where, start, tau, validation, weights);
        }

        double score(double[] where) {
            List<LearnerState> after = gradient.replica(where, start, tau);
            return population.score(after, validation, weights, !rule.quirks().unmixed(), population.parameterArrays());
        }

        /** θ' - θ by learner, for players who step by 1. */
        List<double[]> ascents(double[] where) {
            List<LearnerState> after = gradient.replica(where, start, tau);
            List<double[]> ascents = new ArrayList<>();
            for (int j = 0; j < after.size(); j++) {
                double[] ascent = after.get(j).policy().clone();
                for (int i = 0; i < ascent.length; i++) {
                    ascent[i] -= start.get(j).policy()[i];
                }
                ascents.add(ascent);
            }
            return ascents;
        }

        /** The replica with payments in floats, as the economy paid. */
        List<LearnerState> exactReplica() {
            Payments paid = Payments.of(new Workshop(), Workshop.PLAYERS, 3);
            return new MetaGradient(incentives, paid, population, rule).replica(eta, start, tau);
        }

        double relativeError(double[] exact, Objective objective) {
            double[] differences = new double[eta.length];
            for (int i = 0; i < eta.length; i++) {
                double[] moved = eta.clone();
                moved[i] += H;
                double ahead = objective.at(moved);
                moved[i] -= 2 * H;
                differences[i] = (ahead - objective.at(moved)) / (2 * H);
            }
            return distance(differences, exact);
        }
    }
}
