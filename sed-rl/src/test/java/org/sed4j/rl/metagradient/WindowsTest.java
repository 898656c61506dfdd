package org.sed4j.rl.metagradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Divergence;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.PolicyImplementation;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.Episodes;
import org.sed4j.rl.policygradient.LearnerState;
import org.sed4j.rl.policygradient.LearningRule;
import org.sed4j.rl.policygradient.PlayerDesign;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.Samples;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.Trajectory;
import org.sed4j.rl.policygradient.ValueRule;

/**
 * Windows of {@link Workshop}'s episodes, which are at most 6 steps long: rounds of 9 steps hold ends of episodes of both kinds and
 * cut others; and designs that the economy pulls into a ball.
 */
class WindowsTest {
    private static final Seed SEED = Seed.of(4);
    private static final int STEPS = 9;
    private static final int WORLDS = 3;
    private static final double GAMMA = 0.97;
    private static final double H = 1e-5;
    private static final double TOLERANCE = 1e-6;

    /** A way to learn and what may be enacted. */
    private record Mode(String name, LearningRule rule, DesignGame<Pomg> game) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mode> modes() {
        StepRule plain = StepRule.plain(0.05);
        ValueRule late = ValueRule.of(StepRule.adam(0.01), 0.1);
        ValueRule early = new ValueRule(StepRule.plain(0.1), 0.3, true);
        LearningRule gae = LearningRule.actorCritic(plain, late, GAMMA, 0.95, 0.03);
        LearningRule stepsFirst = LearningRule.actorCritic(plain, early, GAMMA, 0.95, 0.03);
        double all = Double.POSITIVE_INFINITY;
        return Stream.of(
                new Mode("GAE", gae, game(Divergences.L2, all, DesignGame.Reference.INITIAL)),
                new Mode(
                        "PPO, normalised",
                        gae.normalised().clipped(3, 0.1),
                        game(Divergences.L2, all, DesignGame.Reference.INITIAL)),
                new Mode("value steps first", stepsFirst, game(Divergences.L2, all, DesignGame.Reference.INITIAL)),
                new Mode("L2 ball", gae, game(Divergences.L2, 0.4, DesignGame.Reference.INITIAL)),
                new Mode("L1 ball", gae, game(Divergences.L1, 0.5, DesignGame.Reference.INITIAL)),
                new Mode(
                        "L2 ball around the incumbent", gae, game(Divergences.L2, 0.3, DesignGame.Reference.INCUMBENT)),
                new Mode(
                        "a divergence without a slope",
                        stepsFirst,
                        game((from, to) -> Divergences.L2.between(from, to), 0.4, DesignGame.Reference.INITIAL)));
    }

