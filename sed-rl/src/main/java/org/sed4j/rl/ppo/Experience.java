package org.sed4j.rl.ppo;

import java.util.Arrays;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.rollout.Rollout;

/**
 * A population that shares one policy, acting in every world and remembering it: lane b · n + i is player i of world b.
 *
 * <p>When the horizon is full, the learner is called with what was remembered and the value of what is seen now; then it
 * forgets.
 */
final class Experience implements Players {
    /** Learns from a full rollout. */
    @FunctionalInterface
    interface Learner {
        void learn(Rollout rollout, float[] lastValue);
    }

    private final Spaces spaces;
    private final int worlds;
    private final int lanes;
    private final int horizon;
    private final boolean common;
    private final Sampler sampler;
    private final Rollout rollout;
    private final Learner learner;
    private final Rollout peek;
    private final float[] lastValue;
    private Seed seed = Seed.of(0);
    private long step;

    /**
     * @param common whether each player is rewarded with the mean of its world
     */
    Experience(
            Spaces spaces,
            int worlds,
            int horizon,
            boolean common,
            ActorCritic mind,
            Sampler sampler,
            Learner learner) {
        this.spaces = spaces;
        this.worlds = worlds;
        this.lanes = worlds * spaces.players();
        this.horizon = horizon;
        this.common = common;
        this.sampler = sampler;
        this.learner = learner;
        this.rollout = new Rollout(mind.inputs(), spaces.heads(), spaces.choices(), lanes, horizon);
        this.peek = new Rollout(mind.inputs(), spaces.heads(), 0, lanes, 1);
        this.lastValue = new float[lanes];
    }

    /** Starts remembering anew, with chance from that seed. */
    void begin(Seed from) {
        seed = from;
        step = 0;
        rollout.clear();
    }

    @Override
    public void act(Tensors now, IntTensor actions) {
        int slot = rollout.length(0);
        for (int lane = 0; lane < lanes; lane++) {
            rollout.append(lane);
        }
        see(now, rollout, slot);
        if (spaces.masked()) {
            now.masks().view().get(0, rollout.masks(slot));
        } else {
            Arrays.fill(rollout.masks(slot), (byte) 1);
        }
        sampler.choose(
                rollout.rowsOf(slot),
                lanes,
                rollout.masks(slot),
                seed,
                step++,
                Sampler.Manner.DRAWN,
                rollout.actions(slot),
                rollout.logProbability(slot),
                rollout.value(slot));
        actions.view().put(0, rollout.actions(slot));
    }

    private static void see(Tensors now, Rollout into, int slot) {
        now.codes().view().get(0, into.codes(slot));
        now.numbers().view().get(0, into.numbers(slot));
    }

    @Override
    public void stepped(Tensors now) {
        int slot = rollout.length(0) - 1;
        now.rewards().view().get(0, rollout.reward(slot));
        if (common) {
            share(rollout.reward(slot));
        }
        boolean cut = endings(now, slot);
        boolean full = slot == horizon - 1;
        if (cut || full) {
            see(now, peek, 0);
            sampler.value(peek.rowsOf(0), lanes, lastValue);
            System.arraycopy(lastValue, 0, rollout.cutValue(slot), 0, lanes);
        }
        if (full) {
            learner.learn(rollout, lastValue);
            rollout.clear();
        }
    }

    private boolean endings(Tensors now, int slot) {
        boolean cut = false;
        int n = spaces.players();
        for (int b = 0; b < worlds; b++) {
            byte ending = now.terminated().get(b) != 0
                    ? Rollout.TERMINATED
                    : now.truncated().get(b) != 0 ? Rollout.TRUNCATED : Rollout.GOES_ON;
            cut |= ending == Rollout.TRUNCATED;
            Arrays.fill(rollout.ending(slot), b * n, (b + 1) * n, ending);
        }
        return cut;
    }

    private void share(float[] rewards) {
        int n = spaces.players();
        for (int b = 0; b < worlds; b++) {
            double sum = 0;
            for (int i = b * n; i < (b + 1) * n; i++) {
                sum += rewards[i];
            }
            Arrays.fill(rewards, b * n, (b + 1) * n, (float) (sum / n));
        }
    }
}
