package org.sed4j.core.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sed4j.core.mechanism.DynamicMechanismDesign.Play;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.stackelberg.Profiles;
import org.sed4j.core.stackelberg.PureEquilibria;
import org.sed4j.core.stackelberg.markov.DeterministicPolicies;
import org.sed4j.core.stackelberg.markov.FinitePomg;
import org.sed4j.core.stackelberg.markov.MemorylessPolicy;
import org.sed4j.core.stackelberg.markov.Returns;

/** Proposition 1 of paper 000, executable: dynamic mechanism design ⊂ stochastic agents ⊂ Markov games, strictly. */
class PropositionOneTest {
    /** Probabilities are products and sums of a few. */
    private static final double EXACT = 1e-12;

    private static final int GAMES = 1000;
    private static final List<List<String>> TYPES = List.of(List.of("low", "high"), List.of("low", "high"));
    private static final List<List<String>> ACTIONS = List.of(List.of("no", "yes"), List.of("no", "yes"));

    private static Map<Integer, Double> distribution(Rng rng, int count) {
        Map<Integer, Double> chances = new LinkedHashMap<>();
        int heads = rng.below(count);
        int tails = rng.below(count);
        double chance = (1 + rng.below(3)) / 4.0;
        chances.merge(heads, chance, Double::sum);
        chances.merge(tails, 1 - chance, Double::sum);
        return chances;
    }

    private static StochasticMechanismDesign problem(Rng rng, int steps) {
        Map<List<Integer>, Map<Integer, Double>> kernel = new HashMap<>();
        double[][][] utility = new double[2][2][2];
        for (int t = 0; t < 4; t++) {
            for (int o = 0; o < 2; o++) {
                kernel.put(List.of(t, o), distribution(rng, 4));
                utility[t / 2][o][t % 2] = rng.below(7) - 3;
            }
        }
        return new StochasticMechanismDesign(
                TYPES,
                distribution(rng, 4),
                (t, o) -> kernel.getOrDefault(List.of(t, o), Map.of()),
                (i, o, type) -> utility[i][o][type],
                steps,
                rng.chance(0.5) ? 1 : 0.5);
    }

    private static void assertSame(Map<List<Double>, Double> actual, Map<List<Double>, Double> expected, int g) {
        assertThat(actual.keySet()).as("game " + g).isEqualTo(expected.keySet());
        double mass = 0;
        for (Map.Entry<List<Double>, Double> entry : expected.entrySet()) {
            assertThat(actual.get(entry.getKey())).as("game " + g).isCloseTo(entry.getValue(), within(EXACT));
            mass += entry.getValue();
        }
        assertThat(mass).isCloseTo(1, within(EXACT));
    }