    private static DesignGame<Pomg> game(Divergence divergence, double delta, DesignGame.Reference reference) {
        return new DesignGame<>(
                new Workshop().spaces().design(),
                PolicyImplementation.direct(),
                Design.of(1, 0.8, 1.1),
                divergence,
                delta,
                reference,
                TypeSpace.uniform(Workshop.PLAYERS, "weight"),
                Welfare.mixes("produced"),
                VotingMechanism.always(1));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void gradient_isThatOfTheBilevelObjective(Mode mode) {
        Bench bench = new Bench(mode);
        double[] exact = bench.gradient
                .gradient(bench.eta, bench.start, bench.tau, bench.validation, bench.weights)
                .scoreGradient();
        double gap = 0;
        double size = 0;
        for (int i = 0; i < exact.length; i++) {
            double[] moved = bench.eta.clone();
            moved[i] += H;
            double ahead = bench.score(moved);
            moved[i] -= 2 * H;
            double difference = (ahead - bench.score(moved)) / (2 * H);
            gap += (difference - exact[i]) * (difference - exact[i]);
            size += exact[i] * exact[i];
        }
        assertThat(size).isGreaterThan(0);
        assertThat(Math.sqrt(gap / size)).isLessThan(TOLERANCE);
    }

    /** At the η that governed, designs evaluated anew are those that were in force, pulled or not, up to rounding to floats. */
    @ParameterizedTest
    @MethodSource("modes")
    void replica_isThePlayersUpdate(Mode mode) {
        Bench bench = new Bench(mode);
        List<LearnerState> real = bench.population.updated(bench.start, bench.tau, Population.paid(bench.tau));
        List<LearnerState> replica = bench.gradient.replica(bench.eta, bench.start, bench.tau);
        double moved = 0;
        double gap = 0;
        for (int j = 0; j < real.size(); j++) {
            double[] before = bench.start.get(j).policy();
            for (int i = 0; i < before.length; i++) {
                moved += Math.abs(real.get(j).policy()[i] - before[i]);
                gap += Math.abs(real.get(j).policy()[i] - replica.get(j).policy()[i]);
            }
        }
        assertThat(gap).isLessThan(1e-5 * moved);
    }

    /** Transitions end where worlds end; what was seen there, and not what the next episode began with, is what follows. */
    @Test
    void ends_areFollowedByWhatWasSeenThere() {
        Bench bench = new Bench(modes().findFirst().orElseThrow());
        Samples samples = Samples.ofPlayers(new int[] {0, 1, 2}, 3, WORLDS, STEPS);
        var rows = samples.take(bench.tau);
        assertThat(samples.count()).isEqualTo(STEPS * WORLDS * 3);
        int ends = 0;
        int cutOff = 0;
        for (int row = 0; row < samples.count(); row++) {
            int world = samples.lane(row) / 3;
            assertThat(samples.span(row)).isEqualTo(1);
            boolean ended = bench.tau.ends(samples.slot(row), world);
            boolean last = samples.slot(row) == STEPS - 1;
            assertThat(samples.next(row) >= samples.count()).isEqualTo(ended || last);
            if (ended) {
                ends++;
                float[] numbers = new float[2];
                rows.fill(samples.next(row), 1, new byte[6], numbers);
                boolean ranOut = numbers[1] == 1;
                assertThat(samples.dies(row) || ranOut).isTrue(); // numbers[1] is the share of the horizon that is over
                cutOff += samples.dies(row) ? 0 : 1;
                assertThat(numbers[1]).isGreaterThan(0);
            }
        }
        assertThat(ends).isGreaterThanOrEqualTo(3 * WORLDS);
        assertThat(cutOff).isPositive();
        assertThat(samples.rows()).isEqualTo(samples.count() + 3 * WORLDS + ends);
    }

    /** Without a value function nothing can stand for the rest of an episode. */
    @Test
    void roundsThatCutEpisodes_needAValueFunction() {
        Mode mode = new Mode(
                "reward to go",
                LearningRule.reinforce(StepRule.plain(0.05), GAMMA, 0),
                game(Divergences.L2, Double.POSITIVE_INFINITY, DesignGame.Reference.INITIAL));
        assertThatThrownBy(() -> new Bench(mode))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("steps of a round (9)")
                .hasMessageContaining("value");
    }

    /** Two recorded windows, players with a past, an incentive function. */
    private static final class Bench {
        final Population population;
        final MetaGradient gradient;
        final List<LearnerState> start;
        final Trajectory tau;
        final Trajectory validation;
        final double[] weights;
        final double[] eta;

        Bench(Mode mode) {
            try (Pomg economy = Worlds.of(Workshop::new)
                    .batch(WORLDS)
                    .seed(SEED)
                    .initial(mode.game().initial())
                    .build()) {
                economy.reset();
                Inputs inputs = new Inputs(economy.spaces().codes(), 2);
                PlayerDesign design = new PlayerDesign(
                        Layers.tanh(inputs, List.of(6, 5), Heads.of(3, 1)),
                        mode.rule().value().map(value -> Layers.tanh(inputs, List.of(6), Heads.of(1, 1))),
                        mode.rule());
                population = Population.independent(economy.spaces(), WORLDS, STEPS, design, SEED.named("players"));
                IncentiveFunction incentives = new IncentiveFunction(
                        economy.spaces(),
                        Layers.tanh(Inputs.ofNumbers(7), List.of(6), Heads.of(3, 1)),
                        WORLDS * STEPS,
                        SEED.named("incentives"));
                gradient = new MetaGradient(
                        incentives,
                        Workshop.EXACT,
                        population,
                        MetaGradRule.of(StepRule.adam(1e-3), GAMMA),
                        Reform.of(mode.game()));
                eta = incentives.initial();
                incentives.become(eta);
                IncentiveGovernment government = new IncentiveGovernment(incentives, economy.spaces());
                Episodes episodes = new Episodes(economy, population, SEED.named("actions"));
                tau = population.trajectory();
                validation = population.trajectory();
                for (int i = 0; i < 2; i++) {
                    round(mode, economy, episodes, government, tau);
                    population.become(population.updated(population.states(), tau, Population.paid(tau)));
                }
                round(mode, economy, episodes, government, tau);
                start = population.states();
                population.become(population.updated(start, tau, Population.paid(tau)));
                round(mode, economy, episodes, government, validation);
            }
            weights = new double[STEPS * WORLDS];
            Rng rng = SEED.named("weights").rng();
            for (int i = 0; i < weights.length; i++) {
                weights[i] = rng.gaussian();
            }
        }

        private static void round(
                Mode mode, Pomg economy, Episodes episodes, IncentiveGovernment government, Trajectory into) {
            economy.admit(mode.game().feasible(economy.law()), mode.game().reference());
            episodes.live(government, 0.1, STEPS, into);
        }

        double score(double[] where) {
            List<LearnerState> after = gradient.replica(where, start, tau);
            return population.score(after, validation, weights, true, population.parameterArrays());
        }
    }
}
