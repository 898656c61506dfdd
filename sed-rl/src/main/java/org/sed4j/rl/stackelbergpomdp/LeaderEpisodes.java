package org.sed4j.rl.stackelbergpomdp;

import java.util.Arrays;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.ppo.CentralCritic;
import org.sed4j.rl.ppo.Sampler;
import org.sed4j.rl.rollout.Rollout;

/**
 * Whole episodes of a Stackelberg POMDP, side by side, remembered as one rollout: lane b is episode b.
 *
 * <p>Lanes differ in length where plays do; those that are over stand still until the longest is.
 */
final class LeaderEpisodes {
    private final PomdpRules rules;
    private final CentralCritic mind;
    private final LeaderPolicy policy;
    private final int worlds;
    private final int threads;
    private final int sees;
    private final Rollout rollout;
    private final float[] numbers;
    private final float[] returns;
    private final float[] queries;
    private final float[] plays;
    private final float[] design;

    LeaderEpisodes(PomdpRules rules, CentralCritic mind, LeaderPolicy policy, int worlds, int threads) {
        this.rules = rules;
        this.mind = mind;
        this.policy = policy;
        this.worlds = worlds;
        this.threads = threads;
        this.sees = mind.inputs().numbers();
        this.rollout = new Rollout(
                mind.inputs(), mind.family().entries(), mind.family().scores(), worlds, 64);
        this.numbers = new float
                [worlds
                        * new StackelbergPomdp(rules)
                                .spaces()
                                .principalNumbers()
                                .size()];
        this.returns = new float[worlds];
        this.queries = new float[worlds];
        this.plays = new float[worlds];
        this.design = new float[rules.game().space().designs().dimension()];
    }

    /**
     * Plays one episode in each world.
     *
     * @param first number of world 0's episode
     * @param seed of the followers' and the types' chance in these episodes
     * @param noise of the leader's, for all episodes
     * @param manner whether the leader's actions are drawn or the likeliest
     */
    Rollout play(long first, Seed seed, Seed noise, double explores, Sampler.Manner manner) {
        rollout.clear();
        Arrays.fill(returns, 0);
        try (Pomg economy = Worlds.of(() -> new StackelbergPomdp(rules))
                .batch(worlds)
                .seed(seed)
                .threads(threads)
                .build()) {
            economy.reset();
            IntTensor still = IntTensor.zeros(worlds, economy.spaces().players());
            FloatTensor designs = FloatTensor.zeros(worlds, design.length);
            while (economy.anyDue()) {
                economy.consult(still);
                decide(economy.now(), designs, first, noise, explores, manner);
                economy.enactWhereDue(designs);
                economy.step(still);
                reap(economy.now());
            }
        }
        return rollout;
    }

    private void decide(
            Tensors now, FloatTensor designs, long first, Seed noise, double explores, Sampler.Manner manner) {
        int slot = -1;
        for (int b = 0; b < worlds; b++) {
            if (now.due().get(b) != 0) {
                slot = rollout.append(b);
            }
        }
        now.principalNumbers().view().get(0, numbers);
        int width = numbers.length / worlds;
        for (int b = 0; b < worlds; b++) {
            System.arraycopy(numbers, b * width, rollout.numbers(slot), b * sees, sees);
        }
        mind.values(rollout.rowsOf(slot), worlds, rollout.value(slot));
        Arrays.fill(rollout.masks(slot), (byte) 1); // a leader's choices are all open
        int entries = rollout.heads();
        for (int b = 0; b < worlds; b++) {
            if (now.due().get(b) != 0) {
                int[] actions = rollout.actions(slot);
                if (manner == Sampler.Manner.GREEDY) {
                    policy.greedy(numbers, b * width, actions, b * entries);
                } else {
                    rollout.logProbability(slot)[b] =
                            policy.draw(numbers, b * width, noise, first + b, explores, actions, b * entries);
                }
                policy.head().emit(rollout.actions(slot), b * entries, design);
                designs.view().put(b * design.length, design);
            }
        }
    }

    private void reap(Tensors now) {
        int gauges = now.gauges().length() / worlds;
        for (int b = 0; b < worlds; b++) {
            int slot = rollout.length(b) - 1;
            if (rollout.ending(slot)[b] != Rollout.TERMINATED) {
                float paid = now.gauges().get(b * gauges + StackelbergPomdp.PAID);
                rollout.reward(slot)[b] = paid;
                returns[b] += paid;
                queries[b] = now.gauges().get(b * gauges + StackelbergPomdp.QUERIES);
                plays[b] = now.gauges().get(b * gauges + StackelbergPomdp.PLAYS);
                if (now.terminated().get(b) != 0) {
                    rollout.ending(slot)[b] = Rollout.TERMINATED;
                }
            }
        }
    }

    /** Mean over the last episodes of what the leader got, in its unit. */
    double meanReturn() {
        return mean(returns);
    }

    /** Mean queries of the last episodes. */
    double meanQueries() {
        return mean(queries);
    }

    /** Plays ended in the last episodes, all together. */
    long plays() {
        long sum = 0;
        for (float one : plays) {
            sum += (long) one;
        }
        return sum;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