    @Test
    void aMechanismWithStochasticAgents_isAMarkovGame_withEqualReturns() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = Seed.of(1).named("stochastic").at(g).rng();
            StochasticMechanismDesign problem = problem(rng, 1 + rng.below(3));
            int[] rule = {rng.below(2), rng.below(2), rng.below(2), rng.below(2)};
            int[][] plays = {{rng.below(2), rng.below(2)}, {rng.below(2), rng.below(2)}};
            FinitePomg game = problem.toPomg(new FiniteMechanism(ACTIONS, a -> rule[a]));
            List<MemorylessPolicy> policies =
                    List.of(MemorylessPolicy.pure(2, plays[0]), MemorylessPolicy.pure(2, plays[1]));
            // A mechanism that ignores history, by the definition with history.
            Map<List<Double>, Double> defined = new DynamicMechanismDesign(problem)
                    .returns(remembering((h, a) -> rule[a]), (i, h, type) -> plays[i][type]);
            assertSame(Returns.distribution(game, policies, problem.steps()), defined, g);
        }
    }

    /** g(h, a). */
    private interface Rule {
        int outcome(List<Play> history, int actions);
    }

    private static DynamicMechanismDesign.WithHistory remembering(Rule rule) {
        return new DynamicMechanismDesign.WithHistory() {
            @Override
            public List<List<String>> actions() {
                return ACTIONS;
            }

            @Override
            public int outcome(List<Play> history, int actions) {
                return rule.outcome(history, actions);
            }
        };
    }

    @Test
    void aDynamicMechanism_isMarkovized_withEqualReturns() {
        int remembered = 0;
        for (int g = 0; g < GAMES; g++) {
            Rng rng = Seed.of(2).named("dynamic").at(g).rng();
            int steps = g % 500 == 0 ? 3 : 1 + rng.below(2);
            StochasticMechanismDesign problem = problem(rng, steps);
            long salt = rng.nextLong();
            DynamicMechanismDesign dynamic = new DynamicMechanismDesign(problem);
            DynamicMechanismDesign.WithHistory mechanism = remembering((h, a) -> bit(salt, h, a));
            DynamicMechanismDesign.Strategies strategies = (i, h, type) -> bit(salt + 1 + i, h, type);
            Markovization without = Markovization.of(dynamic, mechanism);
            assertThat(without.histories()).isEqualTo(steps == 1 ? 1 : steps == 2 ? 5 : 21);
            FinitePomg game = without.problem().toPomg(without.mechanism());
            assertSame(
                    Returns.distribution(game, without.policies(strategies), steps),
                    dynamic.returns(mechanism, strategies),
                    g);
            remembered += steps > 1 ? 1 : 0;
        }
        assertThat(remembered).isGreaterThan(400);
    }

    /** A rule that depends on everything it is given. */
    private static int bit(long salt, List<Play> history, int choice) {
        long mixed = salt + choice;
        for (Play play : history) {
            mixed = Rng.mix(mixed + 4L * play.actions() + play.outcome());
        }
        return (int) (Rng.mix(mixed) & 1);
    }

    @Test
    void everyGameOfAMechanism_hasMechanismForm() {
        for (int g = 0; g < 200; g++) {
            Rng rng = Seed.of(3).named("form").at(g).rng();
            StochasticMechanismDesign problem = problem(rng, 1);
            int[] rule = {rng.below(2), rng.below(2), rng.below(2), rng.below(2)};
            FinitePomg game = problem.toPomg(new FiniteMechanism(ACTIONS, a -> rule[a]));
            MechanismForm.TypeOf own =
                    (i, s) -> game.states().get(s).split(",")[i].equals("low") ? 0 : 1;
            assertThat(MechanismForm.obstruction(game, own, a -> rule[a])).isEmpty();
            assertThat(MechanismForm.obstruction(game, own, a -> a)).isEmpty();
        }
    }

    @Test
    void effort_fitsNoMechanism_butIsAMarkovGame() {
        FinitePomg effort = MechanismForm.effort();
        Profiles actions = effort.actionProfiles();
        // Messages are all that is sent; then no outcome rule over them can matter, coarser ones even less.
        MechanismForm.Obstruction found = MechanismForm.obstruction(
                        effort, (i, s) -> 0, a -> 2 * (actions.choice(a, 0) / 2) + actions.choice(a, 1) / 2)
                .orElseThrow();
        assertThat(actions.choice(found.actions(), 0) / 2).isEqualTo(actions.choice(found.otherActions(), 0) / 2);
        assertThat(actions.choice(found.actions(), 1) / 2).isEqualTo(actions.choice(found.otherActions(), 1) / 2);
        assertThat(effort.reward(found.agent(), 0, found.actions()))
                .isNotEqualTo(effort.reward(found.agent(), 0, found.otherActions()));
        for (int rule = 0; rule < 16; rule++) { // every two-outcome rule over the four message profiles
            int outcomes = rule;
            assertThat(MechanismForm.obstruction(
                            effort,
                            (i, s) -> 0,
                            a -> outcomes >> (2 * (actions.choice(a, 0) / 2) + actions.choice(a, 1) / 2) & 1))
                    .isPresent();
        }
        // Were efforts sent too, nothing would stand in the way.
        assertThat(MechanismForm.obstruction(effort, (i, s) -> 0, a -> a)).isEmpty();
        // As a Markov game it is solved like any other: effort is dominated, so the equilibria rest.
        assertThat(PureEquilibria.of(DeterministicPolicies.normalForm(effort)))
                .contains(actions.index(2, 2))
                .allMatch(profile -> actions.choice(profile, 0) % 2 == 0 && actions.choice(profile, 1) % 2 == 0);
    }

    @Test
    void aTypeThatNoAgentHas_isRefused() {
        assertThatThrownBy(() -> new StochasticMechanismDesign(
                        TYPES, Map.of(4, 1.0), (t, o) -> Map.of(t, 1.0), (i, o, t) -> 0, 1, 1))
                .hasMessageContaining("initial type profile (4)");
        assertThatThrownBy(() -> new StochasticMechanismDesign(
                        TYPES, Map.of(0, 0.7), (t, o) -> Map.of(t, 1.0), (i, o, t) -> 0, 1, 1))
                .hasMessageContaining("sum of 1 probabilities (0.7)");
        StochasticMechanismDesign forgetful =
                new StochasticMechanismDesign(TYPES, Map.of(0, 1.0), (t, o) -> Map.of(t, 0.5), (i, o, t) -> 0, 2, 1);
        assertThatThrownBy(() -> forgetful.toPomg(new FiniteMechanism(ACTIONS, a -> 0)))
                .hasMessageContaining("probabilities (0.5)");
    }
}
