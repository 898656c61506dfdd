package org.sed4j.rl.metagradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Snapshot;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.pomg.conformance.FollowersContract;
import org.sed4j.core.pomg.conformance.PrincipalContract;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.EpisodicFollowers;
import org.sed4j.rl.policygradient.Exploration;
import org.sed4j.rl.policygradient.LearningRule;
import org.sed4j.rl.policygradient.PlayerDesign;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;

/** MetaGrad by rounds: followers who learn between episodes, and a designer that decides every few steps. */
class MetaGradTest {
    private static final Seed SEED = Seed.of(11);
    private static final int WORLDS = 2;

    private static EpisodicFollowers followers(Pomg economy) {
        Inputs inputs = new Inputs(economy.spaces().codes(), 2);
        LearningRule rule =
                LearningRule.actorCritic(StepRule.adam(0.01), ValueRule.of(StepRule.adam(0.01), 0.1), 0.97, 0.95, 0.01);
        PlayerDesign design = new PlayerDesign(
                new Layers(Architectures.mlp(inputs, List.of(6), Activation.TANH, 3, 1)),
                Optional.of(new Layers(Architectures.mlp(inputs, List.of(6), Activation.TANH, 1, 1))),
                rule);
        return new EpisodicFollowers(
                (batch, slots) -> Population.shared(economy.spaces(), batch, slots, design, SEED.named("players")),
                WORLDS,
                Workshop.HORIZON,
                new Exploration(0.2, 0, 10));
    }

    private static Designer designer(Pomg economy, EpisodicFollowers followers) {
        Inputs seen = Inputs.ofNumbers(7);
        DesignerDesign design = new DesignerDesign(
                new Layers(Architectures.mlp(seen, List.of(6), Activation.TANH, 3, 1)),
                Optional.of(new Layers(Architectures.mlp(Inputs.ofNumbers(4), List.of(6), Activation.TANH, 1, 1))),
                4,
                MetaGradRule.of(StepRule.adam(0.01), 0.97).valuing(ValueRule.of(StepRule.adam(0.01), 0.1), 0.95));
        return new Designer(
                economy,
                followers.population(),
                design,
                DesignerTask.of(
                        DesignerReward.sumOf(economy.spaces(), "produced").times(0.5)),
                SEED.named("designer"));
    }

    private static Pomg economy() {
        Pomg economy = Worlds.of(Workshop::new).batch(WORLDS).seed(SEED).build();
        economy.reset();
        return economy;
    }

    private static Outcome round(Pomg economy, EpisodicFollowers followers, Designer designer, int k) {
        Government<Pomg> government = designer.government(Context.NONE);
        Outcome outcome = followers.live(economy, government, Workshop.HORIZON, SEED.at(k));
        if (followers.episodes() > 1) {
            designer.learn(followers.start(), followers.before(), Context.NONE, followers.latest(), Context.NONE);
        }
        return outcome;
    }

    /** The pair of episodes that a designer is shown: what players did after learning from the one before. */
    @Test
    void followers_showWhatTheyLearnedFrom_andWhatTheyPlayedAfter() {
        try (Pomg economy = economy()) {
            EpisodicFollowers followers = followers(economy);
            Designer designer = designer(economy, followers);
            round(economy, followers, designer, 0);
            round(economy, followers, designer, 1);
            Population population = followers.population();
            assertThat(population
                            .updated(followers.start(), followers.before(), Population.paid(followers.before()))
                            .get(0)
                            .policy())
                    .isEqualTo(population.states().get(0).policy());
            assertThat(followers.before().exploration()).isEqualTo(0.2);
            assertThat(followers.latest().exploration()).isCloseTo(0.18, within(1e-12));
        }
    }

    @Test
    void resumed_isTheSameToTheBit() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        Snapshot worlds;
        double[] never;
        try (Pomg economy = economy()) {
            EpisodicFollowers followers = followers(economy);
            Designer designer = designer(economy, followers);
            for (int k = 0; k < 3; k++) {
                round(economy, followers, designer, k);
            }
            followers.save(new DataOutputStream(kept));
            designer.save(new DataOutputStream(kept));
            worlds = economy.save();
            round(economy, followers, designer, 3);
            round(economy, followers, designer, 4);
            never = designer.eta();
        }
        try (Pomg economy = economy()) {
            EpisodicFollowers followers = followers(economy);
            Designer designer = designer(economy, followers);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(kept.toByteArray()));
            followers.load(in);
            designer.load(in);
            economy.restore(worlds);
            assertThat(in.available()).isZero();
            round(economy, followers, designer, 3);
            round(economy, followers, designer, 4);
            assertThat(designer.eta()).isEqualTo(never);
        }
    }

    @Test
    void copies_liveOnAlike_andChangeNothing() {
        try (Pomg economy = economy()) {
            EpisodicFollowers followers = followers(economy);
            Designer designer = designer(economy, followers);
            round(economy, followers, designer, 0);
            double[] before = followers.population().states().get(0).policy().clone();
            EpisodicFollowers copy = followers.copy();
            Government<Pomg> government = designer.government(Context.NONE);
            Snapshot now = economy.save();
            Outcome theirs = copy.live(economy, government, Workshop.HORIZON, SEED.at(1));
            assertThat(followers.population().states().get(0).policy()).isEqualTo(before);
            economy.restore(now);
            Outcome own = followers.live(economy, government, Workshop.HORIZON, SEED.at(1));
            assertThat(theirs.meanAmounts(Outcome.REWARD)).isEqualTo(own.meanAmounts(Outcome.REWARD));
            assertThat(copy.population().states().get(0).policy())
                    .isEqualTo(followers.population().states().get(0).policy());
        }
    }

    @Test
    void roundsBeyondWhatPlayersWereMadeFor_areRefused() {
        try (Pomg economy = economy()) {
            EpisodicFollowers followers = followers(economy);
            Government<Pomg> government = designer(economy, followers).government(Context.NONE);
            assertThatThrownBy(() -> followers.live(economy, government, Workshop.HORIZON + 1, SEED))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("steps of a round (7)");
        }
    }

    private static MetaGrad principal(Pomg economy, EpisodicFollowers followers) {
        DesignerDesign design = new DesignerDesign(
                new Layers(Architectures.mlp(Inputs.ofNumbers(7), List.of(6), Activation.TANH, 3, 1)),
                Optional.of(new Layers(Architectures.mlp(Inputs.ofNumbers(4), List.of(6), Activation.TANH, 1, 1))),
                4,
                MetaGradRule.of(StepRule.adam(0.01), 0.97).valuing(ValueRule.of(StepRule.adam(0.01), 0.1), 0.95));
        DesignerReward reward =
                DesignerReward.sumOf(economy.spaces(), "produced").times(0.5);
        return new MetaGrad(economy, followers, design, DesignerTask.of(reward), SEED.named("designer"));
    }

    @Test
    void principalAndFollowers_keepTheirContracts() {
        PrincipalContract.Maker maker = (economy, people) -> principal(economy, (EpisodicFollowers) people);
        assertThat(PrincipalContract.of(Workshop::new, maker)
                        .followers(MetaGradTest::followers)
                        .lasting(WORLDS, Workshop.HORIZON, 3)
                        .ownPurpose("the planner's reward of paper 004")
                        .check())
                .contains("frozen, it governs and does not learn");
        FollowersContract.of(Workshop::new, MetaGradTest::followers)
                .principal(maker)
                .lasting(WORLDS, Workshop.HORIZON, 3)
                .check();
    }
}
