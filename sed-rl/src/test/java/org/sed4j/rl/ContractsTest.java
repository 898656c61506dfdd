package org.sed4j.rl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.LateOffice;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.conformance.FollowersContract;
import org.sed4j.core.pomg.conformance.PrincipalContract;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.rl.head.Levels;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.policygradient.EpisodicFollowers;
import org.sed4j.rl.policygradient.Exploration;
import org.sed4j.rl.policygradient.LearningRule;
import org.sed4j.rl.policygradient.PlayerDesign;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;
import org.sed4j.rl.ppo.PpoFollowers;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.ppo.SharedTrunk;
import org.sed4j.rl.principal.Curriculum;
import org.sed4j.rl.principal.LiveSearch;
import org.sed4j.rl.principal.Office;
import org.sed4j.rl.principal.PpoPrincipal;
import org.sed4j.rl.principal.RandomPrincipal;
import org.sed4j.rl.principal.SearchPrincipal;

/** Every principal and every kind of followers of this module keeps its contract. */
class ContractsTest {
    private static final int STEPS = 10;
    private static final PpoSettings PPO =
            new PpoSettings(3e-3, 1e-5, 0.9, 0.95, 0.2, true, 0.01, 0.5, 0.5, 2, 16, true, Double.POSITIVE_INFINITY);
    private static final Objective[] ELECTED = {Toys.YIELD, Welfare.egalitarian(Outcome.REWARD)};

    private static PrincipalContract levy(PrincipalContract.Maker maker) {
        return PrincipalContract.of(Toys.Levy::new, maker).objectives(ELECTED).lasting(3, STEPS, 3);
    }

    private static PpoPrincipal ppo(Pomg economy, Crew crew, Curriculum curriculum, PpoPrincipal.Reward reward) {
        Levels levels = Levels.even((DesignSpace.Box) economy.spaces().design(), 5);
        Office office = Office.of(levels, economy.spaces(), 1);
        Inputs inputs = office.inputs();
        Network network = Network.of(Toys.mind(inputs, 4, 6), inputs, Seed.of(8));
        SharedTrunk mind = SharedTrunk.of(network, levels.heads(), crew, 16, PPO.adamEpsilon());
        return new PpoPrincipal(mind, office, PPO, new PpoPrincipal.Settings(curriculum, reward, 0.1, 20, true), crew);
    }

    @ParameterizedTest
    @EnumSource
    void ppoPrincipal(PpoPrincipal.Reward reward) {
        try (Crew crew = Crew.of(2)) {
            assertThat(levy((economy, followers) -> ppo(economy, crew, Curriculum.NONE, reward))
                            .check())
                    .contains("the elected objective is served");
        }
    }

    @Test
    void ppoPrincipal_withACurriculum_andOneThatTakesOfficeLate() {
        try (Crew crew = Crew.of(1)) {
            Curriculum phases = new Curriculum(1, 2, 0.1, Curriculum.Ramp.BOUND);
            PpoPrincipal.Reward reward = PpoPrincipal.Reward.PERIOD_CHANGE;
            levy((economy, followers) -> ppo(economy, crew, phases, reward)).check();
            levy((economy, followers) -> new LateOffice<>(1, ppo(economy, crew, Curriculum.NONE, reward)))
                    .check();
        }
    }

    @Test
    void randomPrincipal() {
        levy((economy, followers) -> new RandomPrincipal(
                        Levels.even((DesignSpace.Box) economy.spaces().design(), 5)))
                .check();
    }

    private static PrincipalContract bowl(PrincipalContract.Maker maker) {
        Objective two = Welfare.utilitarian(Outcome.REWARD);
        Objective one = Welfare.of("minus", Outcome.REWARD, got -> -got[0]);
        return PrincipalContract.of(Toys.Bowl::new, maker)
                .initial(Design.of(0.5, 0.5))
                .objectives(two, one)
                .lasting(2, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void searchPrincipal(SearchPrincipal.Method method) {
        bowl((economy, followers) -> new SearchPrincipal(method, 12))
                .worldByWorld()
                .check();
    }

    @Test
    void liveSearch() {
        LiveSearch.Trials trials = new LiveSearch.Trials(4, 1, 0);
        bowl((economy, followers) -> new LiveSearch(trials, Design.of(0.5, 0.5), Seed.of(3)))
                .worldByWorld()
                .check();
    }

    private static Followers<Pomg> learners(Pomg economy, Crew crew) {
        Inputs inputs =
                new Inputs(economy.spaces().codes(), economy.spaces().numbers().size());
        Network network = Network.of(Toys.mind(inputs, 4, economy.spaces().choices()), inputs, Seed.of(5));
        SharedTrunk mind = SharedTrunk.of(network, economy.spaces().actions(), crew, 64, PPO.adamEpsilon());
        return new PpoFollowers(mind, PPO, new PpoFollowers.Habits(STEPS / 2, 20, false), crew);
    }

    @Test
    void ppoFollowers() {
        try (Crew crew = Crew.of(2)) {
            assertThat(FollowersContract.of(Toys.Naming::new, economy -> learners(economy, crew))
                            .lasting(4, STEPS, 3)
                            .check())
                    .contains("copies live alike and apart");
        }
    }

    private static Followers<Pomg> episodic(Pomg economy) {
        Inputs inputs =
                new Inputs(economy.spaces().codes(), economy.spaces().numbers().size());
        int choices = economy.spaces().choices();
        LearningRule rule =
                LearningRule.actorCritic(StepRule.adam(0.01), ValueRule.of(StepRule.adam(0.01), 0.1), 0.97, 0.95, 0.01);
        PlayerDesign design = new PlayerDesign(
                new Layers(Architectures.mlp(inputs, List.of(4), Activation.TANH, choices, 1)),
                Optional.of(new Layers(Architectures.mlp(inputs, List.of(4), Activation.TANH, 1, 1))),
                rule);
        return new EpisodicFollowers(
                (batch, slots) -> Population.shared(economy.spaces(), batch, slots, design, Seed.of(6)),
                economy.batch(),
                STEPS,
                new Exploration(0.2, 0, 10));
    }

    @Test
    void episodicFollowers() {
        FollowersContract.of(Toys.Rounds::new, ContractsTest::episodic)
                .lasting(3, STEPS, 3)
                .check();
    }
}
