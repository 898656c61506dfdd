package org.sed4j.rl.stackelbergpomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.ppo.CentralCritic;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.ppo.Sampler;
import org.sed4j.rl.rollout.Rollout;
import org.sed4j.rl.stackelbergpomdp.PomdpRules.CriticView;

class LeaderTrainingTest {
    private static LeaderTraining leader(String name, CriticView view, long seed, int threads) {
        Setting setting = Settings.of(name);
        PomdpRules rules = setting.rules(Setting.Preset.TUNED, view);
        LeaderHead head = LeaderHead.of(setting.game().space(), setting.scale(Setting.Preset.TUNED));
        PpoSettings settings = setting.learner(Setting.Preset.TUNED);
        CentralCritic mind = mind(rules, head, seed);
        LeaderTraining.Habits habits =
                new LeaderTraining.Habits(setting.episodes(Setting.Preset.TUNED), threads, false);
        return new LeaderTraining(rules, mind, head, settings, habits, Seed.of(seed));
    }

    private static CentralCritic mind(PomdpRules rules, LeaderHead head, long seed) {
        int knows = new StackelbergPomdp(rules).spaces().principalNumbers().size();
        Network actor = network(
                rules.game().sees().size(), head.outputs(), 0.01, Seed.of(seed).named("actor"));
        Network critic = network(knows, 1, 1, Seed.of(seed).named("critic"));
        return CentralCritic.of(actor, critic, head.family(), Crew.of(1), 256, 1e-5);
    }

    private static Network network(int inputs, int outputs, double gain, Seed seed) {
        Inputs seen = Inputs.ofNumbers(inputs);
        return Network.of(Architectures.mlp(seen, List.of(16, 16), Activation.TANH, outputs, gain), seen, seed);
    }

    private static double trained(String setting, CriticView view, long steps) {
        LeaderTraining leader = leader(setting, view, 1, 1);
        while (leader.authorsSteps() < steps) {
            leader.next();
        }
        return Verdict.value(leader.rules().game(), leader.policy());
    }

    @Test
    void mappo_andPpo_findTheCommitmentOfEscape() {
        assertThat(trained("escape", CriticView.CODE, 30_000)).isCloseTo(30, within(1e-6));
        assertThat(trained("escape", CriticView.NONE, 30_000)).isCloseTo(30, within(1e-6));
    }

    @Test
    void messages_areUsed() {
        assertThat(trained("allocation-2", CriticView.CODE, 80_000)).isCloseTo(2.0 / 3, within(1e-6));
    }

    @Test
    void seedAlone_givesTheParameters_whateverTheThreads() {
        LeaderTraining one = leader("maintain-mixed", CriticView.FULL, 3, 1);
        LeaderTraining two = leader("maintain-mixed", CriticView.FULL, 3, 2);
        for (int i = 0; i < 3; i++) {
            assertThat(two.next()).isEqualTo(one.next());
        }
        assertThat(two.mind().parameters()).isEqualTo(one.mind().parameters());
    }

    @Test
    void resumed_itGoesOnToTheBit() throws IOException {
        LeaderTraining whole = leader("message-price", CriticView.CODE, 4, 1);
        whole.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        whole.save(new DataOutputStream(bytes));
        LeaderTraining resumed = leader("message-price", CriticView.CODE, 99, 1);
        LeaderTraining same = leader("message-price", CriticView.CODE, 4, 1);
        same.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        resumed.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        LeaderTraining.Iteration next = whole.next();
        assertThat(same.next()).isEqualTo(next);
        assertThat(resumed.next()).as("another seed draws otherwise").isNotEqualTo(next);
    }

    /** Counterfactual plays against one sampled leader, asked for together, one by one, and backwards. */
    @Test
    void batchedPlays_payWhatSequentialOnesPay() {
        for (String name : List.of("message-price", "allocation-3", "maintain-mixed", "matrix-design-code")) {
            LeaderTraining leader = leader(name, CriticView.CODE, 5, 1);
            LeaderGame game = leader.rules().game();
            Rng rng = Seed.of(6).rng();
            int[] types = new int[40];
            int[] profiles = new int[40];
            for (int q = 0; q < types.length; q++) {
                types[q] = rng.below(game.followers().typeProfiles().count());
                profiles[q] = rng.below(game.followers().profiles().count());
            }
            Plays plays = new Plays(game, leader.policy());
            double[][] together = plays.sampled(types, profiles, Seed.of(7), 11);
            leader.policy().forget();
            for (int q = types.length - 1; q >= 0; q--) {
                double[][] alone = plays.sampled(new int[] {types[q]}, new int[] {profiles[q]}, Seed.of(7), 11);
                assertThat(alone[0]).isEqualTo(together[q]);
            }
            double[][] otherEpisode = plays.sampled(types, profiles, Seed.of(7), 12);
            assertThat(Arrays.deepEquals(otherEpisode, together)).isFalse();
        }
    }

    @Test
    void episode_isTheSame_aloneOrBesideOthers() {
        LeaderTraining leader = leader("message-price", CriticView.CODE, 8, 1);
        LeaderPolicy policy = leader.policy();
        LeaderEpisodes one = new LeaderEpisodes(leader.rules(), leader.mind(), policy, 1, 1);
        LeaderEpisodes five = new LeaderEpisodes(leader.rules(), leader.mind(), policy, 5, 2);
        Rollout alone = one.play(0, Seed.of(1), Seed.of(2), 0, Sampler.Manner.DRAWN);
        Rollout beside = five.play(0, Seed.of(1), Seed.of(2), 0, Sampler.Manner.DRAWN);
        assertThat(beside.length(0)).isEqualTo(alone.length(0));
        for (int slot = 0; slot < alone.length(0); slot++) {
            assertThat(beside.reward(slot)[0]).isEqualTo(alone.reward(slot)[0]);
            for (int j = 0; j < 3; j++) {
                assertThat(beside.actions(slot)[j]).isEqualTo(alone.actions(slot)[j]);
            }
        }
    }

    /** In an episode the same observation meets the same action; in another episode it need not. */
    @Test
    void leader_isOneDeterministicPolicyAnEpisode() {
        LeaderTraining leader = leader("message-price", CriticView.CODE, 8, 1);
        float[] sight = {1, 1, 1, 1, 1, 0, 0, 0, 1};
        float[] same = {1, 1, 1, 1, 1, -0.0f, 0, 0, 1};
        int[] first = new int[3];
        int[] second = new int[3];
        leader.policy().draw(sight, 0, Seed.of(1), 4, 0, first, 0);
        leader.policy().draw(same, 0, Seed.of(1), 4, 0, second, 0);
        assertThat(second).isEqualTo(first);
        leader.policy().draw(sight, 0, Seed.of(1), 5, 0, second, 0);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void verdict_neverCreditsMaintainWithMoreThanItsOptimum() {
        LeaderTraining leader = leader("maintain-mixed", CriticView.CODE, 2, 1);
        for (int i = 0; i < 10; i++) {
            leader.next();
            Verdict verdict = Verdict.of(leader.rules().game(), leader.policy());
            assertThat(verdict.value()).isLessThanOrEqualTo(27.5 + 1e-5);
            assertThat(verdict.certificate().gap()).isLessThan(1e-5);
            assertThat(verdict.value())
                    .isBetween(
                            verdict.interval().low().number() - 1e-6,
                            verdict.interval().high().number() + 1e-6);
        }
    }
}
