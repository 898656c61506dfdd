package org.sed4j.core.stackelberg.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.stackelberg.Certificate;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.core.stackelberg.PureEquilibria;
import org.sed4j.core.stackelberg.StackelbergCertificate;
import org.sed4j.core.welfare.Welfare;

class FinitePomgTest {
    /** Values of order 10 through a linear solve or some hundreds of sweeps. */
    private static final double EXACT = 1e-9;

    private static final int GAMES = 1000;

    private static List<String> names(String stem, int count) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            names.add(stem + j);
        }
        return names;
    }

    private static Distribution random(Rng rng, int size) {
        double[] weights = new double[size];
        for (int j = 0; j < size; j++) {
            weights[j] = rng.chance(0.4) ? 0 : rng.uniform();
        }
        weights[rng.below(size)] += 0.1;
        return Distribution.proportional(weights);
    }

    /** A random game; where it is observed, everybody sees the state. */
    private static FinitePomg game(Rng rng, int players, int states, boolean observed) {
        int seen = observed ? states : 2;
        List<List<String>> actions = new ArrayList<>();
        List<List<String>> observations = new ArrayList<>();
        int joint = 1;
        int jointSeen = 1;
        for (int i = 0; i < players; i++) {
            actions.add(names("a", 2));
            observations.add(names("o", seen));
            joint *= 2;
            jointSeen *= seen;
        }
        Distribution[][] next = new Distribution[states][joint];
        Distribution[][] sees = new Distribution[states][joint];
        double[][][] rewards = new double[states][joint][players];
        for (int s = 0; s < states; s++) {
            for (int a = 0; a < joint; a++) {
                next[s][a] = random(rng, states);
                int all = 0;
                for (int i = 0; i < players; i++) {
                    all = all * seen + s;
                    rewards[s][a][i] = rng.below(11) - 5;
                }
                sees[s][a] = observed ? Distribution.pure(jointSeen, all) : random(rng, jointSeen);
            }
        }
        FinitePomg.Builder builder = FinitePomg.of(names("s", states), actions, observations)
                .transition((s, a) -> next[s][a])
                .observation((s, a) -> sees[s][a])
                .reward((s, a) -> rewards[s][a])
                .initial(random(rng, states));
        return rng.chance(0.5)
                ? builder.forEver(0.8).build()
                : builder.steps(1 + rng.below(4), 1).build();
    }

    private static List<MemorylessPolicy> policies(Rng rng, FinitePomg game) {
        List<MemorylessPolicy> policies = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            List<Distribution> byObservation = new ArrayList<>();
            for (int o = 0; o < game.observations(i).size(); o++) {
                byObservation.add(random(rng, 2));
            }
            policies.add(new MemorylessPolicy(byObservation));
        }
        return policies;
    }

    @Test
    void aGameWithoutEnd_isValuedByItsGeometricSeries() {
        FinitePomg game = FinitePomg.of(List.of("s"), List.of(List.of("stay")), List.of(List.of("o")))
                .reward((s, a) -> new double[] {1})
                .forEver(0.9)
                .build();
        assertThat(Returns.of(game, List.of(MemorylessPolicy.pure(1, 0)))[0]).isCloseTo(10, within(EXACT));
        FinitePomg short3 = FinitePomg.of(List.of("s"), List.of(List.of("stay")), List.of(List.of("o")))
                .reward((s, a) -> new double[] {1})
                .steps(3, 1)
                .build();
        assertThat(Returns.of(short3, List.of(MemorylessPolicy.pure(1, 0)))[0]).isEqualTo(3);
    }

    @Test
    void expectedReturns_areTheMeanOfTheirDistribution() {
        int finite = 0;
        for (int g = 0; g < GAMES; g++) {
            Rng rng = Seed.of(1).named("returns").at(g).rng();
            FinitePomg game = game(rng, 2, 1 + rng.below(2), rng.chance(0.5));
            if (game.horizon().isEmpty()) {
                continue;
            }
            finite++;
            List<MemorylessPolicy> policies = policies(rng, game);
            Map<List<Double>, Double> distribution =
                    Returns.distribution(game, policies, game.horizon().getAsInt());
            double[] mean = new double[2];
            double mass = 0;
            for (Map.Entry<List<Double>, Double> entry : distribution.entrySet()) {
                mass += entry.getValue();
                mean[0] += entry.getValue() * entry.getKey().get(0);
                mean[1] += entry.getValue() * entry.getKey().get(1);
            }
            assertThat(mass).isCloseTo(1, within(EXACT));
            assertThat(Returns.of(game, policies)).containsExactly(mean, within(EXACT));
        }
        assertThat(finite).isGreaterThan(300);
    }

    @Test
    void bestResponse_neverScoresBelowAnyPolicy_andMeetsTheBestOneWhereTheStateIsSeen() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = Seed.of(2).named("response").at(g).rng();
            boolean observed = g % 2 == 0;
            FinitePomg game = game(rng, 2, 1 + rng.below(3), observed);
            List<MemorylessPolicy> policies = policies(rng, game);
            BestResponse best = BestResponse.of(game, policies, 0);
            NormalFormGame normalForm = DeterministicPolicies.normalForm(game);
            assertThat(best.lower()).isLessThanOrEqualTo(best.upper() + EXACT);
            double greatest = Double.NEGATIVE_INFINITY;
            for (int p = 0; p < normalForm.profiles().size(0); p++) {
                List<MemorylessPolicy> changed = List.of(DeterministicPolicies.policy(game, 0, p), policies.get(1));
                greatest = Math.max(greatest, Returns.of(game, changed)[0]);
            }
            assertThat(best.lower()).as("game " + g).isEqualTo(greatest);
            assertThat(Returns.of(game, policies)[0]).isLessThanOrEqualTo(best.upper() + EXACT);
            boolean single = game.horizon().isPresent() && game.horizon().getAsInt() == 1;
            if (observed && (game.horizon().isEmpty() || single)) {
                assertThat(best.lower()).as("game " + g).isCloseTo(best.upper(), within(EXACT));
            }
        }
    }

    @Test
    void aHiddenState_mayRewardAPolicyThatMixes() {
        // Two states that look alike; the right action differs and takes you to the other one, the wrong one is
        // punished.
        // Deterministic: one reward, then -1 for ever. Mixing evenly: 0 on average. Singh, Jaakkola and Jordan (1994),
        // figure 1.
        FinitePomg game = FinitePomg.of(List.of("l", "r"), List.of(List.of("left", "right")), List.of(List.of("dark")))
                .transition((s, a) -> Distribution.pure(2, s == a ? 1 - s : s))
                .reward((s, a) -> new double[] {s == a ? 1 : -1})
                .initial(Distribution.uniform(2))
                .forEver(0.9)
                .build();
        List<MemorylessPolicy> uniform = List.of(MemorylessPolicy.uniform(2, 1));
        BestResponse best = BestResponse.of(game, uniform, 0);
        assertThat(Returns.of(game, uniform)[0]).isCloseTo(0, within(EXACT));
        assertThat(best.lower()).isCloseTo(0.5 * (1 - 9) + 0.5 * -10, within(EXACT)); // 1 - .9·10, or -10
        assertThat(best.upper()).isCloseTo(10, within(EXACT));
        BestResponse mixing = BestResponse.mixing(game, uniform, 0);
        assertThat(mixing.lower()).isCloseTo(0, within(EXACT));
        for (int p = 0; p <= 100; p++) {
            MemorylessPolicy other = new MemorylessPolicy(List.of(Distribution.of(p / 100.0, 1 - p / 100.0)));
            assertThat(Returns.of(game, List.of(other))[0]).isLessThanOrEqualTo(mixing.lower() + EXACT);
        }
        // Against deterministic policies the uniform one is an equilibrium; against all it may be: seeing helps.
        assertThat(DeterministicPolicies.nash(game, uniform).proves(EXACT)).isTrue();
        MemorylessGaps gaps = MemorylessGaps.of(game, uniform);
        assertThat(gaps.atLeast()).isLessThan(EXACT);
        assertThat(gaps.atMost()).isCloseTo(10, within(EXACT));
        assertThatThrownBy(() -> gaps.proves(1)).hasMessageContaining("neither is nor is not at most 1.0");
        assertThat(gaps.proves(10.1)).isTrue();
    }

    @Test
    void mixingResponses_areNoWorseThanDeterministicOnes_andNeverAboveTheBound() {
        int better = 0;
        for (int g = 0; g < 200; g++) { // a climb solves hundreds of systems
            Rng rng = Seed.of(3).named("mixing").at(g).rng();
            boolean observed = g % 4 == 0;
            FinitePomg game = game(rng, 2, 1 + rng.below(3), observed);
            List<MemorylessPolicy> policies = policies(rng, game);
            BestResponse deterministic = BestResponse.of(game, policies, 0);
            BestResponse mixing = BestResponse.mixing(game, policies, 0);
            assertThat(mixing.lower()).as("game " + g).isGreaterThanOrEqualTo(deterministic.lower());
            assertThat(mixing.lower()).as("game " + g).isLessThanOrEqualTo(deterministic.upper() + EXACT);
            assertThat(Returns.of(game, List.of(mixing.policy(), policies.get(1)))[0])
                    .isCloseTo(mixing.lower(), within(EXACT));
            better += mixing.lower() > deterministic.lower() + 1e-6 ? 1 : 0;
            if (observed && game.horizon().isEmpty()) { // a seen state asks for no mixing, and the bound is met
                MemorylessGaps gaps = MemorylessGaps.of(game, policies);
                assertThat(gaps.atLeast()).isCloseTo(gaps.atMost(), within(EXACT));
            }
        }
        assertThat(better).isPositive();
    }

    @Test
    void theNormalForm_certifiesAndSolvesTheMarkovGame() {
        // A repeated prisoners' dilemma of 2 steps, nothing observed: defecting is dominant.
        double[][] pay = {{3, 3}, {0, 5}, {5, 0}, {1, 1}};
        FinitePomg game = FinitePomg.of(
                        List.of("s"),
                        List.of(List.of("cooperate", "defect"), List.of("cooperate", "defect")),
                        List.of(List.of("o"), List.of("o")))
                .reward((s, a) -> pay[a])
                .steps(2, 1)
                .build();
        NormalFormGame normalForm = DeterministicPolicies.normalForm(game);
        assertThat(PureEquilibria.of(normalForm)).containsExactly(3);
        assertThat(normalForm.actions(0)).containsExactly("o->cooperate", "o->defect");
        Certificate kind =
                DeterministicPolicies.nash(game, DeterministicPolicies.profile(game, normalForm.profiles(), 0));
        assertThat(kind.gap()).isEqualTo(4);
        assertThat(kind.witness().plays()).containsExactly(1);
        assertThat(DeterministicPolicies.nash(game, DeterministicPolicies.profile(game, normalForm.profiles(), 3))
                        .gap())
                .isZero();
    }

    /** A worker earns 2 for an effort that costs 1; a tax takes a share of it and gives it to an idle other. */
    private static StackelbergMarkovGame taxed() {
        return StackelbergMarkovGame.of(
                DesignSpace.rates(1, "tax"),
                phi -> FinitePomg.of(
                                List.of("s"),
                                List.of(List.of("rest", "work"), List.of("idle")),
                                List.of(List.of("o"), List.of("o")))
                        .reward((s, a) ->
                                a == 0 ? new double[2] : new double[] {2 * (1 - phi.get(0)) - 1, 2 * phi.get(0)})
                        .steps(1, 1)
                        .build(),
                Welfare.egalitarian(Outcome.REWARD));
    }

    @Test
    void aStackelbergMarkovGame_isCertifiedOverItsDesigns() {
        StackelbergMarkovGame game = taxed();
        List<Design> rates = new ArrayList<>();
        for (int k = 0; k <= 20; k++) {
            rates.add(Design.of(k / 20.0));
        }
        // Works while 2 (1 - τ) ≥ 1; the poorest then has min(1 - 2τ, 2τ), 1/2 at τ = 1/4.
        Design quarter = Design.of(0.25);
        int work = game.induce(quarter).followers().strategies().index(1, 0);
        StackelbergCertificate best = StackelbergCertificate.among(game, quarter, work, 0, rates, false);
        assertThat(best.leaderGap()).isZero();
        assertThat(best.followers().gap()).isZero();
        StackelbergCertificate worse = StackelbergCertificate.among(game, Design.of(0.4), work, 0, rates, false);
        assertThat(worse.leaderGap()).isCloseTo(0.3, within(EXACT)); // .5 - min(.2, .8)
        assertThat(worse.better().orElseThrow().get(0)).isEqualTo(0.25);
        // At 0.4 work earns 0.2; who works half of the time gains 0.1 by working always.
        List<MemorylessPolicy> half = List.of(MemorylessPolicy.uniform(2, 1), MemorylessPolicy.pure(1, 0));
        StackelbergMarkovGame.Finding finding = game.examine(Design.of(0.4), half, 0, rates);
        assertThat(finding.followers().atLeast()).isCloseTo(0.1, within(EXACT));
        assertThat(finding.leaderGap()).isCloseTo(0.4, within(EXACT)); // .5 against min(.1, .4)
        assertThat(finding.better()).contains(Design.of(0.25));
        assertThat(finding.refutes(0.3, 1)).isTrue();
        assertThat(finding.refutes(1, 0.2)).isFalse();
        StackelbergCertificate idle = StackelbergCertificate.among(game, Design.of(0.75), work, 0, rates, false);
        assertThat(idle.followers().gap()).isCloseTo(0.5, within(EXACT)); // works at a loss of a half
    }

    @Test
    void tablesThatAreWrong_areNamed() {
        FinitePomg.Builder two = FinitePomg.of(names("s", 2), List.of(names("a", 2)), List.of(names("o", 1)));
        assertThatThrownBy(
                        () -> two.transition((s, a) -> Distribution.uniform(3)).build())
                .hasMessageContaining("outcomes of T(. | s0, [0]) (3) must be 2");
        FinitePomg.Builder other = FinitePomg.of(names("s", 2), List.of(names("a", 2)), List.of(names("o", 1)));
        assertThatThrownBy(() -> other.reward((s, a) -> new double[] {s == 1 ? Double.NaN : 0})
                        .build())
                .hasMessageContaining("r(s1, [0]) (NaN)");
        assertThatThrownBy(() -> other.forEver(1)).hasMessageContaining("gamma (1.0) must lie in [0, 1)");
        assertThatThrownBy(() -> other.steps(0, 1)).hasMessageContaining("steps (0)");
        assertThatThrownBy(() -> FinitePomg.of(List.of(), List.of(), List.of())).hasMessageContaining("states (0)");
        assertThatThrownBy(() -> FinitePomg.of(names("s", 1), List.of(List.of()), List.of(names("o", 1))))
                .hasMessageContaining("choices of player 0 (0)");
        FinitePomg game = FinitePomg.of(names("s", 1), List.of(names("a", 4)), List.of(names("o", 30)))
                .observing(s -> 0)
                .build();
        assertThatThrownBy(() -> DeterministicPolicies.normalForm(game))
                .hasMessageContaining("must be at most 16777216");
        assertThatThrownBy(() -> Returns.of(game, List.of(MemorylessPolicy.pure(4, 0))))
                .hasMessageContaining("observations of the policy of player 0 (1) must be 30");
    }
}
